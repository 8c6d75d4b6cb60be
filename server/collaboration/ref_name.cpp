#include "server/collaboration/ref_name.hpp"

#include <algorithm>

namespace pagewright::collaboration {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_ref_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_ref_name && is_letter_or_digit(name.front()) &&
         std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-'; });
}

}  // namespace pagewright::collaboration
