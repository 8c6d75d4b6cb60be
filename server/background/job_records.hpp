// The table of jobs, as an organisation's administrators look at it.
#pragma once

#include "server/background/job_service.hpp"

namespace pagewright::background {

[[nodiscard]] Outcome<JobList> list(database::Connection& connection, const JobQuery& query);
[[nodiscard]] Outcome<std::optional<JobRecord>> find(database::Connection& connection, std::string_view id,
                                                     std::string_view organization_id);

// Nothing where the job is in another state than those that allow it: failed or cancelled for the one, waiting, or
// running with a report of its progress, for the other.
[[nodiscard]] Outcome<std::optional<JobRecord>> wait_again(database::Connection& connection, std::string_view id,
                                                           std::string_view organization_id, Milliseconds now);
[[nodiscard]] Outcome<std::optional<JobRecord>> mark_cancelled(database::Connection& connection, std::string_view id,
                                                               std::string_view organization_id, Milliseconds now);

}  // namespace pagewright::background
