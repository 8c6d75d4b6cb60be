#include "engine/merge/siblings.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/diff/longest_increasing.hpp"

namespace pagewright::merge {
namespace {

using document::Child;
using document::NodeId;
using Ids = std::vector<NodeId>;
using IdSet = std::set<NodeId>;

Ids only(std::span<const Child> list, const IdSet& members) {
  Ids ids;
  for (const Child& child : list)
    if (members.contains(child.id)) ids.push_back(child.id);
  return ids;
}

using Positions = std::unordered_map<NodeId, std::size_t, document::NodeIdHash>;

Positions positions_of(const Ids& list) {
  Positions positions;
  positions.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) positions.emplace(list[i], i);
  return positions;
}

// The ids of `base` that `side` has too, in the order of `base`.
IdSet unmoved(const Ids& base, const Ids& side) {
  const Positions positions = positions_of(base);
  Ids common;
  std::vector<std::size_t> order;
  for (const NodeId& id : side) {
    const auto at = positions.find(id);
    if (at == positions.end()) continue;
    common.push_back(id);
    order.push_back(at->second);
  }
  const std::vector<bool> kept = diff::longest_increasing(order);
  IdSet ids;
  for (std::size_t i = 0; i < common.size(); ++i)
    if (kept[i]) ids.insert(common[i]);
  return ids;
}

// The nodes of one side's list that that side has put between anchors: before the first, after the first …
using Gaps = std::vector<Ids>;

Gaps gaps_of(const Ids& list, const IdSet& anchors, const IdSet& placed) {
  Gaps gaps(1);
  for (const NodeId& id : list) {
    if (anchors.contains(id))
      gaps.emplace_back();
    else if (placed.contains(id))
      gaps.back().push_back(id);
  }
  return gaps;
}

void append_runs(Ids& out, const Ids& a, const Ids& b) {
  const bool b_first = !a.empty() && !b.empty() && b.front() < a.front();
  const Ids& first = b_first ? b : a;
  const Ids& second = b_first ? a : b;
  out.insert(out.end(), first.begin(), first.end());
  out.insert(out.end(), second.begin(), second.end());
}

// Both lists put together; ids that both have, in the same order, stand once.
void append_gap(Ids& out, const Ids& ours, const Ids& theirs) {
  const Positions positions = positions_of(theirs);
  auto our_start = ours.begin();
  auto their_start = theirs.begin();
  for (auto at = ours.begin(); at != ours.end(); ++at) {
    const auto found = positions.find(*at);
    if (found == positions.end()) continue;
    const auto there = theirs.begin() + static_cast<std::ptrdiff_t>(found->second);
    if (there < their_start) continue;
    append_runs(out, {our_start, at}, {their_start, there});
    out.push_back(*at);
    our_start = std::next(at);
    their_start = std::next(there);
  }
  append_runs(out, {our_start, ours.end()}, {their_start, theirs.end()});
}

// Do both sides give the ids that both have put somewhere the same gaps and the same order?
bool agree(const Gaps& ours, const Gaps& theirs, const IdSet& common) {
  const auto shared = [&](const Ids& gap) {
    Ids ids;
    std::ranges::copy_if(gap, std::back_inserter(ids), [&](const NodeId& id) { return common.contains(id); });
    return ids;
  };
  for (std::size_t i = 0; i < ours.size(); ++i)
    if (shared(ours[i]) != shared(theirs[i])) return false;
  return true;
}

}  // namespace

Ids merge_order(const SiblingLists& lists, const IdSet& members, const std::function<Side()>& choose) {
  const Ids base = only(lists.base, members);
  const Ids ours = only(lists.ours, members);
  const Ids theirs = only(lists.theirs, members);
  const IdSet ours_unmoved = unmoved(base, ours);
  const IdSet theirs_unmoved = unmoved(base, theirs);
  const IdSet in_ours(ours.begin(), ours.end());
  const IdSet in_theirs(theirs.begin(), theirs.end());

  IdSet anchors;
  IdSet by_ours;
  IdSet by_theirs;
  IdSet by_both;
  for (const NodeId& id : members) {
    const bool is_unmoved_in_ours = ours_unmoved.contains(id);
    const bool is_unmoved_in_theirs = theirs_unmoved.contains(id);
    if (is_unmoved_in_ours && is_unmoved_in_theirs) {
      anchors.insert(id);
      continue;
    }
    const bool places_ours = in_ours.contains(id) && !is_unmoved_in_ours;
    const bool places_theirs = in_theirs.contains(id) && !is_unmoved_in_theirs;
    // A node that one side has taken away and the other has left where it was stands where it was.
    if (places_ours || !in_theirs.contains(id)) by_ours.insert(id);
    if (places_theirs || !in_ours.contains(id)) by_theirs.insert(id);
    if (by_ours.contains(id) && by_theirs.contains(id)) by_both.insert(id);
  }
  Gaps our_gaps = gaps_of(ours, anchors, by_ours);
  Gaps their_gaps = gaps_of(theirs, anchors, by_theirs);
  if (!by_both.empty() && !agree(our_gaps, their_gaps, by_both)) {
    const Side side = choose();
    IdSet& loser = side == Side::ours ? by_theirs : by_ours;
    for (const NodeId& id : by_both) loser.erase(id);
    our_gaps = gaps_of(ours, anchors, by_ours);
    their_gaps = gaps_of(theirs, anchors, by_theirs);
  }
  Ids out;
  std::size_t gap = 0;
  append_gap(out, our_gaps[0], their_gaps[0]);
  for (const NodeId& id : base) {
    if (!anchors.contains(id)) continue;
    ++gap;
    out.push_back(id);
    append_gap(out, our_gaps[gap], their_gaps[gap]);
  }
  return out;
}

}  // namespace pagewright::merge
