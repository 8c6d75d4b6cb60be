// Which of the prepared encodings of a body a client wants (RFC 9110, 12.5.3).
#pragma once

#include <cstdint>
#include <string_view>

namespace pagewright::http {

enum class Encoding : std::uint8_t { identity, gzip, brotli };

// The best encoding among those offered by the Accept-Encoding header: highest q, and among equals brotli before gzip
// before identity. identity where nothing offered is acceptable.
[[nodiscard]] Encoding choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip);

}  // namespace pagewright::http
