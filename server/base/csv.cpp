#include "server/base/csv.hpp"

#include <string_view>

namespace pagewright {
namespace {

void add_cell(std::string& line, std::string_view text) {
  if (!line.empty()) line += ',';
  line += '"';
  if (!text.empty() && std::string_view("=+-@\t\r").contains(text.front())) line += '\'';
  for (const char letter : text) {
    if (letter == '"') line += '"';
    line += letter;
  }
  line += '"';
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) add_cell(line, cell);
  return line + "\r\n";
}

}  // namespace pagewright
