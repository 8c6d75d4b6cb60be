// How much of the past of environments is kept: releases to which one can go back, and the bytes of their pages.
#pragma once

#include <atomic>

#include "server/background/hourly_job.hpp"
#include "server/database/database.hpp"

namespace pagewright::releases {

// A release is kept while it is among the newest of its environment, or young.
struct Settings {
  std::int64_t kept_releases = 200;
  std::chrono::hours kept_for = std::chrono::days(365);
  std::size_t pages_at_once = 500;  // of a release of all that was changed
};

class ReleaseRetention {
 public:
  // Registers the kind of job "releases.thin_out".
  ReleaseRetention(database::Database& database, background::Kinds& kinds, std::function<Milliseconds()> clock,
                   const Settings& settings);

  // Call it every few seconds.
  Task<void> maintain() { return hourly_.maintain(); }
  void stop() { is_stopping_ = true; }

 private:
  Task<background::Attempt> apply();

  database::Database& database_;
  const std::function<Milliseconds()> clock_;
  const Settings settings_;
  std::atomic<bool> is_stopping_{false};
  background::HourlyJob hourly_;
};

}  // namespace pagewright::releases
