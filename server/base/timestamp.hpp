// Times: milliseconds since 1970 in UTC in the database, ISO 8601 in the API.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pagewright {

using Milliseconds = std::int64_t;

[[nodiscard]] Milliseconds now_milliseconds();

// "2026-11-23T14:25:07.123Z"
[[nodiscard]] std::string to_iso8601(Milliseconds time);

// "2026-11-23T14:25:07.123+01:00", with or without fraction, "Z" or an offset; or a day, "2026-11-23": its beginning in
// UTC. Nothing for all else, and for days that no calendar has.
[[nodiscard]] std::optional<Milliseconds> parse_iso8601(std::string_view text);

}  // namespace pagewright
