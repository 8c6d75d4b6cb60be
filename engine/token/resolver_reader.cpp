#include "engine/token/resolver_reader.hpp"

#include <algorithm>
#include <array>

#include "engine/token/css_text.hpp"
#include "engine/token/nearest_name.hpp"
#include "engine/token/reference.hpp"

namespace pagewright::token {
namespace {

constexpr std::size_t max_sources = 2'000;
constexpr std::size_t max_chain = 100;

std::vector<std::string_view> keys_of(const json::Object& object) {
  std::vector<std::string_view> keys;
  for (const auto& member : object) keys.push_back(json::view(member.key()));
  return keys;
}

const json::Value* list_of(const json::Value& value, std::string_view name) {
  const json::Value* list = json::find(value, name);
  return list && list->is_array() ? list : nullptr;
}

// "#/modifiers/theme/contexts" as against "#/modifiers/theme".
bool is_within_modifier(std::string_view address) {
  return std::ranges::count(address, '/') > 2;
}

}  // namespace

std::expected<ResolverDocument, Faults> ResolverReader::read() {
  const json::Object* root = source_.if_object();
  if (!root)
    report(faults_, "the resolver", "must be an object; found " + found(source_));
  else
    check_root(*root);
  if (root && faults_.empty()) read_order(*root);
  if (!faults_.empty()) return std::unexpected(std::move(faults_));
  return std::move(document_);
}

void ResolverReader::check_root(const json::Object& root) {
  constexpr std::array<std::string_view, 6> known = {"name", "version",   "description",
                                                     "sets", "modifiers", "resolutionOrder"};
  for (const auto& member : root) {
    const std::string_view key = json::view(member.key());
    if (!key.starts_with('$') && std::ranges::find(known, key) == known.end())
      report(faults_, key, "is no member of a resolver document" + suggestion(key, known));
  }
  const json::Value* version = root.if_contains("version");
  if (!version || !version->is_string() || version->get_string() != "2025.10")
    report(faults_, "version", "must be \"2025.10\"" + (version ? "; found " + found(*version) : std::string()));
  for (const std::string_view name : {"sets", "modifiers"}) {
    const json::Value* map = root.if_contains(name);
    if (map && !map->is_object()) report(faults_, name, "must be an object; found " + found(*map));
  }
  const json::Value* order = root.if_contains("resolutionOrder");
  if (!order || !order->is_array())
    report(faults_, "resolutionOrder",
           "must be a list of sets and modifiers" + (order ? "; found " + found(*order) : std::string()));
}

void ResolverReader::read_order(const json::Object& root) {
  if (const json::Value* sets = root.if_contains("sets"))
    for (const auto& set : sets->get_object()) {
      Sources unused;
      const std::string name(json::view(set.key()));
      add_sources(set.value(), "sets." + name, {"#/sets/" + name}, unused);
    }
  if (const json::Value* modifiers = root.if_contains("modifiers"))
    for (const auto& modifier : modifiers->get_object()) {
      const std::string name(json::view(modifier.key()));
      const std::string path = "modifiers." + name;
      if (const json::Value* whole = whole_modifier(modifier.value(), path)) check_modifier(*whole, name, path);
    }
  const json::Array& order = root.if_contains("resolutionOrder")->get_array();
  for (std::size_t i = 0; i < order.size(); ++i) read_step(order[i], "resolutionOrder." + std::to_string(i));
}

void ResolverReader::read_step(const json::Value& item, const std::string& path) {
  if (!item.is_object())
    return report(faults_, path, "must be a set, a modifier or a $ref to one; found " + found(item));
  if (!item.get_object().contains("$ref")) return read_inline_step(item, path);
  const auto target = follow(item, path, {});
  if (!target) return;
  const auto names = pointer_names(target->address).value_or(std::vector<std::string>());
  if (!target->is_set && (!target->is_modifier || names.size() != 2))
    return report(faults_, path, "$ref must lead to a set or a modifier; found \"" + target->address + "\"");
  const std::string& name = names.back();
  const json::Value* whole = with_members_beside(item, *target->value);
  if (target->is_set) return add_set(*whole, "sets." + name, {target->address});
  whole = whole_modifier(*whole, "modifiers." + name);
  const auto known = std::ranges::find(document_.modifiers_, name, &Modifier::name);
  if (!whole || known == document_.modifiers_.end()) return;  // its faults were reported
  if (item.get_object().size() > 1)
    if (auto read = read_modifier(*whole, name, path)) *known = std::move(*read);
  add_modifier(*whole, name, "modifiers." + name);
}

void ResolverReader::read_inline_step(const json::Value& item, const std::string& path) {
  const std::string name(json::find_string(item, "name").value_or(""));
  const std::string_view type = json::find_string(item, "type").value_or("");
  if (name.empty()) report(faults_, path, "must have a \"name\"");
  if (type != "set" && type != "modifier") report(faults_, path, "must have a \"type\", \"set\" or \"modifier\"");
  if (!name.empty() && std::ranges::find(inline_names_, name) != inline_names_.end())
    report(faults_, path, "there is another \"" + name + "\" in the resolutionOrder");
  inline_names_.push_back(name);
  if (type == "set") return add_set(item, path, {});
  if (type != "modifier") return;
  if (std::ranges::find(document_.modifiers_, name, &Modifier::name) != document_.modifiers_.end())
    return report(faults_, path, "there is another modifier \"" + name + "\"");
  check_modifier(item, name, path);
  add_modifier(item, name, path);
}

void ResolverReader::add_set(const json::Value& set, const std::string& path, const Chain& chain) {
  ResolverDocument::Step step;
  add_sources(set, path, chain, step.by_context[""]);
  document_.steps_.push_back(std::move(step));
}

// What a modifier is that may be a $ref to its contexts elsewhere; null, with a fault, where that leads nowhere.
const json::Value* ResolverReader::whole_modifier(const json::Value& modifier, const std::string& path) {
  if (!modifier.is_object() || !modifier.get_object().contains("$ref")) return &modifier;
  const auto target = follow(modifier, path, {});
  if (!target) return nullptr;
  if (!target->is_modifier) return with_members_beside(modifier, *target->value);
  report(faults_, path, "refers to \"" + target->address + "\"; only the resolutionOrder may refer to a modifier");
  return nullptr;
}

void ResolverReader::check_modifier(const json::Value& modifier, const std::string& name, const std::string& path) {
  if (auto read = read_modifier(modifier, name, path)) document_.modifiers_.push_back(std::move(*read));
}

std::optional<Modifier> ResolverReader::read_modifier(const json::Value& modifier, const std::string& name,
                                                      const std::string& path) {
  const json::Value* contexts = json::find(modifier, "contexts");
  if (!contexts || !contexts->is_object()) {
    report(faults_, path, "must have \"contexts\", an object from a context's name to its sources");
    return std::nullopt;
  }
  const auto keys = keys_of(contexts->get_object());
  if (keys.empty()) {
    report(faults_, path, "has no context");
    return std::nullopt;
  }
  if (keys.size() == 1) report(faults_, path, "has one context only; make it a set");
  for (const auto& context : contexts->get_object())
    if (!context.value().is_array())
      report(faults_, path + "." + std::string(json::view(context.key())),
             "must be a list of sources; found " + found(context.value()));
  Modifier read{name, {keys.begin(), keys.end()}, std::nullopt};
  if (const json::Value* fallback = json::find(modifier, "default")) {
    const std::string_view text = json::find_string(modifier, "default").value_or("");
    if (std::ranges::find(keys, text) == keys.end())
      report(faults_, path,
             "its default must be one of its contexts; found " + found(*fallback) + suggestion(text, keys));
    read.default_context = text;
  }
  return read;
}

void ResolverReader::add_modifier(const json::Value& modifier, const std::string& name, const std::string& path) {
  const auto known = std::ranges::find(document_.modifiers_, name, &Modifier::name);
  if (known == document_.modifiers_.end()) return;  // its faults were reported
  ResolverDocument::Step step;
  step.modifier = static_cast<std::size_t>(known - document_.modifiers_.begin());
  const json::Value* contexts = json::find(modifier, "contexts");
  for (const auto& context : contexts->get_object()) {
    const std::string context_name(json::view(context.key()));
    add_list(context.value(), path + "." + context_name, {}, step.by_context[context_name]);
  }
  document_.steps_.push_back(std::move(step));
}

void ResolverReader::add_sources(const json::Value& set, const std::string& path, const Chain& chain, Sources& out) {
  const json::Value* sources = list_of(set, "sources");
  if (!sources && set.is_object() && set.get_object().contains("$ref")) {
    const auto target = follow(set, path, chain);
    if (!target) return;
    if (target->is_modifier)
      return report(faults_, path,
                    "refers to \"" + target->address + "\"; only the resolutionOrder may refer to a modifier");
    Chain longer = chain;
    longer.push_back(target->address);
    return add_sources(*target->value, path, longer, out);
  }
  if (!sources) return report(faults_, path, "must have \"sources\", a list of token documents");
  add_list(*sources, path, chain, out);
}

void ResolverReader::add_list(const json::Value& list, const std::string& path, const Chain& chain, Sources& out) {
  if (!list.is_array()) return;
  for (std::size_t i = 0; i < list.get_array().size(); ++i)
    add_source(list.get_array()[i], path + "." + std::to_string(i), chain, out);
}

void ResolverReader::add_source(const json::Value& item, const std::string& path, const Chain& chain, Sources& out) {
  if (source_count_++ >= max_sources)
    return report(faults_, "the resolver", "has more than " + std::to_string(max_sources) + " sources");
  const json::Object* tokens = item.if_object();
  if (!tokens) return report(faults_, path, "must be tokens or a $ref to some; found " + found(item));
  if (tokens->contains("$ref")) {
    const auto target = follow(item, path, chain);
    if (!target) return;
    if (target->is_modifier)
      return report(faults_, path,
                    "refers to \"" + target->address + "\"; only the resolutionOrder may refer to a modifier");
    if (target->is_set) {
      Chain longer = chain;
      longer.push_back(target->address);
      return add_sources(*target->value, "sets." + pointer_names(target->address)->back(), longer, out);
    }
    if (!target->value->is_object())
      return report(faults_, path, "\"" + target->address + "\" holds no tokens but " + found(*target->value));
    tokens = &with_members_beside(item, *target->value)->get_object();
  }
  out.push_back(tokens);
}

std::optional<ResolverReader::Target> ResolverReader::follow(const json::Value& reference, const std::string& path,
                                                             const Chain& chain) {
  Chain longer = chain;
  const json::Value* place = &reference;
  for (;;) {
    const auto address = json::find_string(*place, "$ref");
    if (!address) {
      report(faults_, path, "$ref must be a text");
      return std::nullopt;
    }
    // Within a file that was handed in, "#/…" is a place in it.
    const std::string_view last = longer.size() > chain.size() ? std::string_view(longer.back()) : "#";
    auto target = find(address->starts_with('#') ? std::string(last.substr(0, last.find('#'))).append(*address)
                                                 : std::string(*address),
                       path);
    if (!target) return std::nullopt;
    if (std::ranges::find(longer, target->address) != longer.end() || longer.size() > max_chain) {
      std::string circle;
      for (const std::string& each : longer) circle += each + " → ";
      report(faults_, path, "$ref leads in a circle: " + circle + target->address);
      return std::nullopt;
    }
    const bool is_named = target->is_set || (target->is_modifier && !is_within_modifier(target->address));
    if (is_named || !json::find(*target->value, "$ref")) return target;
    longer.push_back(target->address);
    place = target->value;
  }
}

std::optional<ResolverReader::Target> ResolverReader::find(std::string_view address, const std::string& path) {
  const auto hash = address.find('#');
  std::string_view file = address.substr(0, hash);
  while (file.starts_with("./")) file.remove_prefix(2);
  std::string fragment(hash == std::string_view::npos ? "" : address.substr(hash + 1));
  if (!fragment.empty() && fragment.front() != '/') fragment.insert(0, "/");
  Target target{&source_, std::string(file) + "#" + fragment};
  if (!file.empty()) {
    const auto known = files_.find(file);
    if (known == files_.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, value] : files_) names.push_back(name);
      report(faults_, path,
             "refers to \"" + std::string(file) + "\", which was not handed in" + suggestion(file, names));
      return std::nullopt;
    }
    target.value = &known->second;
  }
  const auto names = fragment.empty() ? std::vector<std::string>()
                                      : pointer_names("#" + fragment).value_or(std::vector<std::string>(1));
  const bool is_all_sets = names.size() == 1 && names.front() == "sets";
  if (file.empty() && (names.empty() || is_all_sets || names.front() == "resolutionOrder")) {
    report(faults_, path,
           names.empty() ? "$ref must not lead to the document itself"
           : is_all_sets ? "$ref must lead to one of the sets"
                         : "$ref must not lead to the resolutionOrder");
    return std::nullopt;
  }
  const json::Value* holder = nullptr;
  for (const std::string& name : names) {
    holder = target.value;
    target.value = json::find(*holder, name);
    if (!target.value) {
      const auto keys = holder->is_object() ? keys_of(holder->get_object()) : std::vector<std::string_view>();
      report(faults_, path,
             "$ref leads to \"" + std::string(address) + "\", which is not there" + suggestion(name, keys));
      return std::nullopt;
    }
  }
  target.is_set = names.size() == 2 && names.front() == "sets" && file.empty();
  target.is_modifier = !names.empty() && names.front() == "modifiers" && file.empty();
  return target;
}

// https://www.designtokens.org/tr/2025.10/resolver/#extending: shallow.
const json::Value* ResolverReader::with_members_beside(const json::Value& reference, const json::Value& target) {
  if (reference.get_object().size() == 1 || !target.is_object()) return &target;
  if (extended_bytes_ <= max_bytes) extended_bytes_ += least_bytes(target);
  if (extended_bytes_ > max_bytes) {
    report(faults_, "the resolver", "what has members beside its $ref has more than 4 MiB");
    return &target;
  }
  json::Object merged = target.get_object();
  for (const auto& member : reference.get_object())
    if (member.key() != "$ref") merged[member.key()] = member.value();
  return &document_.extended_.emplace_back(std::move(merged));
}

std::expected<ResolverDocument, Faults> ResolverDocument::parse(const json::Value& source, const Files& files) {
  return ResolverReader(source, files).read();
}

}  // namespace pagewright::token
