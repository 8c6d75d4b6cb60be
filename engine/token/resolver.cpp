#include "engine/token/resolver.hpp"

#include <algorithm>
#include <utility>

#include "engine/token/reference.hpp"

namespace pagewright::token {
namespace {

constexpr std::size_t max_chain = 100;
constexpr unsigned max_value_depth = 24;
constexpr std::size_t max_value_size = 2'000;

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '~' && i + 1 < text.size();
    out += !is_escape ? text[i] : text[++i] == '1' ? '/' : '~';
  }
  return out;
}

}  // namespace

Resolver::Resolver(const std::vector<RawToken>& tokens, Faults& faults)
    : tokens_(tokens), faults_(faults), states_(tokens.size(), State::unseen), resolved_(tokens.size()) {
  for (std::size_t i = 0; i < tokens.size(); ++i) index_.emplace(tokens[i].path, i);
}

const ResolvedToken* Resolver::resolve(std::size_t index) {
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
  std::string target_type;
  bool is_sound = replace_aliases(*token.value, resolved.value, &target_type, 0);
  resolved.type = token.type.empty() ? target_type : token.type;
  if (is_sound && resolved.type.empty()) {
    report(faults_, token.path, "has no $type, neither its own nor a group's");
    is_sound = false;
  } else if (is_sound && !target_type.empty() && target_type != resolved.type) {
    report(faults_, token.path, "is a " + resolved.type + ", but refers to a " + target_type);
    is_sound = false;
  }
  resolved.size = std::exchange(size_, outer_size);
  chain_.pop_back();
  states_[index] = is_sound ? State::done : State::faulty;
  return is_sound ? &resolved : nullptr;
}

bool Resolver::take_over(std::size_t size) {
  size_ += size;
  if (size_ <= max_value_size) return true;
  report(faults_, tokens_[chain_.back()].path, "its value is too large");
  return false;
}

void Resolver::report_cycle(std::size_t index) {
  std::string cycle;
  for (auto at = std::ranges::find(chain_, index); at != chain_.end(); ++at) cycle += tokens_[*at].path + " → ";
  report(faults_, tokens_[index].path, "refers to itself: " + cycle + tokens_[index].path);
}

const ResolvedToken* Resolver::follow(std::string_view path) {
  auto found = index_.find(path);
  if (found == index_.end()) found = index_.find(std::string(path) + ".$root");
  if (found == index_.end()) {
    report(faults_, tokens_[chain_.back()].path, "refers to {" + std::string(path) + "}, which is no token here");
    return nullptr;
  }
  return resolve(found->second);
}

bool Resolver::replace_aliases(const json::Value& value, json::Value& out, std::string* type, unsigned depth) {
  if (depth > max_value_depth) {
    report(faults_, tokens_[chain_.back()].path, "its value is nested too deeply");
    return false;
  }
  if (!take_over(1)) return false;
  if (value.is_string()) {
    const auto path = reference_path(json::view(value.get_string()));
    if (!path) {
      out = value;
      return true;
    }
    const ResolvedToken* target = follow(*path);
    if (!target || !take_over(target->size)) return false;
    out = target->value;
    if (type) *type = target->type;
    return true;
  }
  if (const json::Array* array = value.if_array()) {
    json::Array items;
    for (const json::Value& item : *array)
      if (!replace_aliases(item, items.emplace_back(nullptr), nullptr, depth + 1)) return false;
    out = std::move(items);
    return true;
  }
  if (const json::Object* object = value.if_object()) {
    if (const json::Value* pointer = object->if_contains("$ref"); pointer && pointer->is_string())
      return replace_pointer(json::view(pointer->get_string()), out, type);
    json::Object members;
    for (const auto& member : *object)
      if (!replace_aliases(member.value(), members[member.key()], nullptr, depth + 1)) return false;
    out = std::move(members);
    return true;
  }
  out = value;
  return true;
}

// https://www.designtokens.org/tr/2025.10/format/#json-pointer-syntax
bool Resolver::replace_pointer(std::string_view pointer, json::Value& out, std::string* type) {
  const std::string& own_path = tokens_[chain_.back()].path;
  const auto end = pointer.find("/$value");
  if (!pointer.starts_with("#/") || end == std::string_view::npos) {
    report(faults_, own_path, "$ref must lead to a token's value, such as \"#/color/primary/$value\"");
    return false;
  }
  std::string path(pointer.substr(2, end - 2));
  std::ranges::replace(path, '/', '.');
  const ResolvedToken* target = follow(unescaped(path));
  if (!target || !take_over(target->size)) return false;
  const std::string_view rest = pointer.substr(end + std::string_view("/$value").size());
  boost::json::error_code fault;
  const json::Value* part = target->value.find_pointer({rest.data(), rest.size()}, fault);
  if (!part) {
    report(faults_, own_path, "$ref leads to \"" + std::string(pointer) + "\", which is not there");
    return false;
  }
  if (type && rest.empty()) *type = target->type;
  out = *part;
  return true;
}

}  // namespace pagewright::token
