#include "engine/render/patch.hpp"

#include <algorithm>

#include "engine/render/node_renderer.hpp"
#include "engine/render/page_head.hpp"
#include "engine/render/style_sheet.hpp"

namespace pagewright::render {
namespace {

using document::Document;
using document::Node;
using document::NodeId;

// What differs between two documents, as a canvas sees it: what is hidden is not there.
struct Differences {
  std::vector<NodeId> inserted;  // each, also below another inserted one
  std::vector<NodeId> removed;
  std::vector<NodeId> moved;
  std::vector<NodeId> updated;

  Differences(const Document& before, const Document& after) {
    Document::for_each_difference(
        before, after, [&](const NodeId& id, const document::NodePointer* old, const document::NodePointer* now) {
          const bool was_shown = old && !before.is_hidden(id);
          const bool is_shown_now = now && !after.is_hidden(id);
          if (!was_shown && !is_shown_now) return;
          if (!was_shown) return inserted.push_back(id);
          if (!is_shown_now) return removed.push_back(id);
          const Node& was = **old;
          const Node& is = **now;
          if (was.component != is.component) {
            removed.push_back(id);
            inserted.push_back(id);
            return;
          }
          if (was.place != is.place) moved.push_back(id);
          if (!(was.props == is.props) || !(was.styles == is.styles)) updated.push_back(id);
        });
  }
};

json::Value id_json(const NodeId& id) {
  return id.is_root() ? json::Value(nullptr) : json::Value(id.text());
}

// A node to be put in place, with what decides the order: parents before what is below them, siblings from the last to
// the first, so that the sibling to put it before is always there already.
struct Placement {
  NodeId id;
  bool is_new;
  unsigned depth;
  std::ptrdiff_t position;
};

Placement placement_of(const Document& document, const NodeId& id, bool is_new) {
  const document::Place& place = document.find(id)->place;
  const auto siblings = document.children(place.parent, place.slot);
  const auto at = std::ranges::lower_bound(siblings, document::Child{place.rank, id});
  return {id, is_new, document.depth_of(id), at - siblings.begin()};
}

// The next one that is rendered of those that follow it in its slot.
std::optional<NodeId> next_shown(const Document& document, const NodeId& id) {
  const document::Place& place = document.find(id)->place;
  const auto siblings = document.children(place.parent, place.slot);
  auto at = std::ranges::upper_bound(siblings, document::Child{place.rank, id});
  while (at != siblings.end() && document.find(at->id)->is_hidden()) ++at;
  return at == siblings.end() ? std::nullopt : std::optional(at->id);
}

json::Object place_patch(std::string_view type, const Document& document, const NodeId& id) {
  const document::Place& place = document.find(id)->place;
  const auto next = next_shown(document, id);
  return {{"type", type},
          {"id", id.text()},
          {"parent", id_json(place.parent)},
          {"slot", place.slot},
          {"before", next ? json::Value(next->text()) : json::Value(nullptr)}};
}

using Ids = std::unordered_set<NodeId, document::NodeIdHash>;

bool has_ancestor_in(const Document& document, const NodeId& id, const Ids& ids) {
  for (NodeId at = document.find(id)->place.parent; !at.is_root(); at = document.find(at)->place.parent)
    if (ids.contains(at)) return true;
  return false;
}

}  // namespace

PatchWriter::PatchWriter(std::shared_ptr<const Library> library) : library_(std::move(library)) {}

Result<void> PatchWriter::open(const Document& document, const PageContext& context, std::string& out) {
  NodeRenderer renderer(*library_, document, Mode::canvas);
  TRY(append_page(renderer, *library_, document, context, Mode::canvas, out));
  is_cut_short_ = renderer.is_cut_short();
  components_ = renderer.used_components();
  rules_.clear();
  for (const auto& [hash, styles] : renderer.styles()) rules_.insert(hash);
  return {};
}

std::string PatchWriter::new_rules(const NodeRenderer& rendered) {
  std::string css;
  for (const Library::Component* component : library_->components()) {
    if (!rendered.used_components()[component->index] || components_[component->index]) continue;
    components_[component->index] = true;
    append_layer(css, "components", component->css);
  }
  std::string rules;
  for (const auto& [hash, styles] : rendered.styles())
    if (rules_.insert(hash).second) append_style_rules(rules, *styles, hash, library_->tokens());
  append_layer(css, "nodes", rules);
  return css;
}

Result<json::Array> PatchWriter::patches(const Document& before, const Document& after) {
  Differences differences(before, after);
  const Ids inserted(differences.inserted.begin(), differences.inserted.end());
  const Ids removed(differences.removed.begin(), differences.removed.end());
  // A node that stays, but stands below a new one now, comes with that one's markup; so does all that changed its
  // component. Rare (undoing an "unwrap", a restored version): then the page is put together anew. So it is where the
  // canvas lacks nodes, which may have a place now.
  const bool entangled =
      is_cut_short_ ||
      std::ranges::any_of(differences.moved, [&](const NodeId& id) { return has_ancestor_in(after, id, inserted); }) ||
      std::ranges::any_of(inserted, [&](const NodeId& id) { return removed.contains(id); });

  json::Array patches;
  NodeRenderer renderer(*library_, after, Mode::canvas);
  const auto append_insert = [&](const NodeId& id) -> Result<void> {
    json::Object patch = place_patch("insert", after, id);
    std::string html;
    TRY(renderer.append(id, Depth::subtree, html));
    patch["html"] = html;
    patches.push_back(std::move(patch));
    return {};
  };

  if (entangled) {
    for (const document::Child& child : before.children(NodeId(), document::root_slot))
      if (!before.find(child.id)->is_hidden())
        patches.push_back(json::Object{{"type", "remove"}, {"id", child.id.text()}});
    const auto children = after.children(NodeId(), document::root_slot);
    for (std::size_t i = children.size(); i-- > 0;)
      if (!after.find(children[i].id)->is_hidden()) TRY(append_insert(children[i].id));
  } else {
    std::vector<Placement> placements;
    for (const NodeId& id : differences.inserted)
      if (!has_ancestor_in(after, id, inserted)) placements.push_back(placement_of(after, id, true));
    for (const NodeId& id : differences.moved) placements.push_back(placement_of(after, id, false));
    std::ranges::sort(placements, [](const Placement& a, const Placement& b) {
      return a.depth != b.depth ? a.depth < b.depth : a.position > b.position;
    });
    for (const Placement& placement : placements) {
      if (placement.is_new)
        TRY(append_insert(placement.id));
      else
        patches.push_back(place_patch("move", after, placement.id));
    }
    for (const NodeId& id : differences.removed)
      // One whose parent goes as well goes with it. Its parent alone: above that may stand one that has moved away,
      // with it.
      if (const NodeId& parent = before.find(id)->place.parent;
          parent.is_root() || (after.find(parent) && !after.is_hidden(parent)))
        patches.push_back(json::Object{{"type", "remove"}, {"id", id.text()}});
    for (const NodeId& id : differences.updated) {
      std::string html;
      TRY(renderer.append(id, Depth::shell, html));
      patches.push_back(json::Object{{"type", "update"}, {"id", id.text()}, {"html", html}});
    }
  }
  is_cut_short_ = renderer.is_cut_short();
  if (const std::string css = new_rules(renderer); !css.empty())
    patches.insert(patches.begin(), json::Object{{"type", "css"}, {"css", css}});
  if (language_of(before) != language_of(after) || color_scheme_of(before) != color_scheme_of(after))
    patches.push_back(json::Object{{"type", "page"},
                                   {"language", language_of(after)},
                                   {"color_scheme", color_scheme_of(after)},
                                   {"token_css", library_->tokens().css(color_scheme_of(after))}});
  return patches;
}

}  // namespace pagewright::render
