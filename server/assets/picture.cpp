#include "server/assets/picture.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "server/assets/vips_library.hpp"
#include "server/assets/webp_chunks.hpp"

namespace pagewright::assets {
namespace {

constexpr const char* refused = "The file was not accepted";
constexpr std::array<std::int64_t, 6> widths{320, 640, 960, 1280, 1920, 2560};
constexpr int quality_of_photos = 80;
constexpr int quality_of_drawings = 90;

std::unexpected<Problem> unacceptable(std::string detail) {
  Problem problem{.kind = ProblemKind::validation, .title = refused, .detail = std::move(detail)};
  return std::unexpected(std::move(problem));
}

std::unexpected<Problem> damaged(const VipsLibrary& vips) {
  auto problem = unacceptable("The picture is damaged, or of a kind that cannot be read: save it anew.");
  problem.error().cause = vips.take_fault();
  return problem;
}

// An image of libvips, released at the end.
class Image {
 public:
  explicit Image(const VipsLibrary& vips) : vips_(vips) {}
  ~Image() {
    if (image_ != nullptr) vips_.object_unref(image_);
  }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  // Where libvips writes it.
  [[nodiscard]] VipsImage** out() { return &image_; }
  [[nodiscard]] VipsImage* get() const { return image_; }
  void set(VipsImage* image) { image_ = image; }

 private:
  const VipsLibrary& vips_;
  VipsImage* image_ = nullptr;
};

Outcome<std::string> to_webp(const VipsLibrary& vips, VipsImage* image, Detail detail) {
  void* bytes = nullptr;
  std::size_t size = 0;
  const bool is_drawing = detail == Detail::drawing;
  if (vips.webpsave_buffer(image, &bytes, &size, "Q", is_drawing ? quality_of_drawings : quality_of_photos,
                           "smart_subsample", is_drawing ? 1 : 0, nullptr) != 0)
    return damaged(vips);
  std::string webp = without_notes({static_cast<const char*>(bytes), size});
  vips.free(bytes);
  return webp;
}

// The picture at that width, upright, decoded into memory.
Outcome<void> decode(const VipsLibrary& vips, std::string_view bytes, std::int64_t width, Image& into) {
  Image lazy(vips);
  if (vips.thumbnail_buffer(const_cast<char*>(bytes.data()), bytes.size(), lazy.out(), static_cast<int>(width),
                            "height", static_cast<int>(most_pixels_on_a_side), "size", VIPS_SIZE_DOWN, "export_profile",
                            "srgb", "option_string", "fail_on=error", nullptr) != 0)
    return damaged(vips);
  into.set(vips.image_copy_memory(lazy.get()));
  if (into.get() == nullptr) return damaged(vips);
  // Before saving looks at them: libvips 8.14 lets those of an AVIF refer to memory that ends with the image they were
  // read from.
  for (const char* notes : {VIPS_META_EXIF_NAME, VIPS_META_XMP_NAME, VIPS_META_IPTC_NAME})
    vips.image_remove(into.get(), notes);
  return {};
}

// libvips keeps something for each thread that called it.
struct ThreadEnd {
  const VipsLibrary& vips;
  ~ThreadEnd() { vips.thread_shutdown(); }
};

}  // namespace

std::vector<std::int64_t> variant_widths(const PictureSize& size) {
  std::vector<std::int64_t> chosen;
  for (const std::int64_t one : widths)
    if (one < size.width) chosen.push_back(one);
  if (size.width <= widths.back()) chosen.push_back(size.width);
  return chosen;
}

Outcome<PictureSize> measure(std::string_view bytes) {
  const VipsLibrary& vips = *TRY(VipsLibrary::get());
  const ThreadEnd thread{vips};
  Image image(vips);
  image.set(vips.image_new_from_buffer(bytes.data(), bytes.size(), "", "access", VIPS_ACCESS_SEQUENTIAL, nullptr));
  if (image.get() == nullptr) return damaged(vips);
  PictureSize size{.width = vips.image_get_width(image.get()),
                   .height = vips.image_get_page_height(image.get()),
                   .is_animated = vips.image_get_n_pages(image.get()) > 1};
  if (vips.image_get_orientation_swap(image.get()) != 0) std::swap(size.width, size.height);
  if (std::max(size.width, size.height) > most_pixels_on_a_side)
    return unacceptable("The picture is " + std::to_string(size.width) + " × " + std::to_string(size.height) +
                        " pixels: it may have at most 16,383 on each side.");
  if (size.width * size.height > most_pixels)
    return unacceptable("The picture is " + std::to_string(size.width) + " × " + std::to_string(size.height) +
                        " pixels: it may have at most 50 million.");
  return size;
}

Outcome<void> make_variants(std::string_view bytes, const PictureSize& size, Detail detail,
                            const std::function<Outcome<void>(Variant)>& take) {
  const VipsLibrary& vips = *TRY(VipsLibrary::get());
  const ThreadEnd thread{vips};
  const auto wanted = variant_widths(size);
  Image largest(vips);
  TRY(decode(vips, bytes, wanted.back(), largest));
  for (const std::int64_t width : wanted) {
    Image smaller(vips);
    VipsImage* image = largest.get();
    if (width != wanted.back()) {
      if (vips.thumbnail_image(image, smaller.out(), static_cast<int>(width), "height",
                               static_cast<int>(most_pixels_on_a_side), "size", VIPS_SIZE_DOWN, nullptr) != 0)
        return damaged(vips);
      image = smaller.get();
    }
    std::string webp = TRY(to_webp(vips, image, detail));
    TRY(take({.width = vips.image_get_width(image), .height = vips.image_get_height(image), .webp = std::move(webp)}));
  }
  return {};
}

}  // namespace pagewright::assets
