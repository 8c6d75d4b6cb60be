#include "engine/token/alias_resolver.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.hpp"
#include "engine/token/css_text.hpp"
#include "engine/token/nearest_name.hpp"
#include "engine/token/reference.hpp"
#include "engine/token/value_parts.hpp"

namespace pagewright::token {
namespace {

constexpr std::size_t max_chain = 100;
constexpr unsigned max_value_depth = 24;
constexpr std::size_t max_value_size = 2'000;
constexpr std::size_t max_value_bytes = 16 * 1024;
constexpr unsigned max_suggestions = 10;

// What `names` lead to from `value`; null where there is nothing.
const json::Value* value_at(const json::Value* value, std::span<const std::string> names) {
  for (const std::string& name : names) {
    if (const json::Array* list = value ? value->if_array() : nullptr) {
      std::size_t index = 0;
      const bool is_index = !name.empty() && name.size() < 6 && (name.size() == 1 || name.front() != '0') &&
                            std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
      for (const char c : name) index = index * 10 + static_cast<std::size_t>(c - '0');
      value = is_index && index < list->size() ? &(*list)[index] : nullptr;
    } else {
      value = value ? json::find(*value, name) : nullptr;
    }
  }
  return value;
}

std::string with_article(std::string_view type) {
  return "a " + std::string(type == "number|dimension" ? "number or dimension" : type);
}

}  // namespace

AliasResolver::AliasResolver(const json::Value& document, const std::vector<RawToken>& tokens, Faults& faults)
    : document_(document),
      tokens_(tokens),
      faults_(faults),
      states_(tokens.size(), State::unseen),
      resolved_(tokens.size()) {
  for (std::size_t i = 0; i < tokens.size(); ++i) index_.emplace(tokens[i].path, i);
}

const ResolvedToken* AliasResolver::resolve(std::size_t index) {
  if (states_[index] == State::done) return &resolved_[index];
  if (states_[index] == State::faulty) return nullptr;
  const RawToken& token = tokens_[index];
  if (states_[index] == State::open) {
    report_cycle(index);
    return nullptr;
  }
  if (chain_.size() >= max_chain) {
    report(faults_, token.path, "is reached through more than " + std::to_string(max_chain) + " aliases");
    return nullptr;
  }
  states_[index] = State::open;
  chain_.push_back(index);
  ResolvedToken& resolved = resolved_[index];
  const std::size_t outer_size = std::exchange(size_, 0);
  const std::size_t outer_bytes = std::exchange(bytes_, 0);
  std::string target_type;
  const std::string_view type = token.own_type.empty() ? token.group_type : token.own_type;
  bool is_sound =
      replace(*token.value, resolved.value, {type, {}, 0}, &target_type) && settle_type(token, target_type, resolved);
  resolved.size = std::exchange(size_, outer_size);
  resolved.bytes = std::exchange(bytes_, outer_bytes);
  is_sound = is_sound && keep(resolved);
  if (!is_sound) resolved.value = nullptr;
  chain_.pop_back();
  states_[index] = is_sound ? State::done : State::faulty;
  return is_sound ? &resolved : nullptr;
}

// https://www.designtokens.org/tr/2025.10/format/#type-0: its own, else that of the token it refers to, else its
// group's.
bool AliasResolver::settle_type(const RawToken& token, std::string_view target_type, ResolvedToken& resolved) {
  resolved.type = !token.own_type.empty() ? token.own_type : !target_type.empty() ? target_type : token.group_type;
  if (resolved.type.empty()) report(faults_, token.path, "has no $type, neither its own nor a group's");
  return is_known_type(resolved.type);  // an unknown one was reported where it stands
}

bool AliasResolver::take_over(std::size_t size, std::size_t bytes) {
  size_ += size;
  bytes_ += bytes;
  if (size_ > max_value_size)
    return refuse_here({}, "its value is made of more than " + std::to_string(max_value_size) + " values");
  if (bytes_ > max_value_bytes) return refuse_here({}, "its value is longer than 16 KiB");
  return true;
}

bool AliasResolver::keep(const ResolvedToken& resolved) {
  kept_ += resolved.bytes + resolved.size * 16;
  if (kept_ > max_bytes) report(faults_, "", "the values of all tokens, without aliases, take more than 4 MiB");
  return kept_ <= max_bytes;
}

bool AliasResolver::refuse_here(const Place& place, std::string_view message) {
  std::string text = place.where;
  if (!text.empty()) text += ": ";
  report(faults_, tokens_[chain_.back()].path, text.append(message));
  return false;
}

void AliasResolver::report_cycle(std::size_t index) {
  std::string cycle;
  for (auto at = std::ranges::find(chain_, index); at != chain_.end(); ++at) cycle += tokens_[*at].path + " → ";
  report(faults_, tokens_[index].path, "refers to itself: " + cycle + tokens_[index].path);
}

bool AliasResolver::replace(const json::Value& value, json::Value& out, const Place& place, std::string* type) {
  if (place.depth > max_value_depth) return refuse_here({}, "its value is nested too deeply");
  if (!take_over(1, 0)) return false;
  if (const json::String* text = value.if_string(); text && text->starts_with('{'))
    return replace_alias(json::view(*text), out, place, type);
  if (const json::Array* array = value.if_array()) {
    json::Array items;
    const std::string_view expected = item_type(place.expected);
    for (std::size_t i = 0; i < array->size(); ++i) {
      const Place item{expected, place.where.empty() ? std::to_string(i) : place.where + "." + std::to_string(i),
                       place.depth + 1};
      if (!replace((*array)[i], items.emplace_back(nullptr), item, nullptr)) return false;
    }
    out = std::move(items);
    return true;
  }
  if (const json::Object* object = value.if_object()) {
    const json::Value* pointer = object->if_contains("$ref");
    return pointer ? replace_reference(*object, out, place, type) : replace_members(*object, out, place);
  }
  if (value.is_string() && !take_over(0, value.get_string().size())) return false;
  out = value;
  return true;
}

bool AliasResolver::replace_members(const json::Object& object, json::Value& out, const Place& place) {
  json::Object members;
  for (const auto& member : object) {
    const std::string_view key = json::view(member.key());
    if (!take_over(0, key.size())) return false;
    const Place part{member_type(place.expected, key),
                     place.where.empty() ? std::string(key) : place.where + "." + std::string(key), place.depth + 1};
    if (!replace(member.value(), members[member.key()], part, nullptr)) return false;
  }
  out = std::move(members);
  return true;
}

bool AliasResolver::replace_alias(std::string_view text, json::Value& out, const Place& place, std::string* type) {
  const auto path = alias_path(text);
  if (!path)
    return refuse_here(place, "\"" + std::string(start_of(text, 80)) + "\" is no reference; write {group.token}");
  const auto at = index_.find(*path);
  if (at == index_.end()) {
    report_unknown(*path);
    return false;
  }
  const ResolvedToken* target = resolve(at->second);
  return target && take_token(*target, out, place, type);
}

// The whole of a token, of a type that may stand there.
bool AliasResolver::take_token(const ResolvedToken& target, json::Value& out, const Place& place, std::string* type) {
  const RawToken& own = tokens_[chain_.back()];
  const bool is_whole = type != nullptr;
  // A group's type is only a default: a whole value that refers to another token has that one's.
  const std::string_view expected = is_whole ? std::string_view(own.own_type) : place.expected;
  if (!fits(target.type, expected)) {
    const std::string& path = tokens_[static_cast<std::size_t>(&target - resolved_.data())].path;
    return refuse_here(place,
                       "must be " + with_article(expected) + "; found {" + path + "}, " + with_article(target.type));
  }
  if (!take_over(target.size, target.bytes)) return false;
  out = target.value;
  if (is_whole) *type = target.type;
  return true;
}

void AliasResolver::report_unknown(std::string_view path) {
  std::string message = "refers to {" + std::string(path) + "}, which is no token here";
  const std::string group = std::string(path) + ".";
  const auto within = index_.lower_bound(group);
  if (index_.contains(group + "$root")) {
    message = "refers to {" + std::string(path) + "}, a group; its own token is {" + group + "$root}";
  } else if (within != index_.end() && within->first.starts_with(group)) {
    message = "refers to {" + std::string(path) + "}, a group; only a token can be referred to";
  } else if (suggestions_++ < max_suggestions) {
    std::vector<std::string_view> paths;
    for (const auto& [known, index] : index_) paths.push_back(known);
    message += suggestion(path, paths, "{", "}");
  }
  report(faults_, tokens_[chain_.back()].path, message);
}

// {"$ref": …}: members beside it stand in place of those of the object that it leads to.
bool AliasResolver::replace_reference(const json::Object& object, json::Value& out, const Place& place,
                                      std::string* type) {
  const json::Value* pointer = object.if_contains("$ref");
  if (!pointer->is_string()) return refuse_here(place, "$ref must be a text, such as \"#/color/primary/$value\"");
  if (!replace_pointer(json::view(pointer->get_string()), out, place, type)) return false;
  for (const auto& member : object) {
    if (member.key().starts_with('$')) continue;
    if (!out.is_object()) return refuse_here(place, "$ref leads to no object, so nothing can stand beside it");
    const std::string_view key = json::view(member.key());
    if (!take_over(0, key.size())) return false;
    const Place part{member_type(place.expected, key), place.where + "." + std::string(key), place.depth + 1};
    if (!replace(member.value(), out.get_object()[member.key()], part, nullptr)) return false;
  }
  return true;
}

std::size_t AliasResolver::names_of_token(const Names& names) const {
  std::string path;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) path += '.';
    path += names[i];
    if (index_.contains(path)) return i + 1;
  }
  return 0;
}

// https://www.designtokens.org/tr/2025.10/format/#json-pointer-syntax-required-support
bool AliasResolver::replace_pointer(std::string_view pointer, json::Value& out, const Place& place, std::string* type) {
  auto names = pointer_names(pointer);
  if (!names) return refuse_here(place, "$ref must be a JSON Pointer, such as \"#/color/primary/$value\"");
  std::size_t count = names_of_token(*names);
  if (count == 0 && !value_at(&document_, *names) && pointer.find('%') != std::string_view::npos) {
    for (std::string& name : *names) name = percent_decoded(name);
    count = names_of_token(*names);
  }
  const auto rest = std::span(*names).subspan(count);
  const bool is_value = count > 0 && (rest.empty() || rest.front() == "$value");
  const json::Value* part = nullptr;
  if (is_value) {
    const ResolvedToken* target = resolve(index_.find(joined_names(*names, count))->second);
    if (!target) return false;
    if (rest.size() <= 1) return take_token(*target, out, place, type);
    part = value_at(&target->value, rest.subspan(1));
    if (part && !take_over(target->size, target->bytes)) return false;
  } else {
    part = value_at(&document_, *names);
    if (part && (part->is_object() || part->is_array()))
      return refuse_here(place,
                         "$ref leads to \"" + std::string(pointer) + "\", which is neither a token nor a part of one");
    if (part && part->is_string() && !take_over(0, part->get_string().size())) return false;
  }
  if (!part) {
    std::string message = "$ref leads to \"" + std::string(pointer) + "\", which is not there";
    const std::size_t end = pointer.find("/$value");
    if (count == 0 && end != std::string_view::npos && suggestions_++ < max_suggestions) {
      std::vector<std::string_view> paths;
      for (const auto& [known, index] : index_) paths.push_back(known);
      const auto last = std::ranges::find(*names, "$value") - names->begin();
      message += suggestion(joined_names(*names, static_cast<std::size_t>(last)), paths, "{", "}");
    }
    return refuse_here(place, message);
  }
  out = *part;
  return true;
}

}  // namespace pagewright::token
