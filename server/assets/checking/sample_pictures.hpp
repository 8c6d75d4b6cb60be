// For tests: files as people upload them.
#pragma once

#include <string>

namespace pagewright::assets {

struct Pixels {
  int width = 0;
  int height = 0;
};

[[nodiscard]] std::string sample_png(Pixels size);
// As a phone takes it when it is held upright: the pixels lie on their side (orientation 6), and the place is noted
// (GPS), and by which camera: "Quillcam".
[[nodiscard]] std::string sample_photo(Pixels size);
[[nodiscard]] std::string sample_avif(Pixels size);
// Two frames of one pixel.
[[nodiscard]] std::string animated_gif();
// A PNG of some hundred bytes that says it has so many pixels.
[[nodiscard]] std::string png_bomb(Pixels size);

// How large a picture of a type that libvips knows is; whether it has any notes on where and how it was taken.
[[nodiscard]] Pixels size_of(const std::string& picture);
[[nodiscard]] bool has_notes(const std::string& picture);

}  // namespace pagewright::assets
