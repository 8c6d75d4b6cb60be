// The JSON of a difference: docs/formats/merge.md.
#include "engine/diff/difference.hpp"
#include "engine/diff/rich_text_difference.hpp"
#include "engine/document/node_json.hpp"

namespace pagewright::diff {
namespace {

using document::Document;
using document::NodeId;

json::Value place_json(const Document& document, const NodeId& id) {
  json::Object object = document::slot_json(document.find(id)->place);
  if (const auto next = document.next_sibling(id))
    object["before"] = next->text();
  else
    object["before"] = nullptr;
  return object;
}

void add_values(json::Object& object, const document::SharedValue& before, const document::SharedValue& after) {
  if (before) object["before"] = *before;
  if (after) object["after"] = *after;
  if (!before || !after) return;
  if (before->is_object() || after->is_object()) {
    const auto lines = rich_text_difference(*before, *after);
    if (!lines.empty()) object["lines"] = to_json(lines);
  } else if (before->is_string() && after->is_string()) {
    object["words"] = to_json(word_difference(json::view(before->get_string()), json::view(after->get_string())));
  }
}

struct ToJson {
  const Document& before;
  const Document& after;

  json::Value operator()(const PageChanged& change) const {
    json::Object object{{"type", "page"}, {"key", change.key}};
    add_values(object, change.before, change.after);
    return object;
  }
  json::Value operator()(const Inserted& change) const {
    return json::Object{{"type", "inserted"},
                        {"id", change.id.text()},
                        {"component", after.find(change.id)->component},
                        {"nodes", change.nodes},
                        {"to", place_json(after, change.id)}};
  }
  json::Value operator()(const Removed& change) const {
    return json::Object{{"type", "removed"},
                        {"id", change.id.text()},
                        {"component", before.find(change.id)->component},
                        {"nodes", change.nodes},
                        {"from", place_json(before, change.id)}};
  }
  json::Value operator()(const Replaced& change) const {
    return json::Object{{"type", "replaced"},
                        {"id", change.id.text()},
                        {"before", before.find(change.id)->component},
                        {"after", after.find(change.id)->component}};
  }
  json::Value operator()(const Moved& change) const {
    return json::Object{{"type", "moved"},
                        {"id", change.id.text()},
                        {"from", place_json(before, change.id)},
                        {"to", place_json(after, change.id)}};
  }
  json::Value operator()(const SettingChanged& change) const {
    json::Object object{{"type", "setting"}, {"id", change.id.text()}, {"key", change.key}};
    add_values(object, change.before, change.after);
    return object;
  }
  json::Value operator()(const PropChanged& change) const {
    json::Object object{{"type", "prop"}, {"id", change.id.text()}, {"key", change.key}};
    add_values(object, change.before, change.after);
    return object;
  }
  json::Value operator()(const StyleChanged& change) const {
    json::Object object{{"type", "style"},
                        {"id", change.id.text()},
                        {"breakpoint", style::name_of(change.breakpoint)},
                        {"property", change.property}};
    if (change.before) object["before"] = *change.before;
    if (change.after) object["after"] = *change.after;
    return object;
  }
};

}  // namespace

json::Value to_json(const Change& change, const Document& before, const Document& after) {
  return std::visit(ToJson{before, after}, change);
}

}  // namespace pagewright::diff
