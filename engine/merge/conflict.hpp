// Where two sides have changed the same thing. See docs/formats/merge.md.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/document/document.hpp"

namespace pagewright::merge {

// ours: the document that receives the merge; theirs: what is merged into it.
enum class Side : std::uint8_t { ours, theirs };

[[nodiscard]] constexpr Side other(Side side) {
  return side == Side::ours ? Side::theirs : Side::ours;
}

enum class ConflictKind : std::uint8_t {
  prop,      // set to different values
  style,     // the same for a style declaration
  setting,   // the same for a node's setting
  page,      // the same for a page setting
  replaced,  // replaced with another component on one side, changed on the other
  inserted,  // different nodes were inserted under one id
  removed,   // removed on one side; changed, or given something new inside, on the other
  place,     // moved to different parents or slots
  order,     // the same nodes of a slot were put in different orders
  cycle,     // the moves of both sides together would put nodes inside themselves
  slot,      // together, both sides give a slot more than it takes, or what it does not take
  limit,     // the merged document would pass a limit
};

enum class Choice : std::uint8_t { ours, theirs, both, value };

struct Resolution {
  Choice choice = Choice::ours;
  document::SharedValue value = nullptr;  // of Choice::value
};

// By the conflict's id.
using Resolutions = std::map<std::string, Resolution, std::less<>>;

struct Conflict {
  std::string id;  // the same in every merge of the same changes, whichever side is called ours: "prop:heading-1:text"
  ConflictKind kind;
  document::NodeId node = {};  // the root for page settings, and for slots of the page
  std::string key = {};        // the prop, the style's property, the page setting, or the slot
  style::Breakpoint breakpoint = style::Breakpoint::base;  // of a style
  // What the three documents have there; null: nothing. The shape depends on the kind: docs/formats/merge.md.
  document::SharedValue base = nullptr;
  document::SharedValue ours = nullptr;
  document::SharedValue theirs = nullptr;
  std::string sentence = {};
  std::vector<Choice> choices = {};  // how it can be resolved
  bool is_resolved = false;
};

[[nodiscard]] std::string_view name_of(ConflictKind kind);
[[nodiscard]] std::string_view name_of(Choice choice);

[[nodiscard]] json::Value to_json(const Conflict& conflict);

// {"<conflict id>": {"choice": "ours"}, …}. Error invalid_request.
[[nodiscard]] Result<Resolutions> resolutions_from_json(const json::Value& source);

}  // namespace pagewright::merge
