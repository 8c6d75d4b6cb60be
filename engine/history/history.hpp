// One author's undo and redo: per step the operations that take it back, and its label.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/operation/operation.hpp"

namespace pagewright::history {

struct Step {
  std::string label;
  std::vector<operation::Operation> operations;  // to apply, in this order, to undo (or redo) the step
};

class History {
 public:
  static constexpr std::size_t most_steps = 500;  // the oldest are forgotten

  // An edit was made; redo steps end here. A non-empty `coalesce` equal to that of the last edit extends its step.
  void record(Step inverse, std::string_view coalesce);

  [[nodiscard]] const Step* next_undo() const { return undo_.empty() ? nullptr : &undo_.back(); }
  [[nodiscard]] const Step* next_redo() const { return redo_.empty() ? nullptr : &redo_.back(); }

  // The next undo (redo) step was applied; `inverse` takes that back.
  void undone(std::vector<operation::Operation> inverse);
  void redone(std::vector<operation::Operation> inverse);

 private:
  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::string coalesce_;
};

}  // namespace pagewright::history
