#pragma once

#include <string_view>

namespace pagewright::embedded {

// The media type of a file by its ending; application/octet-stream for unknown ones.
[[nodiscard]] std::string_view media_type_of(std::string_view path);
// Whether compressing a file of that type is worth trying.
[[nodiscard]] bool is_compressible(std::string_view media_type);

}  // namespace pagewright::embedded
