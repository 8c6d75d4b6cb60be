#include "engine/base/find_text.hpp"

#include <cstring>
#include <string>

namespace pagewright {

std::size_t find_text(std::string_view text, std::string_view pattern, std::size_t from) {
  if (pattern.empty()) return from;
  const std::string_view rest = text.substr(from);
  if (rest.size() < pattern.size()) return std::string_view::npos;
  const void* found = memmem(rest.data(), rest.size(), pattern.data(), pattern.size());
  return found ? from + static_cast<std::size_t>(static_cast<const char*>(found) - rest.data())
               : std::string_view::npos;
}

// The first place of the pattern read backwards in the text read backwards.
std::size_t find_last_text(std::string_view text, std::string_view pattern) {
  const std::string backwards(text.rbegin(), text.rend());
  const std::size_t found = find_text(backwards, std::string(pattern.rbegin(), pattern.rend()));
  return found == std::string_view::npos ? found : text.size() - pattern.size() - found;
}

}  // namespace pagewright
