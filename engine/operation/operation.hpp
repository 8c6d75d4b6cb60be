// Operations: the only way in which a document changes. Applying one yields its inverse. See
// docs/formats/operations.md.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/document/document.hpp"

namespace pagewright::operation {

// A subtree as an operation carries it: parents before children, siblings in order; places are complete, ranks
// included.
struct Subtree {
  std::vector<document::NodePointer> nodes;
  [[nodiscard]] const document::Node& root() const { return *nodes.front(); }
};

struct InsertNode {
  Subtree subtree;
};
struct RemoveNode {
  document::NodeId id;
};
struct MoveNode {
  document::NodeId id;
  document::Place place;
};
struct SetProp {
  document::NodeId id;
  std::string key;
  document::SharedValue value;  // null: unset
};
struct SetStyle {
  document::NodeId id;
  style::Breakpoint breakpoint;
  std::string property;
  std::optional<std::string> value;  // nothing: unset
};
struct SetNode {
  document::NodeId id;
  std::string key;
  document::SharedValue value;  // null: unset
};
struct SetPage {
  std::string key;
  document::SharedValue value;  // null: unset
};

using Operation = std::variant<InsertNode, RemoveNode, MoveNode, SetProp, SetStyle, SetNode, SetPage>;

struct Transaction {
  std::string id;     // chosen by the author, for instance "c1-17"; unique in a page's log
  std::string label;  // for undo and the log: "Move Card"
  std::vector<Operation> operations;
};

// Applies one operation, after checking it against the components. On an error nothing has changed.
// Returns the operation that takes the document back.
[[nodiscard]] Result<Operation> apply(document::Document& document, const Operation& operation,
                                      const schema::Catalog& catalog, const document::Limits& limits = {});

enum class OnConflict : bool { refuse, leave_out };

struct AppliedTransaction {
  std::vector<Operation> operations;  // those that were applied
  std::vector<Operation> inverse;     // in the order in which to apply them
};

// Applies all operations, or, on a fault, none. Those refused for a conflict refuse the whole (an author's own
// transaction) or are left out (a transaction in the server's order, a redo): docs/formats/operations.md.
[[nodiscard]] Result<AppliedTransaction> apply(document::Document& document, const std::vector<Operation>& operations,
                                               OnConflict on_conflict, const schema::Catalog& catalog,
                                               const document::Limits& limits = {});

// The JSON of operations. Reading a place with "before" asks `document` for the rank.
[[nodiscard]] json::Value to_json(const Operation& operation);
[[nodiscard]] json::Value to_json(const Transaction& transaction);
[[nodiscard]] Result<Operation> operation_from_json(const json::Value& source, const document::Document& document,
                                                    const schema::Catalog& catalog);

// Who made a transaction. What the server has ordered has as many operations as it takes: a restored version changes
// every register of every node at once.
enum class Origin : bool { client, server };

// Reads a transaction for this document. Ranks for "before" are those at the time each operation would apply.
[[nodiscard]] Result<Transaction> transaction_from_json(const json::Value& source, const document::Document& document,
                                                        const schema::Catalog& catalog, Origin origin = Origin::client,
                                                        const document::Limits& limits = {});

}  // namespace pagewright::operation
