// The partials that a template may render, parsed when they are first asked for.
#pragma once

#include <string>
#include <vector>

#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/program.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

class PartialSet {
 public:
  struct Parsed {
    Partial partial;
    Block block;
    bool is_parsed = false;
  };

  PartialSet(const CompileOptions& options, DiagnosticList& faults);

  // Null where there is none of that name.
  [[nodiscard]] const Parsed* find(std::string_view name);
  [[nodiscard]] const std::vector<Parsed>& all() const { return partials_; }

 private:
  ErrorMode mode_;
  DiagnosticList& faults_;
  std::vector<Parsed> partials_;  // never grows: pointers into it stay good
};

}  // namespace pagewright::liquid
