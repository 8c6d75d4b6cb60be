// The parts of a WebP file (https://developers.google.com/speed/webp/docs/riff_container).
#pragma once

#include <string>
#include <string_view>

namespace pagewright::assets {

// `webp`, which is whole, without the chunks that hold what was noted in it: EXIF, XMP and a colour profile. libvips
// 8.14 writes them even where it is told to leave them out.
[[nodiscard]] std::string without_notes(std::string_view webp);

}  // namespace pagewright::assets
