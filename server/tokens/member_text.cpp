#include "server/tokens/member_text.hpp"

#include "engine/json/value.hpp"

namespace pagewright::tokens {
namespace {

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos) ++at;
  return at;
}

// Where the string that begins at `at` ends.
std::size_t after_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return at + 1;
}

std::size_t after_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = after_string(text, at);
    } else {
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at;
    }
    if (depth == 0 && (c == '"' || c == '}' || c == ']')) break;
  }
  return at;
}

}  // namespace

std::string_view member_text(std::string_view object, std::string_view name) {
  std::string_view found;
  std::size_t at = after_spaces(object, 0);
  while (at < object.size() && object[at] != '}') {
    at = after_spaces(object, at + 1);  // after '{' or ','
    if (at >= object.size() || object[at] != '"') break;
    const std::size_t key_end = after_string(object, at);
    const auto key = json::parse(object.substr(at, key_end - at));
    at = after_spaces(object, after_spaces(object, key_end) + 1);
    const std::size_t end = after_value(object, at);
    if (key && key->is_string() && json::view(key->get_string()) == name) {
      found = object.substr(at, end - at);
      while (!found.empty() && std::string_view(" \t\r\n").find(found.back()) != std::string_view::npos)
        found.remove_suffix(1);
    }
    at = after_spaces(object, end);
  }
  return found;
}

}  // namespace pagewright::tokens
