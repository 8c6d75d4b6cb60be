// Collects the faults of one template and turns source offsets into lines and columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace pagewright::liquid {

class DiagnosticList {
 public:
  static constexpr std::size_t most = 20;

  explicit DiagnosticList(std::string_view source) : source_(source) {}

  // Records a fault at a byte offset of the source; a second one at the same place, and any after the twentieth, is
  // left out.
  void report(std::uint32_t offset, std::string message);

  [[nodiscard]] bool is_empty() const { return found_.empty(); }
  // In the order of the source.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  std::string_view source_;
  std::vector<Diagnostic> found_;
};

}  // namespace pagewright::liquid
