#include "engine/token/reference.hpp"

#include <algorithm>

namespace pagewright::token {
namespace {

constexpr std::size_t max_reference_size = 600;

bool has_empty_name(std::string_view path) {
  return path.front() == '.' || path.back() == '.' || path.find("..") != std::string_view::npos;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int letter = c | 32;
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

}  // namespace

std::optional<std::string_view> reference_path(std::string_view text) {
  const auto path = text.size() > 200 ? std::nullopt : alias_path(text);
  const bool has_harm = path && std::ranges::any_of(*path, [](char c) {
                          return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
                                 std::string_view("<>;\"'\\").find(c) != std::string_view::npos;
                        });
  return has_harm ? std::nullopt : path;
}

std::optional<std::string_view> alias_path(std::string_view text) {
  if (text.size() < 3 || text.size() > max_reference_size || text.front() != '{' || text.back() != '}')
    return std::nullopt;
  const std::string_view path = text.substr(1, text.size() - 2);
  if (path.find_first_of("{}") != std::string_view::npos || has_empty_name(path)) return std::nullopt;
  return path;
}

bool is_token_name(std::string_view name) {
  return !name.empty() && name.size() <= 200 && name.front() != '$' &&
         name.find_first_of(".{}") == std::string_view::npos;
}

std::optional<std::vector<std::string>> pointer_names(std::string_view pointer) {
  if (pointer.size() > max_reference_size || !pointer.starts_with("#/")) return std::nullopt;
  std::vector<std::string> names(1);
  for (std::size_t i = 2; i < pointer.size(); ++i) {
    const char c = pointer[i];
    if (c == '/') {
      names.emplace_back();
    } else if (c == '~') {
      const char escaped = ++i < pointer.size() ? pointer[i] : '\0';
      if (escaped != '0' && escaped != '1') return std::nullopt;
      names.back() += escaped == '1' ? '/' : '~';
    } else {
      names.back() += c;
    }
  }
  return names;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    out += is_escape ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (is_escape) i += 2;
  }
  return out;
}

std::string joined_names(const std::vector<std::string>& names, std::size_t count) {
  std::string path;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) path += '.';
    path += names[i];
  }
  return path;
}

std::string custom_property_of(std::string_view path) {
  constexpr std::string_view root = ".$root";
  std::string name = "--";
  name.reserve(path.size() + 2);
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string_view rest = path.substr(i);
    if (rest.starts_with(root) && (rest.size() == root.size() || rest[root.size()] == '.')) {
      i += root.size() - 1;
      continue;
    }
    const char c = path[i];
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c + 32);
    else if (c != '$' || i > 0)
      name += is_kept ? c : '-';
  }
  return name;
}

}  // namespace pagewright::token
