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
  std::vector<operation::Operation> begun = {};  // takes back what of the step was applied already
};

class History {
 public:
  static constexpr std::size_t most_steps = 500;  // the oldest are forgotten

  // An edit was made; redo steps end here. A non-empty `coalesce` equal to that of the last edit extends its step.
  void record(Step inverse, std::string_view coalesce);

  [[nodiscard]] const Step* next_undo() const { return undo_.empty() ? nullptr : &undo_.back(); }
  [[nodiscard]] const Step* next_redo() const { return redo_.empty() ? nullptr : &redo_.back(); }

  // The next undo (redo) step was applied; `inverse` takes that back. Where there is a `rest`, it is still to be
  // applied, and the step stays the next one.
  void undone(std::vector<operation::Operation> inverse, std::vector<operation::Operation> rest = {});
  void redone(std::vector<operation::Operation> inverse, std::vector<operation::Operation> rest = {});

 private:
  void take(std::vector<Step>& from, std::vector<Step>& to, std::vector<operation::Operation> inverse,
            std::vector<operation::Operation> rest);

  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::string coalesce_;
};

}  // namespace pagewright::history
