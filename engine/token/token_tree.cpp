#include "engine/token/token_tree.hpp"

#include <algorithm>
#include <array>

#include "engine/token/css_text.hpp"
#include "engine/token/nearest_name.hpp"
#include "engine/token/reference.hpp"

namespace pagewright::token {
namespace {

std::string joined(std::string_view parent, std::string_view name) {
  std::string path(parent);
  if (!path.empty()) path += '.';
  return path += name;
}

constexpr std::array<std::string_view, 8> known_members = {"$value",   "$type",       "$description", "$extensions",
                                                           "$extends", "$deprecated", "$schema",      "$ref"};

bool is_known_member(std::string_view key) {
  return std::ranges::find(known_members, key) != known_members.end();
}

// What the members of a group inherit from it.
struct Inherited {
  std::string type;
  std::optional<std::string> deprecated;
};

class Reader {
 public:
  explicit Reader(Faults& faults) : faults_(faults) {}

  std::vector<RawToken> tokens;

  void read(const json::Value& place, const std::string& path, Inherited inherited, unsigned depth) {
    const json::Object& object = place.get_object();
    if (depth > max_group_depth)
      return report(faults_, path, "groups are nested more than " + std::to_string(max_group_depth) + " deep");
    check_members(object, path);
    std::string own_type = type_of(object, path);
    read_deprecated(object, path, inherited);
    const bool is_group = !is_token(object);
    if (is_group) {
      if (!own_type.empty()) inherited.type = std::move(own_type);
    } else {
      add(place, path, std::move(own_type), inherited);
    }
    for (const auto& member : object) read_member(member, path, is_group, inherited, depth);
  }

 private:
  void read_member(const boost::json::key_value_pair& member, const std::string& path, bool is_group,
                   const Inherited& inherited, unsigned depth) {
    const std::string_view key = json::view(member.key());
    if (is_known_member(key)) return;
    const std::size_t reason = inherited.deprecated ? inherited.deprecated->size() : 0;
    if (!spend(path.size() + key.size() + inherited.type.size() + reason)) return;
    const std::string member_path = joined(path, key);
    if (key.starts_with('$') && key != "$root")
      report(faults_, member_path,
             "is no member of the format, and a name must not start with $" + suggestion(key, known_members));
    else if (key != "$root" && !is_token_name(key))
      report(faults_, member_path, "a name must not be empty, start with $, or hold . { or }");
    else if (!is_group)
      report(faults_, member_path, "a token can't hold another one; make \"" + path + "\" a group");
    else if (!member.value().is_object())
      report(faults_, member_path,
             key == "value" || key == "type" || key == "description"
                 ? "must be a token or a group; did you mean \"$" + std::string(key) + "\"?"
                 : "must be a token, an object with \"$value\", or a group of tokens; found " + found(member.value()));
    else if (key == "$root" && !is_token(member.value().get_object()))
      report(faults_, member_path, "must be a token, an object with \"$value\"");
    else
      read(member.value(), member_path, inherited, depth + 1);
  }

  void check_members(const json::Object& object, const std::string& path) {
    const json::Value* description = object.if_contains("$description");
    if (description && !description->is_string())
      report(faults_, path, "$description must be a text; found " + found(*description));
    const json::Value* extensions = object.if_contains("$extensions");
    if (extensions && !extensions->is_object())
      report(faults_, path, "$extensions must be an object; found " + found(*extensions));
  }

  std::string type_of(const json::Object& object, const std::string& path) {
    const json::Value* own = object.if_contains("$type");
    if (!own) return {};
    if (!own->is_string()) {
      report(faults_, path, "$type must be a text; found " + found(*own));
      return {};
    }
    const std::string_view type = json::view(own->get_string());
    if (!is_known_type(type))
      report(faults_, path, "the type \"" + std::string(type) + "\" is not known" + suggestion(type, type_names()));
    return std::string(type);
  }

  void read_deprecated(const json::Object& object, const std::string& path, Inherited& inherited) {
    const json::Value* own = object.if_contains("$deprecated");
    if (!own) return;
    if (own->is_string())
      inherited.deprecated = std::string(json::view(own->get_string()));
    else if (!own->is_bool())
      report(faults_, path, "$deprecated must be true, false or a text; found " + found(*own));
    else if (own->get_bool())
      inherited.deprecated = "";
    else
      inherited.deprecated.reset();
  }

  void add(const json::Value& place, const std::string& path, std::string own_type, const Inherited& inherited) {
    if (path.empty()) return report(faults_, "", "the document itself must be a group of tokens");
    if (tokens.size() >= max_tokens) {
      if (!is_full_) report(faults_, path, "there are more than " + std::to_string(max_tokens) + " tokens");
      is_full_ = true;
      return;
    }
    const json::Value* value = place.get_object().if_contains("$value");
    tokens.push_back({path, std::move(own_type), inherited.type, value ? value : &place,
                      std::string(json::find_string(place, "$description").value_or("")), inherited.deprecated});
  }

  // A group's long name or reason would be that of each token in it.
  bool spend(std::size_t bytes) {
    bytes_ += bytes;
    if (bytes_ > max_bytes)
      report(faults_, "", "the paths of all tokens, with what their groups say of them, are longer than 4 MiB");
    return bytes_ <= max_bytes;
  }

  Faults& faults_;
  std::size_t bytes_ = 0;
  bool is_full_ = false;
};

// The members that an override of a token states; $ref and $value stand in each other's place.
void merge_token(json::Object& base, const json::Object& overriding) {
  if (overriding.contains("$value")) base.erase("$ref");
  if (overriding.contains("$ref")) base.erase("$value");
  for (const auto& member : overriding) base[member.key()] = member.value();
}

// $ref may lead to a group, which is then extended: `inherited` is what came of it; else members beside it say so.
bool stands_for_token(const json::Object& object, const json::Value* inherited) {
  if (inherited && inherited->is_object()) return is_token(inherited->get_object());
  if (object.contains("$value")) return true;
  return object.contains("$ref") && std::ranges::all_of(object, [](const auto& member) {
           return member.key().starts_with('$') && member.key() != "$root";
         });
}

}  // namespace

void report(Faults& faults, std::string_view path, std::string_view message) {
  Diagnostic fault{std::string(path.empty() ? "the tokens" : path) + ": " + std::string(message)};
  if (faults.size() < 50 && std::ranges::find(faults, fault) == faults.end()) faults.push_back(std::move(fault));
}

bool is_token(const json::Object& object) {
  return object.contains("$value") || object.contains("$ref");
}

std::size_t least_bytes(const json::Object& object) {
  std::size_t bytes = 2;
  for (const auto& member : object) bytes += member.key().size() + least_bytes(member.value());
  return bytes;
}

std::size_t least_bytes(const json::Value& value) {
  if (const json::Object* object = value.if_object()) return least_bytes(*object);
  std::size_t bytes = 2;
  if (const json::String* text = value.if_string()) bytes += text->size();
  if (const json::Array* items = value.if_array())
    for (const json::Value& item : *items) bytes += least_bytes(item);
  return bytes;
}

std::vector<RawToken> read_tokens(const json::Value& source, Faults& faults) {
  Reader reader(faults);
  if (source.is_object())
    reader.read(source, "", {}, 0);
  else
    report(faults, "", "must be an object; found " + found(source));
  return std::move(reader.tokens);
}

void merge_overrides(json::Object& base, const json::Object& overrides, const json::Object* inherited) {
  for (const auto& member : overrides) {
    const json::Value* kept = inherited ? inherited->if_contains(member.key()) : nullptr;
    const bool is_object = member.value().is_object() && (!member.key().starts_with('$') || member.key() == "$root");
    json::Value& place = base[member.key()];
    if (!is_object) {
      place = member.value();
      continue;
    }
    const json::Object& part = member.value().get_object();
    if (place.is_null() && kept && kept->is_object() && is_token(kept->get_object())) place = *kept;
    if (!place.is_object() || stands_for_token(place.get_object(), kept) != is_token(part)) place = json::Object();
    if (is_token(part))
      merge_token(place.get_object(), part);
    else
      merge_overrides(place.get_object(), part, kept ? kept->if_object() : nullptr);
  }
}

}  // namespace pagewright::token
