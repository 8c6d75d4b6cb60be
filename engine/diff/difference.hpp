// What differs between two documents, by id and register. See docs/formats/merge.md.
#pragma once

#include <variant>

#include "engine/document/document.hpp"

namespace pagewright::diff {

// A subtree that is new, or gone: its topmost node, and how many nodes came or went, that one among them.
struct Inserted {
  document::NodeId id;
  std::size_t nodes;
};
struct Removed {
  document::NodeId id;
  std::size_t nodes;
};
// Another parent, another slot, or another order among the siblings that both documents have.
struct Moved {
  document::NodeId id;
};
// Another component under the same id.
struct Replaced {
  document::NodeId id;
};
struct PropChanged {
  document::NodeId id;
  std::string key;
  document::SharedValue before;  // null: unset
  document::SharedValue after;
};
struct StyleChanged {
  document::NodeId id;
  style::Breakpoint breakpoint;
  std::string property;
  std::optional<std::string> before;  // nothing: unset
  std::optional<std::string> after;
};
struct SettingChanged {
  document::NodeId id;
  std::string key;
  document::SharedValue before;  // null: unset
  document::SharedValue after;
};
struct PageChanged {
  std::string key;
  document::SharedValue before;
  document::SharedValue after;
};

using Change = std::variant<PageChanged, Inserted, Removed, Replaced, Moved, SettingChanged, PropChanged, StyleChanged>;

// Page settings first, then nodes as they stand on the page. Costs what differs, not what the documents are large. The
// ranks of the two need not belong together.
[[nodiscard]] std::vector<Change> difference(const document::Document& before, const document::Document& after);

// The node that a change is about; null for the page.
[[nodiscard]] const document::NodeId* node_of(const Change& change);

// {"type": …, …}: docs/formats/merge.md.
[[nodiscard]] json::Value to_json(const Change& change, const document::Document& before,
                                  const document::Document& after);

}  // namespace pagewright::diff
