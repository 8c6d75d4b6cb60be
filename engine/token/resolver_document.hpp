// The resolver module: which token documents, in which order, make the tokens of a context such as a theme. Nothing is
// fetched: what the document refers to stands in it or is handed in by name.
// https://www.designtokens.org/tr/2025.10/resolver/
#pragma once

#include <deque>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/token/token_tree.hpp"

namespace pagewright::token {

using Files = std::map<std::string, json::Value, std::less<>>;  // by the name that references use

struct Modifier {
  std::string name;
  std::vector<std::string> contexts;
  std::optional<std::string> default_context;
};

class ResolverDocument {
 public:
  // Both must outlive it. Faults name the place: "modifiers.theme: …".
  [[nodiscard]] static std::expected<ResolverDocument, Faults> parse(const json::Value& source, const Files& files);

  [[nodiscard]] const std::vector<Modifier>& modifiers() const { return modifiers_; }

  // The DTCG document of the contexts that `inputs` choose: {"theme": "dark"}. Names of modifiers and contexts may
  // differ in case.
  [[nodiscard]] std::expected<json::Value, Faults> resolve(const json::Object& inputs) const;

 private:
  friend class ResolverReader;
  using Sources = std::vector<const json::Object*>;

  struct Step {
    std::optional<std::size_t> modifier;        // nothing: a set
    std::map<std::string, Sources> by_context;  // of a set: all under ""
  };

  [[nodiscard]] std::vector<std::string> chosen_contexts(const json::Object& inputs, Faults& faults) const;

  std::vector<Modifier> modifiers_;
  std::vector<Step> steps_;
  std::deque<json::Value> extended_;  // what members beside a $ref changed
};

// The document of `inputs` with the other contexts of one modifier as its themes: that named `modifier`, or where that
// is empty the one named "theme", or the only one.
[[nodiscard]] std::expected<json::Value, Faults> document_with_themes(const ResolverDocument& resolver,
                                                                      const json::Object& inputs,
                                                                      std::string_view modifier);

}  // namespace pagewright::token
