#include "server/organisations/organisation_routes.hpp"

#include "server/base/json_text.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::organisations {
namespace {

std::int64_t days(std::chrono::hours time) {
  return std::chrono::floor<std::chrono::days>(time).count();
}

}  // namespace

Task<Outcome<http::Response>> OrganisationRoutes::get(http::Request& request) {
  const auto organisation = CO_TRY(co_await database_.read(
      [id = request.caller->organization_id](database::Connection& connection) { return find(connection, id); }));
  if (!organisation) co_return std::unexpected(Problem::not_found("There is no such organisation."));
  const std::string kept_for = JsonText()
                                   .number("trashDays", days(kept_for_.trash))
                                   .number("formSubmissionDays", days(kept_for_.form_submissions))
                                   .take();
  co_return http::Response::json_text(JsonText()
                                          .text("id", organisation->id)
                                          .text("name", organisation->name)
                                          .text("slug", organisation->slug)
                                          .raw("keptFor", kept_for)
                                          .take());
}

}  // namespace pagewright::organisations
