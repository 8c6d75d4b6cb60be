#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

const database::Kind database_kind = database::Kind::sqlite;

}  // namespace pagewright::scenarios
