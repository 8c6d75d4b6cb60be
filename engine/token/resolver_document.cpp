#include "engine/token/resolver_document.hpp"

#include <algorithm>
#include <set>

#include "engine/token/css_text.hpp"
#include "engine/token/group_extension.hpp"
#include "engine/token/nearest_name.hpp"
#include "engine/token/token_document.hpp"

namespace pagewright::token {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

// The one that is `wanted` to the letter, else but for case.
template <typename Names, typename Name>
auto find_name(const Names& names, std::string_view wanted, Name name) {
  const auto exact = std::ranges::find_if(names, [&](const auto& each) { return name(each) == wanted; });
  if (exact != names.end()) return exact;
  return std::ranges::find_if(names, [&](const auto& each) { return equal_but_for_case(name(each), wanted); });
}

std::string_view as_view(const std::string& text) {
  return text;
}
std::string_view name_of(const Modifier& modifier) {
  return modifier.name;
}

// What `other` has and `base` lacks or has differently: tokens, in their groups.
json::Object difference(const json::Object& base, const json::Object& other) {
  json::Object differing;
  for (const auto& member : other) {
    if (!member.value().is_object() || (member.key().starts_with('$') && member.key() != "$root")) continue;
    const json::Object& part = member.value().get_object();
    const json::Value* same = base.if_contains(member.key());
    if (is_token(part)) {
      if (!same || !json::equal(*same, member.value())) differing[member.key()] = part;
      continue;
    }
    const json::Object* group = same ? same->if_object() : nullptr;
    json::Object inner = difference(group ? *group : json::Object(), part);
    if (!inner.empty()) differing[member.key()] = std::move(inner);
  }
  return differing;
}

// The paths of a document's tokens, those that groups inherit among them.
std::set<std::string, std::less<>> paths_of(const json::Value& document) {
  Faults unheeded;  // found again where the tokens are resolved
  const json::Value extended = with_extensions(document, unheeded);
  std::set<std::string, std::less<>> paths;
  for (RawToken& token : read_tokens(extended, unheeded)) paths.insert(std::move(token.path));
  return paths;
}

// A theme changes tokens, it adds none.
void check_themes(const json::Object& themes, const json::Value& base, const Modifier& modifier, std::string_view own,
                  Faults& faults) {
  const auto known = paths_of(base);
  for (const auto& theme : themes) {
    const std::string_view context = json::view(theme.key());
    Faults unheeded;
    for (const RawToken& token : read_tokens(theme.value(), unheeded)) {
      if (known.contains(token.path)) continue;
      std::string message = "has the token " + token.path + ", which the context \"";
      message.append(own).append("\" lacks; give the same token to \"").append(own).append("\" or to a set, or ");
      message.append("take it out of \"").append(context).append("\"");
      report(faults, modifier.name + "." + std::string(context), message);
    }
  }
}

}  // namespace

std::vector<std::string> ResolverDocument::chosen_contexts(const json::Object& inputs, Faults& faults) const {
  std::vector<std::optional<std::string>> chosen(modifiers_.size());
  for (const auto& input : inputs) {
    const std::string_view name = json::view(input.key());
    const auto modifier = find_name(modifiers_, name, name_of);
    if (modifier == modifiers_.end()) {
      std::vector<std::string_view> names;
      for (const Modifier& each : modifiers_) names.push_back(each.name);
      report(faults, name, "is no modifier" + suggestion(name, names));
      continue;
    }
    const auto place = static_cast<std::size_t>(modifier - modifiers_.begin());
    const std::string_view text =
        input.value().is_string() ? json::view(input.value().get_string()) : std::string_view();
    const auto context = find_name(modifier->contexts, text, as_view);
    if (context != modifier->contexts.end()) {
      chosen[place] = *context;
      continue;
    }
    std::string list;
    for (const std::string& each : modifier->contexts) list += (list.empty() ? "\"" : ", \"") + each + "\"";
    report(faults, name, "must be one of " + list + "; found " + found(input.value()));
    chosen[place] = "";
  }
  std::vector<std::string> contexts;
  for (std::size_t i = 0; i < modifiers_.size(); ++i) {
    if (!chosen[i]) chosen[i] = modifiers_[i].default_context;
    if (!chosen[i]) report(faults, modifiers_[i].name, "must be given: the modifier has no default");
    contexts.push_back(chosen[i].value_or(""));
  }
  return contexts;
}

std::expected<json::Value, Faults> ResolverDocument::resolve(const json::Object& inputs) const {
  Faults faults;
  const std::vector<std::string> contexts = chosen_contexts(inputs, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  json::Object merged;
  std::size_t bytes = 0;
  for (const Step& step : steps_) {
    const auto sources = step.by_context.find(step.modifier ? contexts[*step.modifier] : std::string());
    if (sources == step.by_context.end()) continue;
    for (const json::Object* source : sources->second) {
      // The same one may be referred to any number of times.
      bytes += least_bytes(*source);
      if (bytes > max_bytes) {
        report(faults, "the resolver", "its sources, each counted as often as it is used, have more than 4 MiB");
        return std::unexpected(std::move(faults));
      }
      merge_overrides(merged, *source);
    }
  }
  return json::Value(std::move(merged));
}

std::expected<json::Value, Faults> document_with_themes(const ResolverDocument& resolver, const json::Object& inputs,
                                                        std::string_view modifier) {
  const std::vector<Modifier>& all = resolver.modifiers();
  auto found_modifier = find_name(all, modifier.empty() ? "theme" : modifier, name_of);
  if (found_modifier == all.end() && modifier.empty() && all.size() == 1) found_modifier = all.begin();
  if (found_modifier == all.end()) {
    if (modifier.empty()) return resolver.resolve(inputs);
    Faults faults;
    report(faults, modifier, "is no modifier");
    return std::unexpected(std::move(faults));
  }
  if (found_modifier->contexts.size() > max_themes + 1) {
    Faults faults;
    report(faults, found_modifier->name,
           "has more contexts than there can be themes: " + std::to_string(max_themes) + " beside its own");
    return std::unexpected(std::move(faults));
  }
  json::Object chosen;
  const json::Value* given = nullptr;
  for (const auto& input : inputs) {
    if (equal_but_for_case(json::view(input.key()), found_modifier->name))
      given = &input.value();
    else
      chosen[input.key()] = input.value();
  }
  const std::string fallback = found_modifier->default_context.value_or(found_modifier->contexts.front());
  chosen[found_modifier->name] = given ? *given : json::Value(fallback);
  auto base = resolver.resolve(chosen);
  if (!base) return base;
  json::Object themes;
  for (const std::string& context : found_modifier->contexts) {
    json::Object other = chosen;
    other[found_modifier->name] = context;
    const auto themed = resolver.resolve(other);
    if (!themed) return themed;
    json::Object overrides = difference(base->get_object(), themed->get_object());
    if (!overrides.empty()) themes[context] = std::move(overrides);
  }
  if (themes.empty()) return base;
  Faults faults;
  check_themes(themes, *base, *found_modifier, json::view(chosen[found_modifier->name].get_string()), faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  json::Value& extensions = base->get_object()["$extensions"];
  if (!extensions.is_object()) extensions = json::Object();
  extensions.get_object()["org.pagewright.themes"] = std::move(themes);
  return base;
}

}  // namespace pagewright::token
