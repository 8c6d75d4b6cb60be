#include "engine/merge/contents.hpp"

#include "engine/diff/registers.hpp"
#include "engine/document/node_reader.hpp"
#include "engine/merge/text_merge.hpp"

namespace pagewright::merge {
namespace {

using diff::same_value;
using document::Node;
using document::NodeId;
using document::SharedValue;

// The node's three versions while their registers are merged into `merged`, which starts as ours.
struct NodeMerge {
  const NodeId& id;
  const Touched& node;
  const Input& input;
  ConflictList& conflicts;
  Node& merged;

  void merge_prop(const std::string& key, const SharedValue& base, const SharedValue& theirs) {
    const SharedValue ours = node.ours->props.find_shared(key);
    if (same_value(ours, theirs)) return;
    if (same_value(ours, base)) return merged.props.set(key, theirs);
    Conflict conflict{.id = "prop:" + id_text(id) + ":" + key,
                      .kind = ConflictKind::prop,
                      .node = id,
                      .key = key,
                      .base = base,
                      .ours = ours,
                      .theirs = theirs,
                      .choices = {Choice::ours, Choice::theirs, Choice::value}};
    const Resolution wanted = conflicts.decided(conflict.id);
    if (base && ours && theirs) {
      const auto text = merge_rich_text(*base, *ours, *theirs, wanted.choice);
      if (text && fits(key, text->value)) {
        if (text->has_conflict) {
          conflict.choices = {Choice::ours, Choice::theirs, Choice::both, Choice::value};
          (void)conflicts.add(std::move(conflict));
        }
        const bool is_given = text->has_conflict && wanted.choice == Choice::value && fits(key, *wanted.value);
        return merged.props.set(key, is_given ? wanted.value : share(text->value));
      }
    }
    set_decided(conflicts.add(std::move(conflict)), key, theirs);
  }

  void merge_setting(const std::string& key, const SharedValue& base, const SharedValue& theirs) {
    const SharedValue ours = node.ours->settings.find_shared(key);
    if (same_value(ours, theirs)) return;
    if (same_value(ours, base)) return merged.settings.set(key, theirs);
    const Resolution resolution = conflicts.add({.id = "setting:" + id_text(id) + ":" + key,
                                                 .kind = ConflictKind::setting,
                                                 .node = id,
                                                 .key = key,
                                                 .base = base,
                                                 .ours = ours,
                                                 .theirs = theirs,
                                                 .choices = {Choice::ours, Choice::theirs, Choice::value}});
    if (resolution.choice == Choice::theirs)
      merged.settings.set(key, theirs);
    else if (resolution.choice == Choice::value && document::check_node_setting(key, *resolution.value).has_value())
      merged.settings.set(key, resolution.value);
  }

  void set_decided(const Resolution& resolution, const std::string& key, const SharedValue& theirs) {
    if (resolution.choice == Choice::theirs)
      merged.props.set(key, theirs);
    else if (resolution.choice == Choice::value && fits(key, *resolution.value))
      merged.props.set(key, resolution.value);
  }

  [[nodiscard]] bool fits(const std::string& key, const json::Value& value) const {
    const schema::ComponentDefinition* definition = input.catalog.find(merged.component);
    return definition && document::check_prop(*definition, key, value, input.limits).has_value();
  }

  void merge_style(style::Breakpoint breakpoint, std::string_view property, const std::string* base,
                   const std::string* theirs) {
    const auto same = [](const std::string* a, const std::string* b) { return a == b || (a && b && *a == *b); };
    const auto value = [](const std::string* text) { return text ? share(json::Value(*text)) : nullptr; };
    const auto set = [&](const std::string* text) {
      merged.styles.set(breakpoint, property, text ? std::optional(*text) : std::nullopt);
    };
    const std::string* ours = node.ours->styles.find(breakpoint, property);
    if (same(ours, theirs)) return;
    if (same(ours, base)) return set(theirs);
    const Resolution resolution = conflicts.add(
        {.id = "style:" + id_text(id) + ":" + std::string(style::name_of(breakpoint)) + ":" + std::string(property),
         .kind = ConflictKind::style,
         .node = id,
         .key = std::string(property),
         .breakpoint = breakpoint,
         .base = value(base),
         .ours = value(ours),
         .theirs = value(theirs),
         .choices = {Choice::ours, Choice::theirs, Choice::value}});
    if (resolution.choice == Choice::theirs) return set(theirs);
    if (resolution.choice != Choice::value || !resolution.value->is_string()) return;
    const std::string given(json::view(resolution.value->get_string()));
    if (style::validate(property, given)) set(&given);
  }
};

}  // namespace

std::shared_ptr<Node> merge_contents(const NodeId& id, const Touched& node, const Input& input,
                                     ConflictList& conflicts) {
  const document::NodePointer& placed = node.at(node.side);
  const bool is_shared = node.ours && node.theirs;
  const document::NodePointer& contents = is_shared ? node.at(node.is_whole ? node.contents : Side::ours) : placed;
  auto merged = std::make_shared<Node>(*contents);
  merged->place = placed->place;
  if (!is_shared || node.is_whole) return merged;
  NodeMerge merge{id, node, input, conflicts, *merged};
  diff::for_each_changed_register(node.base->settings, node.theirs->settings,
                                  [&](const std::string& key, const SharedValue& base, const SharedValue& theirs) {
                                    merge.merge_setting(key, base, theirs);
                                  });
  diff::for_each_changed_register(node.base->props, node.theirs->props,
                                  [&](const std::string& key, const SharedValue& base, const SharedValue& theirs) {
                                    merge.merge_prop(key, base, theirs);
                                  });
  diff::for_each_changed_style(node.base->styles, node.theirs->styles,
                               [&](style::Breakpoint breakpoint, std::string_view property, const auto* base,
                                   const auto* theirs) { merge.merge_style(breakpoint, property, base, theirs); });
  return merged;
}

void merge_layout(const Input& input, ConflictList& conflicts, document::Document& merged) {
  diff::for_each_changed_register(input.base.layout(), input.theirs.layout(),
                                  [&](const std::string& key, const SharedValue& base, const SharedValue& theirs) {
                                    const SharedValue ours = input.ours.layout().find_shared(key);
                                    if (same_value(ours, theirs)) return;
                                    if (same_value(ours, base)) return merged.set_layout(key, theirs);
                                    const Resolution resolution =
                                        conflicts.add({.id = "page:" + key,
                                                       .kind = ConflictKind::page,
                                                       .key = key,
                                                       .base = base,
                                                       .ours = ours,
                                                       .theirs = theirs,
                                                       .choices = {Choice::ours, Choice::theirs, Choice::value}});
                                    if (resolution.choice == Choice::theirs) merged.set_layout(key, theirs);
                                    if (resolution.choice == Choice::value &&
                                        document::check_page_setting(key, *resolution.value, input.limits).has_value())
                                      merged.set_layout(key, resolution.value);
                                  });
}

}  // namespace pagewright::merge
