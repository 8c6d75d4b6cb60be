// libvips, loaded when the first picture comes: with the hundred libraries that it brings, a server that never sees one
// would start later and be larger.
#pragma once

#include <vips/vips.h>

#include <string>

#include "server/problem/problem.hpp"

namespace pagewright::assets {

class VipsLibrary {
 public:
  // The one of this program. Error internal where it is not installed or does not start.
  [[nodiscard]] static Outcome<const VipsLibrary*> get();

  decltype(&::vips_image_new_from_buffer) image_new_from_buffer = nullptr;
  decltype(&::vips_image_get_width) image_get_width = nullptr;
  decltype(&::vips_image_get_height) image_get_height = nullptr;
  decltype(&::vips_image_get_n_pages) image_get_n_pages = nullptr;
  decltype(&::vips_image_get_page_height) image_get_page_height = nullptr;
  decltype(&::vips_image_get_orientation_swap) image_get_orientation_swap = nullptr;
  decltype(&::vips_image_remove) image_remove = nullptr;
  decltype(&::vips_image_copy_memory) image_copy_memory = nullptr;
  decltype(&::vips_thumbnail_buffer) thumbnail_buffer = nullptr;
  decltype(&::vips_thumbnail_image) thumbnail_image = nullptr;
  decltype(&::vips_webpsave_buffer) webpsave_buffer = nullptr;
  decltype(&::vips_thread_shutdown) thread_shutdown = nullptr;
  decltype(&::g_object_unref) object_unref = nullptr;
  decltype(&::g_free) free = nullptr;

  // What went wrong on this thread, forgotten thereby.
  [[nodiscard]] std::string take_fault() const;

 private:
  Outcome<void> load();
  Outcome<void> start();

  decltype(&::vips_init) init_ = nullptr;
  decltype(&::vips_concurrency_set) concurrency_set_ = nullptr;
  decltype(&::vips_cache_set_max) cache_set_max_ = nullptr;
  decltype(&::vips_operation_block_set) operation_block_set_ = nullptr;
  decltype(&::vips_error_buffer_copy) error_buffer_copy_ = nullptr;
  decltype(&::g_log_set_handler) log_set_handler_ = nullptr;
};

}  // namespace pagewright::assets
