#include "server/background/job_routes.hpp"

#include <algorithm>
#include <array>

#include "server/base/json_text.hpp"

namespace pagewright::background {
namespace {

constexpr std::array<std::string_view, 5> states = {"waiting", "running", "done", "failed", "cancelled"};
constexpr std::int64_t max_offset = 1'000'000'000;

Outcome<JobQuery> read_query(const http::Request& request) {
  JobQuery query{.organization_id = request.caller->organization_id};
  query.state = request.query_parameter("state").value_or("");
  if (!query.state.empty() && std::ranges::find(states, query.state) == states.end())
    return std::unexpected(Problem::malformed("state must be waiting, running, done, failed or cancelled."));
  query.kind = request.query_parameter("kind").value_or("");
  query.limit = TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = TRY(request.integer_parameter("offset", 0, 0, max_offset));
  return query;
}

}  // namespace

Task<Outcome<http::Response>> JobRoutes::list(http::Request& request) {
  const JobQuery query = CO_TRY(read_query(request));
  const auto found = CO_TRY(co_await service_.list(query));
  std::vector<std::string> items;
  for (const JobRecord& job : found.items) items.push_back(job.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> JobRoutes::get(http::Request& request) {
  const auto job = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(job.to_json());
}

Task<Outcome<http::Response>> JobRoutes::retry(http::Request& request) {
  const auto job = CO_TRY(co_await service_.retry(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(job.to_json());
}

Task<Outcome<http::Response>> JobRoutes::cancel(http::Request& request) {
  const auto job = CO_TRY(co_await service_.cancel(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(job.to_json());
}

}  // namespace pagewright::background
