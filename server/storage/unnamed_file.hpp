// Files without a name: they end with their descriptor, in whatever way that ends.
#pragma once

#include <filesystem>

namespace pagewright::storage {

// To read and write, in that directory; -1, with errno, where that does not go.
[[nodiscard]] int open_unnamed(const std::filesystem::path& directory);

}  // namespace pagewright::storage
