// Compression of what the database keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright::compression {

[[nodiscard]] std::string zstd(std::string_view bytes);
// Nothing where `compressed` is not zstd or is larger than `limit` when unpacked.
[[nodiscard]] std::optional<std::string> unpack_zstd(std::string_view compressed, std::size_t limit = 64U << 20U);

}  // namespace pagewright::compression
