// Times: milliseconds since 1970 in UTC in the database, ISO 8601 in the API.
#pragma once

#include <cstdint>
#include <string>

namespace pagewright {

using Milliseconds = std::int64_t;

[[nodiscard]] Milliseconds now_milliseconds();

// "2026-11-23T14:25:07.123Z"
[[nodiscard]] std::string to_iso8601(Milliseconds time);

}  // namespace pagewright
