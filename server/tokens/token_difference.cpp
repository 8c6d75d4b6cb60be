#include "server/tokens/token_difference.hpp"

#include <map>

#include "server/base/json_text.hpp"

namespace pagewright::tokens {
namespace {

constexpr std::string_view themes_key = "org.pagewright.themes";
constexpr std::string_view root_token = "$root";

using Key = std::pair<std::string, std::string>;  // theme, path
using Tokens = std::map<Key, json::Object>;

// A token's own members. `type` is its group's.
json::Object own_members(const json::Object& token, const json::Value* type) {
  json::Object members;
  if (type != nullptr && !token.contains("$type")) members["$type"] = *type;
  for (const auto& member : token)
    if (member.key().starts_with("$")) members[member.key()] = member.value();
  return members;
}

void collect(const json::Object& group, const std::string& path, const std::string& theme, const json::Value* type,
             Tokens& found) {
  if (const json::Value* own = group.if_contains("$type")) type = own;
  for (const auto& member : group) {
    const std::string_view name = json::view(member.key());
    if (!member.value().is_object() || (name.starts_with('$') && name != root_token)) continue;
    const json::Object& place = member.value().get_object();
    const std::string name_here = path.empty() ? std::string(name) : path + "." + std::string(name);
    if (place.contains("$value"))
      found.insert_or_assign(Key{theme, name_here}, own_members(place, type));
    else
      collect(place, name_here, theme, type, found);
  }
}

Tokens tokens_of(const json::Value& document) {
  Tokens found;
  if (!document.is_object()) return found;
  collect(document.get_object(), "", "", nullptr, found);
  const json::Value* extensions = json::find(document, "$extensions");
  const json::Value* themes = extensions ? json::find(*extensions, themes_key) : nullptr;
  if (themes == nullptr || !themes->is_object()) return found;
  for (const auto& theme : themes->get_object())
    if (theme.value().is_object())
      collect(theme.value().get_object(), "", std::string(json::view(theme.key())), nullptr, found);
  return found;
}

JsonText place_of(const TokenChange& change) {
  JsonText text;
  text.text("path", change.path);
  if (change.theme.empty())
    text.raw("theme", "null");
  else
    text.text("theme", change.theme);
  return text;
}

std::string text_of(const json::Object& token) {
  return json::serialize(json::Value(token));
}

}  // namespace

std::vector<TokenChange> difference(const json::Value& before, const json::Value& after) {
  const Tokens old_tokens = tokens_of(before);
  const Tokens new_tokens = tokens_of(after);
  std::map<Key, TokenChange> changes;
  for (const auto& [key, token] : old_tokens) {
    const auto same = new_tokens.find(key);
    if (same == new_tokens.end() || same->second != token)
      changes[key] = {.path = key.second, .theme = key.first, .before = token, .after = std::nullopt};
  }
  for (const auto& [key, token] : new_tokens) {
    const auto same = old_tokens.find(key);
    if (same != old_tokens.end() && same->second == token) continue;
    TokenChange& change = changes[key];
    change.path = key.second;
    change.theme = key.first;
    change.after = token;
  }
  std::vector<TokenChange> list;
  for (auto& [key, change] : changes) list.push_back(std::move(change));
  return list;
}

std::string to_json(const std::vector<TokenChange>& changes) {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  std::vector<std::string> removed;
  for (const TokenChange& change : changes) {
    if (!change.before)
      added.push_back(place_of(change).raw("token", text_of(*change.after)).take());
    else if (!change.after)
      removed.push_back(place_of(change).raw("token", text_of(*change.before)).take());
    else
      changed.push_back(
          place_of(change).raw("before", text_of(*change.before)).raw("after", text_of(*change.after)).take());
  }
  return JsonText()
      .raw("added", json_array(added))
      .raw("changed", json_array(changed))
      .raw("removed", json_array(removed))
      .take();
}

}  // namespace pagewright::tokens
