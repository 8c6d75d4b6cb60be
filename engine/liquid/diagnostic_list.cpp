#include "engine/liquid/diagnostic_list.hpp"

#include <algorithm>

namespace pagewright::liquid {

Place place_of(std::string_view source, std::uint32_t offset) {
  Place place;
  for (char c : source.substr(0, offset)) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

void DiagnosticList::report(std::uint32_t offset, std::string message) {
  if (found_.size() >= most) return;
  const Place place = place_of(source_, offset);
  if (!partial_.empty()) message.insert(0, "In the partial \"" + std::string(partial_) + "\": ");
  Diagnostic fault{std::move(message), place.line, place.column};
  const bool known = std::ranges::any_of(found_, [&](const Diagnostic& other) {
    return other.line == fault.line && other.column == fault.column &&
           (partial_.empty() || other.message == fault.message);
  });
  if (!known) found_.push_back(std::move(fault));
}

std::vector<Diagnostic> DiagnosticList::take() {
  std::ranges::sort(found_, [](const Diagnostic& a, const Diagnostic& b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
  return std::move(found_);
}

}  // namespace pagewright::liquid
