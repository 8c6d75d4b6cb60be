#include "server/embedded/embedded_files.hpp"

#include <algorithm>

namespace pagewright::embedded {

std::span<const File> all() {
  return editor_and_library();
}

const File* find(std::string_view path) {
  const auto files = all();
  const auto at = std::ranges::lower_bound(files, path, {}, &File::path);
  return at != files.end() && at->path == path ? &*at : nullptr;
}

std::span<const File> under(std::string_view prefix) {
  const auto files = all();
  const auto first = std::ranges::lower_bound(files, prefix, {}, &File::path);
  const auto last =
      std::find_if_not(first, files.end(), [&](const File& file) { return file.path.starts_with(prefix); });
  return {first, last};
}

}  // namespace pagewright::embedded
