#include "server/assets/vips_library.hpp"

#include <dlfcn.h>

#include <algorithm>

namespace pagewright::assets {
namespace {

constexpr const char* file_name = "libvips.so.42";

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

}  // namespace

Outcome<const VipsLibrary*> VipsLibrary::get() {
  static VipsLibrary library;
  static const Outcome<void> started = library.start();
  if (!started) return std::unexpected(started.error());
  return &library;
}

Outcome<void> VipsLibrary::load() {
  void* library = ::dlopen(file_name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr)
    return std::unexpected(
        Problem::internal(std::string("libvips cannot be loaded (Debian's package is libvips42): ") + ::dlerror()));
  const bool has_all =
      find(library, "vips_init", init_) && find(library, "vips_concurrency_set", concurrency_set_) &&
      find(library, "vips_cache_set_max", cache_set_max_) &&
      find(library, "vips_operation_block_set", operation_block_set_) &&
      find(library, "vips_error_buffer_copy", error_buffer_copy_) &&
      find(library, "vips_image_new_from_buffer", image_new_from_buffer) &&
      find(library, "vips_image_get_width", image_get_width) &&
      find(library, "vips_image_get_height", image_get_height) &&
      find(library, "vips_image_get_n_pages", image_get_n_pages) &&
      find(library, "vips_image_get_page_height", image_get_page_height) &&
      find(library, "vips_image_get_orientation_swap", image_get_orientation_swap) &&
      find(library, "vips_image_remove", image_remove) && find(library, "vips_image_copy_memory", image_copy_memory) &&
      find(library, "vips_thumbnail_buffer", thumbnail_buffer) &&
      find(library, "vips_thumbnail_image", thumbnail_image) &&
      find(library, "vips_webpsave_buffer", webpsave_buffer) &&
      find(library, "vips_thread_shutdown", thread_shutdown) && find(library, "g_object_unref", object_unref) &&
      find(library, "g_free", free) && find(library, "g_log_set_handler", log_set_handler_);
  if (!has_all) return std::unexpected(Problem::internal(std::string("libvips is too old: ") + ::dlerror()));
  return {};
}

Outcome<void> VipsLibrary::start() {
  TRY(load());
  // What it has to say of a picture is of no use in the log.
  log_set_handler_(
      "VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO),
      [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
  if (init_("pagewright") != 0) return std::unexpected(Problem::internal("libvips does not start: " + take_fault()));
  // Of its hundred loaders those that we name may read what strangers send.
  operation_block_set_("VipsForeignLoad", 1);
  for (const char* loader : {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif",
                             "VipsForeignLoadHeif"})
    operation_block_set_(loader, 0);
  // Several uploads at once are enough to do for all processors; and what was done is not done again.
  concurrency_set_(1);
  cache_set_max_(0);
  return {};
}

std::string VipsLibrary::take_fault() const {
  char* text = error_buffer_copy_();
  std::string fault(text == nullptr ? "" : text);
  if (text != nullptr && free != nullptr) free(text);
  fault.resize(std::min(fault.find_last_not_of(" \n") + 1, fault.size()));
  std::ranges::replace(fault, '\n', ';');
  return fault;
}

}  // namespace pagewright::assets
