#include "engine/token/reference.hpp"

#include <algorithm>

namespace pagewright::token {

std::optional<std::string_view> reference_path(std::string_view text) {
  if (text.size() < 3 || text.size() > 200 || text.front() != '{' || text.back() != '}') return std::nullopt;
  const std::string_view path = text.substr(1, text.size() - 2);
  const bool has_harm = std::ranges::any_of(path, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
           std::string_view("{}<>;\"'\\").find(c) != std::string_view::npos;
  });
  const bool has_empty_name = path.front() == '.' || path.back() == '.' || path.find("..") != std::string_view::npos;
  if (has_harm || has_empty_name) return std::nullopt;
  return path;
}

std::string custom_property_of(std::string_view path) {
  std::string name = "--";
  name.reserve(path.size() + 2);
  for (const char c : path) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c + 32);
    else
      name += is_kept ? c : '-';
  }
  return name;
}

}  // namespace pagewright::token
