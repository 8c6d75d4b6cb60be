// Compressing what is sent, ahead of time.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::compression {

// `quality` 0 to 11. Empty where the result would not be smaller.
[[nodiscard]] std::string brotli(std::string_view bytes, int quality);
// A gzip stream without name and time: equal bytes give equal results. `level` 1 to 9. Empty where it would not be
// smaller.
[[nodiscard]] std::string gzip(std::string_view bytes, int level);

}  // namespace pagewright::compression
