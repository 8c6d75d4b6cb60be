// Compression: zstd for what the database keeps, brotli and gzip for what visitors are served.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright::server {

[[nodiscard]] std::string compress_zstd(std::string_view bytes);
// Nothing where `compressed` is not zstd or is larger than `limit` when unpacked.
[[nodiscard]] std::optional<std::string> decompress_zstd(std::string_view compressed, std::size_t limit = 64U << 20U);

// Slow and small: done once, at publishing.
[[nodiscard]] std::string compress_gzip(std::string_view bytes);
[[nodiscard]] std::string compress_brotli(std::string_view bytes);

}  // namespace pagewright::server
