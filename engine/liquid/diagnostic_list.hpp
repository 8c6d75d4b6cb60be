// Collects the faults of one template and turns source offsets into lines and columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace pagewright::liquid {

// The line and column of a byte offset, both from 1; columns count characters.
struct Place {
  unsigned line = 1;
  unsigned column = 1;
};
[[nodiscard]] Place place_of(std::string_view source, std::uint32_t offset);

class DiagnosticList {
 public:
  static constexpr std::size_t most = 20;

  explicit DiagnosticList(std::string_view source) : source_(source) {}

  // Records a fault at a byte offset of the source; a second one at the same place, and any after the twentieth, is
  // left out.
  void report(std::uint32_t offset, std::string message);

  // Which source the offsets of the next faults belong to: that of a partial has a name, with which its faults begin.
  struct Source {
    std::string_view text;
    std::string_view partial;
  };
  [[nodiscard]] Source source() const { return {source_, partial_}; }
  void set_source(const Source& source) {
    source_ = source.text;
    partial_ = source.partial;
  }

  [[nodiscard]] bool is_empty() const { return found_.empty(); }
  // In the order of the source.
  [[nodiscard]] std::vector<Diagnostic> take();

 private:
  std::string_view source_;
  std::string_view partial_;
  std::vector<Diagnostic> found_;
};

}  // namespace pagewright::liquid
