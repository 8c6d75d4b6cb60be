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

bool is_place(std::string_view text) {
  while (true) {
    const auto slash = text.find('/');
    if (!is_part(text.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

}  // namespace pagewright::storage
