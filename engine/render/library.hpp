// All that rendering needs beside a document: compiled components, design tokens, the base style sheet. Immutable and
// shared.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/hash.hpp"
#include "engine/liquid/program.hpp"
#include "engine/render/component_source.hpp"
#include "engine/schema/component_definition.hpp"
#include "engine/token/token_set.hpp"

namespace pagewright::render {

struct LibrarySource {
  std::vector<ComponentSource> components;
  json::Value tokens;    // a DTCG document
  std::string base_css;  // reset and typography of every page
};

// A diagnostic of a library names its component in `message`.
class Library {
 public:
  struct Component;

  [[nodiscard]] static std::expected<std::shared_ptr<const Library>, std::vector<Diagnostic>> compile(
      const LibrarySource& source);

  [[nodiscard]] const schema::Catalog& catalog() const { return catalog_; }
  [[nodiscard]] const token::TokenSet& tokens() const { return tokens_; }
  [[nodiscard]] const Component* find(std::string_view name) const;
  // In the order of their names: Component::index counts here.
  [[nodiscard]] const std::vector<const Component*>& components() const { return by_index_; }
  [[nodiscard]] const std::string& base_css() const { return base_css_; }  // compact
  [[nodiscard]] const std::vector<std::size_t>& base_tokens() const { return base_tokens_; }
  // Indexes in tokens().tokens() of the tokens that `css` refers to.
  [[nodiscard]] std::vector<std::size_t> tokens_in(std::string_view css) const;

  Library();
  ~Library();

 private:
  schema::Catalog catalog_;
  token::TokenSet tokens_;
  std::string base_css_;
  std::vector<std::size_t> base_tokens_;
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return static_cast<std::size_t>(pagewright::hash_of(name)); }
  };
  std::unordered_map<std::string, std::unique_ptr<Component>, NameHash, std::equal_to<>> components_;
  std::vector<const Component*> by_index_;
};

}  // namespace pagewright::render
