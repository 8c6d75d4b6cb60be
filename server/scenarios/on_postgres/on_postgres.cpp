// Linked in place of on_sqlite.cpp.
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

const database::Kind database_kind = database::Kind::postgres;

}  // namespace pagewright::scenarios
