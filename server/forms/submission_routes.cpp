#include "server/forms/submission_routes.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::forms {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

SubmissionQuery read_filters(const http::Request& request) {
  const auto text = [&](std::string_view name) { return std::string(request.query_parameter(name).value_or("")); };
  return {.organization_id = request.caller->organization_id,
          .reader = access::Reader::of(*request.caller),
          .page_id = text("pageId"),
          .form_id = text("formId")};
}

}  // namespace

Task<Outcome<http::Response>> SubmissionRoutes::list_forms(http::Request& request) {
  std::vector<std::string> items;
  for (const FormCount& form : CO_TRY(co_await service_.list_forms(*request.caller))) items.push_back(form.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

Task<Outcome<http::Response>> SubmissionRoutes::list(http::Request& request) {
  SubmissionQuery query = read_filters(request);
  query.limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const SubmissionList found = CO_TRY(co_await service_.list(query));
  std::vector<std::string> items;
  for (const Submission& submission : found.items) items.push_back(submission.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> SubmissionRoutes::export_file(http::Request& request) {
  http::Response response{.body = CO_TRY(co_await service_.export_csv(read_filters(request)))};
  response.set("Content-Type", "text/csv; charset=utf-8");
  response.set("Content-Disposition", "attachment; filename=\"form-submissions.csv\"");
  co_return response;
}

Task<Outcome<http::Response>> SubmissionRoutes::get(http::Request& request) {
  const Submission submission = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(submission.to_json());
}

Task<Outcome<http::Response>> SubmissionRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

}  // namespace pagewright::forms
