// Lines of a CSV file (RFC 4180) that spreadsheets open.
#pragma once

#include <string>
#include <vector>

namespace pagewright {

// With its line end. Every cell is quoted; one that a spreadsheet would take for a formula gets an apostrophe in front
// (https://owasp.org/www-community/attacks/CSV_Injection).
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace pagewright
