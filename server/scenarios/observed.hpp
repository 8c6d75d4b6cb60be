// What tells two installations apart: what visitors are served, and the rows of tables.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/database/exclusive_connection.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

// Everything that visitors are served.
[[nodiscard]] std::map<std::string, std::vector<std::string>> served(Installation& installation);

// All rows of a table, cell by cell, in one order on every database.
[[nodiscard]] std::vector<std::vector<database::Cell>> rows_of(database::Connection& connection,
                                                               const database::Table& table);

// Publishes a page to the first environment.
void publish_somewhere(Installation& installation, const std::string& page_id);

}  // namespace pagewright::scenarios
