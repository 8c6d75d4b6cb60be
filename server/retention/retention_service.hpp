// Gives up what is no longer kept of pages' pasts: once an hour, as a job.
#pragma once

#include <atomic>

#include "server/background/hourly_job.hpp"
#include "server/collaboration/rooms.hpp"
#include "server/retention/policy.hpp"
#include "server/retention/retention_store.hpp"

namespace pagewright::retention {

class RetentionService {
 public:
  // Registers the kind of job "retention.apply"; `kinds` must not outlive the service.
  RetentionService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                   background::Kinds& kinds, const Policy& policy);

  // Call it every few seconds: writes the job of an hour down once, whichever process is first.
  Task<void> maintain() { return hourly_.maintain(); }

  // From any thread: the job ends after the page that it is at, to be done again later.
  void stop() { is_stopping_ = true; }

 private:
  Task<background::Attempt> apply();
  Task<void> catch_up();
  Task<unsigned> thin_out_all();
  Task<Outcome<void>> thin_out_page(PageKey page);
  Task<unsigned> shorten_logs();

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  const Policy policy_;
  background::HourlyJob hourly_;
  std::atomic<bool> is_stopping_{false};
};

}  // namespace pagewright::retention
