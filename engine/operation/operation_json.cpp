// The JSON of operations and transactions: docs/formats/operations.md.
#include <algorithm>
#include <unordered_map>

#include "engine/base/utf8.hpp"
#include "engine/document/node_json.hpp"
#include "engine/document/node_reader.hpp"
#include "engine/document/rank.hpp"
#include "engine/operation/operation.hpp"

namespace pagewright::operation {
namespace {

using document::Document;
using document::Limits;
using document::NodeId;
using document::Place;

constexpr std::size_t most_operations = 20'000;  // in one transaction of a client
constexpr std::size_t longest_label = 200;       // bytes
constexpr std::size_t longest_id = 80;           // bytes

json::Value place_json(const Place& place) {
  json::Object object = document::slot_json(place);
  object["rank"] = place.rank;
  return object;
}

// The subtree as a document of its own writes it, so that there is one writer of nodes.
json::Value subtree_json(const Subtree& subtree) {
  Document document;
  auto root = std::make_shared<document::Node>(subtree.root());
  root->place = Place{NodeId(), std::string(document::root_slot), root->place.rank};
  document.put(std::move(root));
  for (std::size_t i = 1; i < subtree.nodes.size(); ++i) document.put(subtree.nodes[i]);
  std::string text;
  document.append_subtree_json(text, subtree.root().id, document::Ranks::keep);
  return *json::parse(text, 1000);
}

struct ToJson {
  json::Value operator()(const InsertNode& insert) const {
    return json::Object{{"type", "insert_node"},
                        {"place", place_json(insert.subtree.root().place)},
                        {"node", subtree_json(insert.subtree)}};
  }
  json::Value operator()(const RemoveNode& remove) const {
    return json::Object{{"type", "remove_node"}, {"id", remove.id.text()}};
  }
  json::Value operator()(const MoveNode& move) const {
    return json::Object{{"type", "move_node"}, {"id", move.id.text()}, {"place", place_json(move.place)}};
  }
  json::Value operator()(const SetProp& set) const {
    json::Object object{{"type", "set_prop"}, {"id", set.id.text()}, {"key", set.key}};
    if (set.value) object["value"] = *set.value;
    return object;
  }
  json::Value operator()(const SetStyle& set) const {
    json::Object object{{"type", "set_style"},
                        {"id", set.id.text()},
                        {"breakpoint", style::name_of(set.breakpoint)},
                        {"property", set.property}};
    if (set.value) object["value"] = *set.value;
    return object;
  }
  json::Value operator()(const SetNode& set) const {
    json::Object object{{"type", "set_node"}, {"id", set.id.text()}, {"key", set.key}};
    if (set.value) object["value"] = *set.value;
    return object;
  }
  json::Value operator()(const SetPage& set) const {
    json::Object object{{"type", "set_page"}, {"key", set.key}};
    if (set.value) object["value"] = *set.value;
    return object;
  }
};

std::unexpected<Error> invalid(std::string message) {
  return fail(ErrorCode::invalid_operation, std::move(message));
}

Result<std::string> read_text(const json::Value& source, std::string_view key, std::size_t longest = 256) {
  const auto text = json::find_string(source, key);
  if (!text || text->size() > longest)
    return invalid("The operation needs \"" + std::string(key) + "\", a text of at most " + std::to_string(longest) +
                   " bytes.");
  return std::string(*text);
}

Result<NodeId> read_id(const json::Value& source, std::string_view key) {
  const auto text = json::find_string(source, key);
  const auto id = text ? NodeId::parse(*text) : std::nullopt;
  if (!id)
    return invalid("The operation needs \"" + std::string(key) +
                   "\", a node's id of 1 to 36 letters, digits, \"_\" or \"-\".");
  return *id;
}

document::SharedValue read_value(const json::Value& source) {
  const json::Value* value = json::find(source, "value");
  return value ? std::make_shared<const json::Value>(*value) : nullptr;
}

Result<Place> read_place(const json::Value& source, const Document& document, const NodeId& id) {
  const json::Value* place_source = json::find(source, "place");
  if (!place_source || !place_source->is_object())
    return invalid("The operation needs \"place\": {\"parent\", \"slot\", \"rank\" or \"before\"}.");
  Place place;
  const json::Value* parent = json::find(*place_source, "parent");
  if (parent && !parent->is_null()) place.parent = TRY(read_id(*place_source, "parent"));
  place.slot = TRY(read_text(*place_source, "slot", 64));
  if (json::find(*place_source, "rank")) {
    place.rank = TRY(read_text(*place_source, "rank"));
    if (!document::rank::is_valid(place.rank))
      return invalid("The rank \"" + place.rank + "\" is none: 0–9A–Za–z, not ending in 0.");
    return place;
  }
  const json::Value* before = json::find(*place_source, "before");
  std::optional<NodeId> sibling;
  if (before && !before->is_null()) sibling = TRY(read_id(*place_source, "before"));
  place.rank = TRY(document.rank_before(place.parent, place.slot, sibling, id));
  return place;
}

bool names_a_sibling(const json::Value& operation) {
  const json::Value* place = json::find(operation, "place");
  return place && !json::find(*place, "rank");
}

}  // namespace

json::Value to_json(const Operation& operation) {
  return std::visit(ToJson{}, operation);
}

json::Value to_json(const Transaction& transaction) {
  json::Array operations;
  for (const Operation& operation : transaction.operations) operations.push_back(to_json(operation));
  return json::Object{{"id", transaction.id}, {"label", transaction.label}, {"operations", std::move(operations)}};
}

Result<Operation> operation_from_json(const json::Value& source, const Document& document,
                                      const schema::Catalog& catalog) {
  const auto type = json::find_string(source, "type");
  if (!type) return invalid("An operation must be an object with a \"type\".");
  if (*type == "insert_node") {
    const json::Value* node = json::find(source, "node");
    if (!node) return invalid("The operation needs \"node\".");
    const NodeId id = TRY(read_id(*node, "id"));
    Place place = TRY(read_place(source, document, id));
    const Limits limits;
    document::NodeReader reader(catalog, limits, document::Source::keep);
    const document::JsonPath whole;
    TRY(reader.read_node(*node, std::move(place), whole / "node", 1));
    Subtree subtree;
    for (document::PlacedNode& placed : reader.nodes()) subtree.nodes.push_back(std::move(placed.node));
    return InsertNode{std::move(subtree)};
  }
  if (*type == "remove_node") return RemoveNode{TRY(read_id(source, "id"))};
  if (*type == "move_node") {
    const NodeId id = TRY(read_id(source, "id"));
    return MoveNode{id, TRY(read_place(source, document, id))};
  }
  if (*type == "set_prop")
    return SetProp{TRY(read_id(source, "id")), TRY(read_text(source, "key")), read_value(source)};
  if (*type == "set_style") {
    const NodeId id = TRY(read_id(source, "id"));
    const auto breakpoint = style::parse_breakpoint(TRY(read_text(source, "breakpoint")));
    if (!breakpoint) return invalid("The breakpoint must be \"base\", \"tablet\" or \"mobile\".");
    SetStyle set{id, *breakpoint, TRY(read_text(source, "property")), std::nullopt};
    if (json::find(source, "value")) set.value = TRY(read_text(source, "value"));
    return set;
  }
  if (*type == "set_node") {
    SetNode set{TRY(read_id(source, "id")), TRY(read_text(source, "key")), read_value(source)};
    if (set.value && document::is_no_setting(*set.value)) set.value = nullptr;  // as in a document
    return set;
  }
  if (*type == "set_page") {
    SetPage set{TRY(read_text(source, "key")), read_value(source)};
    if (set.value && set.value->is_null()) set.value = nullptr;  // as in a document, where null is no setting
    return set;
  }
  return invalid("There is no operation \"" + std::string(*type) + "\".");
}

Result<Transaction> transaction_from_json(const json::Value& source, const Document& document,
                                          const schema::Catalog& catalog, Origin origin, const Limits& limits) {
  Transaction transaction;
  transaction.id = TRY(read_text(source, "id", longest_id));
  if (transaction.id.empty()) return invalid("The transaction needs an \"id\".");
  if (const auto label = json::find_string(source, "label")) transaction.label = start_of(*label, longest_label);
  const json::Value* operations = json::find(source, "operations");
  if (!operations || !operations->is_array()) return invalid("The transaction needs \"operations\", an array.");
  if (origin == Origin::client && operations->get_array().size() > most_operations)
    return fail(ErrorCode::limit_exceeded,
                "A transaction has at most " + std::to_string(most_operations) + " operations.");
  // Places given by a sibling are meant as the document is when their turn comes.
  const bool follows = std::ranges::any_of(operations->get_array(), names_a_sibling);
  Document current = document;
  for (std::size_t i = 0; i < operations->get_array().size(); ++i) {
    auto operation = operation_from_json(operations->get_array()[i], current, catalog);
    if (!operation) {
      operation.error().path = "/operations/" + std::to_string(i) + operation.error().path;
      return std::unexpected(std::move(operation).error());
    }
    if (follows) {
      // A refusal is reported when the transaction is applied.
      [[maybe_unused]] const auto applied = apply(current, *operation, catalog, limits);
    }
    transaction.operations.push_back(std::move(*operation));
  }
  return transaction;
}

}  // namespace pagewright::operation
