#include "engine/history/history.hpp"

#include <algorithm>
#include <iterator>

namespace pagewright::history {
namespace {

using operation::Operation;

// True when both operations set the same register, so that the later one alone decides.
struct SameRegister {
  bool operator()(const operation::SetProp& a, const operation::SetProp& b) const {
    return a.id == b.id && a.key == b.key;
  }
  bool operator()(const operation::SetStyle& a, const operation::SetStyle& b) const {
    return a.id == b.id && a.breakpoint == b.breakpoint && a.property == b.property;
  }
  bool operator()(const operation::SetNode& a, const operation::SetNode& b) const {
    return a.id == b.id && a.key == b.key;
  }
  bool operator()(const operation::SetPage& a, const operation::SetPage& b) const { return a.key == b.key; }
  bool operator()(const auto&, const auto&) const { return false; }
};

}  // namespace

void History::record(Step inverse, std::string_view coalesce) {
  redo_.clear();
  if (!undo_.empty() && !coalesce.empty() && coalesce == coalesce_) {
    // Undoing runs the newest inverse first; where the older one sets the same register, the newer is of no
    // consequence.
    std::vector<Operation>& older = undo_.back().operations;
    std::erase_if(inverse.operations, [&](const Operation& newer) {
      return std::ranges::any_of(older,
                                 [&](const Operation& other) { return std::visit(SameRegister{}, newer, other); });
    });
    older.insert(older.begin(), std::make_move_iterator(inverse.operations.begin()),
                 std::make_move_iterator(inverse.operations.end()));
    return;
  }
  coalesce_ = coalesce;
  undo_.push_back(std::move(inverse));
  if (undo_.size() > most_steps) undo_.erase(undo_.begin());
}

void History::undone(std::vector<Operation> inverse, std::vector<Operation> rest) {
  take(undo_, redo_, std::move(inverse), std::move(rest));
}

void History::redone(std::vector<Operation> inverse, std::vector<Operation> rest) {
  take(redo_, undo_, std::move(inverse), std::move(rest));
}

void History::take(std::vector<Step>& from, std::vector<Step>& to, std::vector<Operation> inverse,
                   std::vector<Operation> rest) {
  coalesce_.clear();
  Step& step = from.back();
  // What was done last is taken back first.
  inverse.insert(inverse.end(), std::make_move_iterator(step.begun.begin()), std::make_move_iterator(step.begun.end()));
  if (!rest.empty()) {
    step.operations = std::move(rest);
    step.begun = std::move(inverse);
    return;
  }
  to.push_back({std::move(step.label), std::move(inverse)});
  from.pop_back();
}

}  // namespace pagewright::history
