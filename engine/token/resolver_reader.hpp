// Reads a resolver document: checks its shape and follows its references.
#pragma once

#include "engine/token/resolver_document.hpp"

namespace pagewright::token {

class ResolverReader {
 public:
  ResolverReader(const json::Value& source, const Files& files) : source_(source), files_(files) {}

  std::expected<ResolverDocument, Faults> read();

 private:
  using Sources = ResolverDocument::Sources;
  using Chain = std::vector<std::string>;
  // What a reference leads to.
  struct Target {
    const json::Value* value = nullptr;
    std::string address;  // "base.json#/color"
    bool is_set = false;  // "#/sets/<name>"
    bool is_modifier = false;
  };

  void check_root(const json::Object& root);
  void read_order(const json::Object& root);
  void read_step(const json::Value& item, const std::string& path);
  void read_inline_step(const json::Value& item, const std::string& path);
  // Of "#/sets/<name>" and "#/modifiers/<name>" the name.
  void add_set(const json::Value& set, const std::string& path, const Chain& chain);
  void add_modifier(const json::Value& modifier, const std::string& name, const std::string& path);
  const json::Value* whole_modifier(const json::Value& modifier, const std::string& path);
  std::optional<Modifier> read_modifier(const json::Value& modifier, const std::string& name, const std::string& path);
  void check_modifier(const json::Value& modifier, const std::string& name, const std::string& path);
  void add_sources(const json::Value& set, const std::string& path, const Chain& chain, Sources& out);
  void add_list(const json::Value& list, const std::string& path, const Chain& chain, Sources& out);
  void add_source(const json::Value& item, const std::string& path, const Chain& chain, Sources& out);
  std::optional<Target> follow(const json::Value& reference, const std::string& path, const Chain& chain);
  std::optional<Target> find(std::string_view address, const std::string& path);
  const json::Value* with_members_beside(const json::Value& reference, const json::Value& target);

  const json::Value& source_;
  const Files& files_;
  ResolverDocument document_;
  Faults faults_;
  std::vector<std::string> inline_names_;
  std::size_t source_count_ = 0;
  std::size_t extended_bytes_ = 0;  // of what was copied to have members beside its $ref
};

}  // namespace pagewright::token
