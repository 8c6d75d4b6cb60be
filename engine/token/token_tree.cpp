#include "engine/token/token_tree.hpp"

#include <algorithm>
#include <array>

#include "engine/token/reference.hpp"

namespace pagewright::token {
namespace {

constexpr unsigned max_depth = 24;
constexpr std::size_t max_tokens = 5'000;

std::string joined(std::string_view parent, std::string_view name) {
  std::string path(parent);
  if (!path.empty()) path += '.';
  return path += name;
}

// https://www.designtokens.org/tr/2025.10/format/#character-restrictions
bool is_name(std::string_view name) {
  return name == "$root" || (!name.starts_with('$') && name.find('.') == std::string_view::npos &&
                             reference_path("{" + std::string(name) + "}").has_value());
}

bool is_known_member(std::string_view key) {
  constexpr std::array<std::string_view, 8> known = {"$value",   "$type",       "$description", "$extensions",
                                                     "$extends", "$deprecated", "$schema",      "$ref"};
  return std::ranges::find(known, key) != known.end();
}

class Reader {
 public:
  explicit Reader(Faults& faults) : faults_(faults) {}

  std::vector<RawToken> tokens;

  void read_group(const json::Object& group, const std::string& path, std::string type, unsigned depth) {
    if (depth > max_depth)
      return report(faults_, path, "groups are nested more than " + std::to_string(max_depth) + " deep");
    read_type(group, path, type);
    const json::Value* value = group.if_contains("$value");
    if (value) add(group, path, type, *value);
    for (const auto& member : group) {
      const std::string_view key = json::view(member.key());
      if (is_known_member(key)) continue;
      const std::string member_path = joined(path, key);
      if (!is_name(key))
        report(faults_, member_path,
               "a name must not be empty, start with $, or hold . { } < > ; quotes or backslashes");
      else if (value)
        report(faults_, member_path, "a token can't hold another one; make \"" + path + "\" a group");
      else if (!member.value().is_object())
        report(faults_, member_path, "must be a token, an object with \"$value\", or a group of tokens");
      else
        read_group(member.value().get_object(), member_path, type, depth + 1);
    }
  }

 private:
  void read_type(const json::Object& group, const std::string& path, std::string& type) {
    const json::Value* own = group.if_contains("$type");
    if (!own) return;
    if (own->is_string())
      type = json::view(own->get_string());
    else
      report(faults_, path, "$type must be a text");
  }

  void add(const json::Object& token, const std::string& path, const std::string& type, const json::Value& value) {
    if (path.empty()) return report(faults_, "$value", "the document itself must be a group of tokens");
    if (tokens.size() >= max_tokens) {
      if (tokens.size() == max_tokens)
        report(faults_, path, "there are more than " + std::to_string(max_tokens) + " tokens");
      return;
    }
    const json::Value* description = token.if_contains("$description");
    const bool has_description = description && description->is_string();
    tokens.push_back({path, type, &value, std::string(has_description ? json::view(description->get_string()) : "")});
  }

  Faults& faults_;
};

const json::Object* find_group(const json::Value& root, std::string_view path) {
  const json::Value* value = &root;
  while (value && !path.empty()) {
    const auto dot = path.find('.');
    value = json::find(*value, path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
  }
  return value ? value->if_object() : nullptr;
}

// https://www.designtokens.org/tr/2025.10/format/#group-extension
class Extension {
 public:
  Extension(const json::Value& root, Faults& faults) : root_(root), faults_(faults) {}

  json::Object extended(const json::Object& group, const std::string& path, unsigned depth) {
    json::Object result;
    if (depth > 2 * max_depth || ++groups_ > 4 * max_tokens) {
      report(faults_, path, "its $extends leads in a circle or too deep");
      return result;
    }
    if (const json::Value* target = group.if_contains("$extends")) {
      const auto base_path = target->is_string() ? reference_path(json::view(target->get_string())) : std::nullopt;
      const json::Object* base = base_path ? find_group(root_, *base_path) : nullptr;
      if (base)
        result = extended(*base, path, depth + 1);
      else
        report(faults_, path, "$extends must name a group, such as \"{button}\"");
    }
    for (const auto& member : group)
      if (member.key() != "$extends") lay_over(result, member, path, depth);
    return result;
  }

 private:
  void lay_over(json::Object& result, const boost::json::key_value_pair& member, const std::string& path,
                unsigned depth) {
    json::Value& place = result[member.key()];
    if (!member.value().is_object() || member.key().starts_with('$')) {
      place = member.value();
      return;
    }
    json::Object part = extended(member.value().get_object(), joined(path, json::view(member.key())), depth + 1);
    if (place.is_object())
      merge_overrides(place.get_object(), part);
    else
      place = std::move(part);
  }

  const json::Value& root_;
  Faults& faults_;
  std::size_t groups_ = 0;  // written so far: extending in two places at each of many levels would double them
};

}  // namespace

void report(Faults& faults, std::string_view path, std::string_view message) {
  if (faults.size() < 50)
    faults.push_back({std::string(path.empty() ? "the tokens" : path) + ": " + std::string(message)});
}

std::vector<RawToken> read_tokens(const json::Value& source, Faults& faults) {
  Reader reader(faults);
  if (source.is_object())
    reader.read_group(source.get_object(), "", "", 0);
  else
    report(faults, "", "must be an object");
  return std::move(reader.tokens);
}

json::Value with_extensions(const json::Value& source, Faults& faults) {
  if (!source.is_object()) return source;
  return Extension(source, faults).extended(source.get_object(), "", 0);
}

void merge_overrides(json::Object& base, const json::Object& overrides) {
  for (const auto& member : overrides) {
    json::Value& place = base[member.key()];
    const bool are_groups = place.is_object() && member.value().is_object() && !member.key().starts_with('$');
    if (are_groups)
      merge_overrides(place.get_object(), member.value().get_object());
    else
      place = member.value();
  }
}

}  // namespace pagewright::token
