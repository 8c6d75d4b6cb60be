#include "server/tokens/fault_place.hpp"

#include <algorithm>

#include "engine/json/pointer.hpp"

namespace pagewright::tokens {
namespace {

// The longest name of a member with which `text` begins, up to a "." or ":".
const boost::json::key_value_pair* member_at(const json::Object& object, std::string_view text) {
  const boost::json::key_value_pair* longest = nullptr;
  for (const auto& member : object) {
    const std::string_view key = json::view(member.key());
    const bool is_whole =
        text.starts_with(key) && text.size() > key.size() && (text[key.size()] == '.' || text[key.size()] == ':');
    if (is_whole && (!longest || key.size() > longest->key().size())) longest = &member;
  }
  return longest;
}

}  // namespace

std::string fault_place(std::string_view message, const json::Value& tokens) {
  constexpr std::string_view library = "design tokens/tokens: ";
  constexpr std::string_view theme = "theme ";
  constexpr std::string_view themes_key = "org.pagewright.themes";
  if (message.starts_with(library)) message.remove_prefix(library.size());
  const json::Value* place = &tokens;
  std::string pointer;
  const json::Value* extensions = json::find(tokens, "$extensions");
  const json::Value* themes = extensions ? json::find(*extensions, themes_key) : nullptr;
  if (message.starts_with(theme) && themes && themes->is_object()) {
    if (const auto* named = member_at(themes->get_object(), message.substr(theme.size()))) {
      pointer = json::pointer_to("/$extensions/org.pagewright.themes", json::view(named->key()));
      place = &named->value();
      message.remove_prefix(
          std::min(message.size(), theme.size() + named->key().size() + std::string_view(": ").size()));
    }
  }
  while (place->is_object()) {
    const auto* member = member_at(place->get_object(), message);
    if (!member) break;
    pointer = json::pointer_to(pointer, json::view(member->key()));
    place = &member->value();
    const bool goes_on = message[member->key().size()] == '.';
    if (!goes_on) break;
    message.remove_prefix(member->key().size() + 1);
  }
  return pointer;
}

}  // namespace pagewright::tokens
