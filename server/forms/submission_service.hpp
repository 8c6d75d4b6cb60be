// Submissions as the organisation's editors read and delete them.
#pragma once

#include <chrono>
#include <functional>

#include "server/forms/submission_store.hpp"
#include "server/http/caller.hpp"

namespace pagewright::forms {

struct Settings {
  std::chrono::hours kept_for = std::chrono::days(365);  // older submissions are deleted
};

class SubmissionService {
 public:
  SubmissionService(database::Database& database, std::function<Milliseconds()> clock, const Settings& settings)
      : database_(database), clock_(std::move(clock)), settings_(settings) {}

  Task<Outcome<std::vector<FormCount>>> list_forms(http::Caller caller);
  Task<Outcome<SubmissionList>> list(SubmissionQuery query);
  Task<Outcome<Submission>> get(http::Caller caller, std::string id);
  Task<Outcome<void>> remove(http::Caller caller, std::string id);

  static constexpr std::int64_t most_exported = 50'000;
  // The newest of what fits, as CSV.
  Task<Outcome<std::string>> export_csv(SubmissionQuery query);

  // Deletes what has been kept for long enough.
  Task<void> maintain();

 private:
  database::Database& database_;
  const std::function<Milliseconds()> clock_;
  const Settings settings_;
};

}  // namespace pagewright::forms
