#include "server/collaboration/slug.hpp"

#include <algorithm>
#include <cstdint>

#include "server/base/fold.hpp"

namespace pagewright::collaboration {
namespace {

bool is_slug_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string slug_from(std::string_view name) {
  std::string slug;
  for (const char c : fold(name)) {
    if (is_slug_character(c)) {
      slug.push_back(c);
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
    if (slug.size() == max_slug_size) break;
  }
  if (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "page" : slug;
}

std::string fault_of_slug(std::string_view slug) {
  if (slug.empty()) return "must not be empty";
  if (slug.size() > max_slug_size) return "must be at most 255 characters, is " + std::to_string(slug.size());
  const bool fits = std::ranges::all_of(slug, [](char c) { return is_slug_character(c) || c == '-'; });
  if (!fits || slug.front() == '-' || slug.back() == '-' || slug.find("--") != std::string_view::npos)
    return "must be lower-case letters and digits, with single dashes between them";
  return {};
}

std::string first_free(std::string_view slug, std::span<const std::string> taken) {
  std::string candidate(slug);
  for (std::uint64_t number = 2; std::ranges::binary_search(taken, candidate); ++number) {
    const std::string suffix = "-" + std::to_string(number);
    std::string_view stem = slug.substr(0, max_slug_size - suffix.size());
    while (stem.ends_with('-')) stem.remove_suffix(1);
    candidate = std::string(stem) + suffix;
  }
  return candidate;
}

}  // namespace pagewright::collaboration
