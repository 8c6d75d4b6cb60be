#include "engine/render/node_renderer.hpp"

#include <algorithm>
#include <array>

#include "engine/base/html.hpp"
#include "engine/render/style_sheet.hpp"

namespace pagewright::render {
namespace {

constexpr std::size_t most_bytes = 32UL * 1024 * 1024;  // of a page, or of what a change renders of it

}  // namespace

Result<void> NodeRenderer::append(const document::NodeId& id, Depth depth, std::string& out) {
  const document::PlacedNode* placed = document_.find_placed(id);
  if (!placed) return fail(ErrorCode::gone, "The node no longer exists.", std::string(id.text()));
  depth_ = depth;
  TextWriter writer(out);
  const std::size_t start = writer.size();
  TRY(append_node(*placed, writer));
  bytes_ += writer.size() - start;
  if (error_) return std::unexpected(*error_);
  return {};
}

Result<void> NodeRenderer::append_root(std::string& out) {
  TextWriter writer(out);
  append_children(document_.children(document::NodeId()), document::root_slot, writer);
  if (error_) return std::unexpected(*error_);
  return {};
}

// Pages use few components, many times: most are found without hashing their name.
const Library::Component* NodeRenderer::find_component(std::string_view name) {
  const Library::Component*& recent =
      recent_components_[(name.size() + 7 * static_cast<unsigned char>(name.front())) % recent_components_.size()];
  if (!recent || !same_text(recent->definition->name, name)) recent = library_.find(name);
  return recent;
}

Result<void> NodeRenderer::append_node(const document::PlacedNode& placed, TextWriter& out) {
  const document::Node& node = *placed.node;
  const Library::Component* component = find_component(node.component);
  if (!component)
    return fail(ErrorCode::unknown_component, "There is no component \"" + node.component + "\".",
                std::string(node.id.text()));
  if (const auto message = passed_limit(out)) return cut_short(placed, *message, out);
  --nodes_left_;
  used_[component->index] = true;
  const auto variables = component->program.variables();
  std::array<const json::Value*, Library::Component::most_variables> values;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const json::Value* value = node.props.find(variables[i]);
    values[i] = value ? value : component->default_values[i];
  }
  const std::size_t start = out.size();
  const document::PlacedNode* outer = std::exchange(placed_, &placed);
  auto rendered = component->program.render({values.data(), variables.size()}, node.id.text(), this, out);
  placed_ = outer;
  if (!rendered) {
    rendered.error().path = std::string(node.id.text());
    rendered.error().message =
        "The component \"" + node.component + "\" cannot be rendered: " + rendered.error().message;
    if (mode_ == Mode::canvas) {
      out.truncate(start);
      append_placeholder(placed, *component->definition, rendered.error().message, out);
      return {};
    }
  }
  return rendered;
}

std::optional<std::string_view> NodeRenderer::passed_limit(const TextWriter& out) const {
  if (nodes_left_ == 0)
    return "The page's components are put out too often: each may name a slot once only, outside of loops, or fewer of "
           "them must stand in one another.";
  if (bytes_ + out.size() > most_bytes)
    return "The page is larger than 32 MiB: make its texts shorter, or divide it into several pages.";
  return std::nullopt;
}

// A canvas shows what it can, so that the page can be mended: a sentence in place of this node, and nothing behind it.
Result<void> NodeRenderer::cut_short(const document::PlacedNode& placed, std::string_view message, TextWriter& out) {
  if (mode_ != Mode::canvas)
    return fail(ErrorCode::limit_exceeded, std::string(message), std::string(placed.node->id.text()));
  is_cut_short_ = true;
  append_alert(placed, message, out);
  out.append("</div>");
  return {};
}

// Who edits the page must see which node it is, and be able to change it and what stands in it.
void NodeRenderer::append_placeholder(const document::PlacedNode& placed, const schema::ComponentDefinition& definition,
                                      std::string_view message, TextWriter& out) {
  append_alert(placed, message, out);
  for (const schema::SlotDefinition& slot : definition.slots) append_children(placed.children.get(), slot.name, out);
  out.append("</div>");
}

void NodeRenderer::append_alert(const document::PlacedNode& placed, std::string_view message, TextWriter& out) {
  out.append("<div role=\"alert\" data-node=\"");
  out.append(placed.node->id.text());
  out.append("\">");
  html::write_escaped(out, message);
}

void NodeRenderer::append_children(const document::Children* children, std::string_view slot, TextWriter& out) {
  append_slot_mark("<!--slot ", slot, out);
  if (depth_ == Depth::subtree) {
    append_siblings(document::children_in(children, slot), out);
  }
  append_slot_mark("<!--/slot ", slot, out);
}

// Some are found before the first of them is rendered: each lookup waits for memory, and several wait together.
void NodeRenderer::append_siblings(std::span<const document::Child> siblings, TextWriter& out) {
  std::array<const document::PlacedNode*, 8> found;
  while (!siblings.empty()) {
    const std::span<const document::Child> next = siblings.first(std::min(siblings.size(), found.size()));
    for (std::size_t i = 0; i < next.size(); ++i) {
      found[i] = document_.find_placed(next[i].id);
      __builtin_prefetch(found[i]->node->props.entries().data());
    }
    for (std::size_t i = 0; i < next.size(); ++i) {
      if (error_ || is_cut_short_) return;
      if (found[i]->node->is_hidden()) continue;
      if (auto rendered = append_node(*found[i], out); !rendered) error_ = std::move(rendered.error());
    }
    siblings = siblings.subspan(next.size());
  }
}

void NodeRenderer::append_slot_mark(std::string_view begin, std::string_view slot, TextWriter& out) const {
  if (mode_ != Mode::canvas) return;
  out.append(begin);
  out.append(slot);
  out.append("-->");
}

void NodeRenderer::append_slot(std::string_view slot, TextWriter& out) {
  append_children(placed_->children.get(), slot, out);
}

void NodeRenderer::append_root_class(TextWriter& out) {
  const document::Styles& styles = placed_->node->styles;
  if (styles.empty()) return;
  const std::uint64_t hash = hash_of(styles);
  if (seen_styles_.emplace(hash, true).second) styles_.emplace_back(hash, &styles);
  out.append(' ');
  out.append_with([&](std::string& text) { append_style_class(text, hash); });
}

void NodeRenderer::append_root_attributes(TextWriter& out) {
  if (mode_ != Mode::canvas) return;
  out.append(" data-node=\"");
  out.append(placed_->node->id.text());
  out.append('"');
}

}  // namespace pagewright::render
