#include "server/database/job.hpp"

namespace pagewright::database {

bool run_guarded(Job& job, Connection& connection) {
  try {
    return job.run(connection);
  } catch (const std::exception& thrown) {
    job.fail(Problem::internal(std::string("exception in a database job: ") + thrown.what()));
    return false;
  }
}

}  // namespace pagewright::database
