#include "engine/liquid/diagnostic_list.hpp"

#include <algorithm>

namespace pagewright::liquid {

void DiagnosticList::report(std::uint32_t offset, std::string message) {
  if (found_.size() >= most) return;
  Diagnostic fault{std::move(message), 1, 1};
  for (char c : source_.substr(0, offset)) {
    if (c == '\n') {
      ++fault.line;
      fault.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++fault.column;  // columns count characters, not bytes
    }
  }
  const bool known = std::ranges::any_of(
      found_, [&](const Diagnostic& other) { return other.line == fault.line && other.column == fault.column; });
  if (!known) found_.push_back(std::move(fault));
}

std::vector<Diagnostic> DiagnosticList::take() {
  std::ranges::sort(found_, [](const Diagnostic& a, const Diagnostic& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
  return std::move(found_);
}

}  // namespace pagewright::liquid
