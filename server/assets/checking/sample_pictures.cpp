#include "server/assets/checking/sample_pictures.hpp"

#include <vips/vips.h>
#include <zlib.h>

#include <memory>
#include <stdexcept>
#include <string_view>

#include "server/assets/vips_library.hpp"

namespace pagewright::assets {
namespace {

using namespace std::string_view_literals;

struct Unref {
  void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

void must(int result) {
  if (result != 0) throw std::runtime_error(vips_error_buffer());
}

void start() {
  if (const auto started = VipsLibrary::get(); !started) throw std::runtime_error(started.error().cause);
}

// Of one colour, with a darker rectangle in it.
Image make(Pixels size) {
  start();
  VipsImage* black = nullptr;
  must(vips_black(&black, size.width, size.height, "bands", 3, nullptr));
  const Image held(black);
  VipsImage* coloured = nullptr;
  const double scale[] = {1, 1, 1};
  const double colour[] = {20, 90, 200};
  must(vips_linear(black, &coloured, scale, colour, 3, "uchar", 1, nullptr));
  const Image held_too(coloured);
  VipsImage* image = nullptr;
  must(vips_copy(coloured, &image, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr));
  Image lazy(image);
  VipsImage* memory = vips_image_copy_memory(image);
  if (memory == nullptr) throw std::runtime_error(vips_error_buffer());
  double ink[] = {200, 30, 60};
  must(vips_draw_rect(memory, ink, 3, size.width / 4, size.height / 4, std::max(1, size.width / 2),
                      std::max(1, size.height / 2), "fill", 1, nullptr));
  return Image(memory);
}

std::string take(void* bytes, std::size_t size) {
  std::string text(static_cast<const char*>(bytes), size);
  g_free(bytes);
  return text;
}

void append_number(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> static_cast<unsigned>(shift));
}

void append_chunk(std::string& out, std::string_view type, const std::string& bytes) {
  append_number(out, static_cast<std::uint32_t>(bytes.size()));
  const std::string content = std::string(type) + bytes;
  out += content;
  append_number(out, static_cast<std::uint32_t>(
                         crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()))));
}

Image load(const std::string& picture) {
  start();
  Image image(vips_image_new_from_buffer(picture.data(), picture.size(), "", nullptr));
  if (image == nullptr) throw std::runtime_error(vips_error_buffer());
  return image;
}

}  // namespace

std::string sample_png(Pixels size) {
  void* bytes = nullptr;
  std::size_t count = 0;
  must(vips_pngsave_buffer(make(size).get(), &bytes, &count, nullptr));
  return take(bytes, count);
}

std::string sample_photo(Pixels size) {
  const Image image = make(size);
  vips_image_set_int(image.get(), VIPS_META_ORIENTATION, 6);
  vips_image_set_string(image.get(), "exif-ifd0-Make", "Quillcam (Quillcam, ASCII, 9 components, 9 bytes)");
  vips_image_set_string(image.get(), "exif-ifd3-GPSLatitudeRef", "N (N, ASCII, 2 components, 2 bytes)");
  vips_image_set_string(image.get(), "exif-ifd3-GPSLatitude",
                        "52/1 31/1 12/1 (52, 31, 12, Rational, 3 components, 24 bytes)");
  void* bytes = nullptr;
  std::size_t count = 0;
  must(vips_jpegsave_buffer(image.get(), &bytes, &count, nullptr));
  return take(bytes, count);
}

std::string sample_avif(Pixels size) {
  void* bytes = nullptr;
  std::size_t count = 0;
  must(vips_heifsave_buffer(make(size).get(), &bytes, &count, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1,
                            "effort", 0, nullptr));
  return take(bytes, count);
}

std::string animated_gif() {
  return std::string(
      "GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\xff"
      "!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
      "!\xf9\x04\0\x0a\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
      "!\xf9\x04\0\x0a\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02\x4c\x01\0;"sv);
}

std::string png_bomb(Pixels size) {
  std::string png = "\x89PNG\r\n\x1a\n";
  std::string header;
  append_number(header, static_cast<std::uint32_t>(size.width));
  append_number(header, static_cast<std::uint32_t>(size.height));
  header += "\x08\x02\0\0\0"sv;
  append_chunk(png, "IHDR", header);
  append_chunk(png, "IDAT", std::string("\x78\x9c\x63\0\0\0\1\0\1"sv));
  append_chunk(png, "IEND", "");
  return png;
}

Pixels size_of(const std::string& picture) {
  const Image image = load(picture);
  return {.width = vips_image_get_width(image.get()), .height = vips_image_get_height(image.get())};
}

bool has_notes(const std::string& picture) {
  const Image image = load(picture);
  return vips_image_get_typeof(image.get(), VIPS_META_EXIF_NAME) != 0 ||
         vips_image_get_typeof(image.get(), VIPS_META_XMP_NAME) != 0 || picture.contains("Quillcam");
}

}  // namespace pagewright::assets
