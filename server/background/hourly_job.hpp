// A job of the installation's own that is done once an hour, by whichever process is first.
#pragma once

#include <atomic>

#include "server/background/kinds.hpp"
#include "server/database/database.hpp"

namespace pagewright::background {

class HourlyJob {
 public:
  // Registers the kind.
  HourlyJob(std::string kind, Kinds& kinds, Kind what, database::Database& database,
            std::function<Milliseconds()> clock);

  // Call it every few seconds: writes the job of an hour down once.
  Task<void> maintain();

 private:
  const std::string kind_;
  database::Database& database_;
  std::function<Milliseconds()> clock_;
  std::atomic<Milliseconds> last_hour_{-1};
};

}  // namespace pagewright::background
