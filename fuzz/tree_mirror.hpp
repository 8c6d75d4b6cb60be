// The tree as an editor keeps it, from the TREE members of the engine's answers alone: docs/formats/engine-calls.md.
#pragma once

#include "engine/json/value.hpp"

namespace pagewright::fuzz {

class TreeMirror {
 public:
  // Takes in the "tree" of an answer.
  void follow(const json::Value& tree);
  // A page was opened: what follows is its whole tree.
  void clear() { *this = {}; }

  // True where both show the same nodes, lists and settings.
  [[nodiscard]] bool equals(const TreeMirror& other) const;

 private:
  json::Object nodes_;
  json::Object children_;
  json::Value layout_ = json::Object{};
};

}  // namespace pagewright::fuzz
