// A row in every table of the present schema.
#pragma once

#include "server/database/checking/test_database.hpp"
#include "server/database/exclusive_connection.hpp"

namespace pagewright::scenarios {

// The two databases write bytes differently, which only tests do: x'00' becomes PostgreSQL's '\x00'.
[[nodiscard]] std::string with_bytes_for(database::Kind kind, std::string_view sql);

// Fails the test, and says which table it is, where one has no row afterwards: whoever makes a table adds a row here,
// so that migrations and copies are proven with it.
void fill_every_table(database::ExclusiveConnection& connection, database::Kind kind);

}  // namespace pagewright::scenarios
