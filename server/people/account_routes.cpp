#include "server/people/account_routes.hpp"

#include "server/auth/sign_in_answer.hpp"
#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::people {
namespace {

constexpr Fields::TextRule password_rule{.max = 4096, .required = true, .blank = false};

}  // namespace

Task<Outcome<http::Response>> AccountRoutes::update(http::Request& request) {
  Fields fields(request.json);
  ProfileService::Change change{.name = fields.text("name", {.blank = false}),
                                .email = fields.text("email", {}),
                                .password = fields.text("currentPassword", {.max = 4096}).value_or("")};
  if (change.name) change.name = std::string(trimmed(*change.name));
  fields.refuse_others();
  CO_TRY(fields.check("Your profile was not changed"));
  const auto member = CO_TRY(co_await profiles_.change(*request.caller, std::move(change)));
  co_return http::Response::json_text(member.to_json());
}

Task<Outcome<http::Response>> AccountRoutes::list_organizations(http::Request& request) {
  const auto memberships = CO_TRY(co_await profiles_.organisations(*request.caller));
  std::vector<std::string> items;
  for (const users::Member& member : memberships)
    items.push_back(JsonText()
                        .raw("organization", member.organisation.to_json())
                        .text("role", http::name_of(member.role))
                        .boolean("isCurrent", member.organisation.id == request.caller->organization_id)
                        .take());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

Task<Outcome<http::Response>> AccountRoutes::enter_organization(http::Request& request) {
  Fields fields(request.json);
  auto id = fields.text("organizationId", {.required = true});
  fields.refuse_others();
  CO_TRY(fields.check("You were not signed in"));
  const auto signed_in = CO_TRY(co_await profiles_.enter(*request.caller, std::move(*id), auth::client_of(request)));
  co_return auth::sign_in_answer(request, signed_in);
}

Task<Outcome<http::Response>> AccountRoutes::request_reset(http::Request& request) {
  Fields fields(request.json);
  auto email = fields.text("email", {.required = true});
  fields.refuse_others();
  CO_TRY(fields.check("No link was sent"));
  CO_TRY(co_await resets_.request(std::move(*email), auth::client_of(request)));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> AccountRoutes::reset(http::Request& request) {
  Fields fields(request.json);
  PasswordResetService::Reset reset{.token = fields.text("token", {.required = true}).value_or(""),
                                    .password = fields.text("password", password_rule).value_or("")};
  fields.refuse_others();
  CO_TRY(fields.check("The password was not changed"));
  CO_TRY(co_await resets_.reset(std::move(reset), auth::client_of(request)));
  co_return http::Response::no_content();
}

}  // namespace pagewright::people
