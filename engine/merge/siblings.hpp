// The order of a slot's nodes in a merged document.
#pragma once

#include <functional>
#include <set>
#include <span>

#include "engine/merge/conflict.hpp"

namespace pagewright::merge {

struct SiblingLists {
  std::span<const document::Child> base;
  std::span<const document::Child> ours;
  std::span<const document::Child> theirs;
};

// Orders `members`. Those that no side has moved keep their order; the others stand after the unmoved one that they
// follow on the side that put them there. Where both sides put nodes into one gap, each side's stay together, and the
// run whose first id is smaller comes first. `choose` is asked once, if both sides have put the same nodes to different
// places of the slot: whose order counts for them?
[[nodiscard]] std::vector<document::NodeId> merge_order(const SiblingLists& lists,
                                                        const std::set<document::NodeId>& members,
                                                        const std::function<Side()>& choose);

}  // namespace pagewright::merge
