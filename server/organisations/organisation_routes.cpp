#include "server/organisations/organisation_routes.hpp"

#include "server/organisations/organisation_store.hpp"

namespace pagewright::organisations {

Task<Outcome<http::Response>> OrganisationRoutes::get(http::Request& request) {
  const auto organisation = CO_TRY(co_await database_.read(
      [id = request.caller->organization_id](database::Connection& connection) { return find(connection, id); }));
  if (!organisation) co_return std::unexpected(Problem::not_found("There is no such organisation."));
  co_return http::Response::json_text(organisation->to_json());
}

}  // namespace pagewright::organisations
