#include "server/storage/file_store.hpp"

#include <algorithm>

namespace pagewright::storage {
namespace {

bool is_part(std::string_view part) {
  const auto is_fine = [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           letter == '_' || letter == '-' || letter == '.';
  };
  return !part.empty() && part.front() != '.' && std::ranges::all_of(part, is_fine);
}

}  // namespace

Outcome<FileStore::Part> FileStore::open_part(const std::string& place, std::uint64_t first, std::uint64_t count) {
  auto file = TRY(open(place));
  const std::string_view bytes = file->bytes();
  const std::string_view part = bytes.substr(std::min<std::uint64_t>(first, bytes.size()), count);
  return Part{.file = std::move(file), .bytes = part};
}

bool is_place(std::string_view text) {
  while (true) {
    const auto slash = text.find('/');
    if (!is_part(text.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

}  // namespace pagewright::storage
