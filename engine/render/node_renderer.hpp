// Renders nodes through their components' templates, and notes which components and styles were used.
#pragma once

#include <array>
#include <unordered_map>

#include "engine/render/component.hpp"
#include "engine/render/page.hpp"

namespace pagewright::render {

enum class Depth : std::uint8_t { subtree, shell };  // shell: the node itself, its slots empty

class NodeRenderer final : public liquid::Host {
 public:
  NodeRenderer(const Library& library, const document::Document& document, Mode mode)
      : library_(library),
        document_(document),
        mode_(mode),
        nodes_left_(8 * document.size() + 1'000),
        used_(library.components().size()) {}

  Result<void> append(const document::NodeId& id, Depth depth, std::string& out);
  // All children of the page's root.
  Result<void> append_root(std::string& out);

  // True where a canvas got less than the nodes asked for: they pass a limit of the page.
  [[nodiscard]] bool is_cut_short() const { return is_cut_short_; }
  [[nodiscard]] const std::vector<bool>& used_components() const { return used_; }  // by Component::index
  // The styles met, by hash, in the order in which they were met.
  [[nodiscard]] const std::vector<std::pair<std::uint64_t, const document::Styles*>>& styles() const { return styles_; }

  void append_slot(std::string_view slot, TextWriter& out) override;
  void append_root_class(TextWriter& out) override;
  void append_root_attributes(TextWriter& out) override;
  [[nodiscard]] bool is_canvas() const override { return mode_ == Mode::canvas; }

 private:
  void append_children(const document::Children* children, std::string_view slot, TextWriter& out);
  void append_siblings(std::span<const document::Child> siblings, TextWriter& out);
  void append_slot_mark(std::string_view begin, std::string_view slot, TextWriter& out) const;
  Result<void> append_node(const document::PlacedNode& placed, TextWriter& out);
  // What a template multiplies, by naming a slot twice or in a loop, multiplies again in what stands in the slot.
  [[nodiscard]] std::optional<std::string_view> passed_limit(const TextWriter& out) const;
  Result<void> cut_short(const document::PlacedNode& placed, std::string_view message, TextWriter& out);
  void append_placeholder(const document::PlacedNode& placed, const schema::ComponentDefinition& definition,
                          std::string_view message, TextWriter& out);
  static void append_alert(const document::PlacedNode& placed, std::string_view message, TextWriter& out);
  const Library::Component* find_component(std::string_view name);

  const Library& library_;
  const document::Document& document_;
  Mode mode_;
  std::size_t nodes_left_;  // that may still be rendered, one in several places counted for each
  std::size_t bytes_ = 0;   // of what was rendered before
  bool is_cut_short_ = false;
  Depth depth_ = Depth::subtree;
  const document::PlacedNode* placed_ = nullptr;  // the one whose template runs
  std::array<const Library::Component*, 32> recent_components_{};
  std::vector<bool> used_;
  std::vector<std::pair<std::uint64_t, const document::Styles*>> styles_;
  std::unordered_map<std::uint64_t, bool> seen_styles_;
  std::optional<Error> error_;  // the first one: a template cannot return it through a slot
};

}  // namespace pagewright::render
