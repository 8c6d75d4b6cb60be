#include "server/people/invitation_routes.hpp"

#include "server/auth/sign_in_answer.hpp"
#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::people {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;
constexpr Fields::TextRule password_rule{.max = 4096, .required = true, .blank = false};

}  // namespace

Task<Outcome<http::Response>> InvitationRoutes::list(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const auto found = CO_TRY(co_await service_.list(*request.caller, limit, offset));
  std::vector<std::string> items;
  for (const Invitation& invitation : found.items) items.push_back(invitation.to_json());
  co_return http::Response::json_text(json_list(items, found.total, limit, offset));
}

Task<Outcome<http::Response>> InvitationRoutes::invite(http::Request& request) {
  Fields fields(request.json);
  const auto email = fields.text("email", {.required = true});
  const auto role = fields.choice("role", {"viewer", "editor", "admin"});
  if (!role && !fields.has_errors()) fields.add_error("/role", "is required", "required");
  fields.refuse_others();
  CO_TRY(fields.check("The invitation was not sent"));
  const auto sent = CO_TRY(co_await service_.invite(*request.caller, *email, *http::parse_role(*role)));
  co_return http::Response::json_text(sent.to_json(), 201);
}

Task<Outcome<http::Response>> InvitationRoutes::send_again(http::Request& request) {
  const auto sent = CO_TRY(co_await service_.send_again(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(sent.to_json());
}

Task<Outcome<http::Response>> InvitationRoutes::revoke(http::Request& request) {
  CO_TRY(co_await service_.revoke(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> InvitationRoutes::look_up(http::Request& request) {
  Fields fields(request.json);
  auto token = fields.text("token", {.required = true});
  fields.refuse_others();
  CO_TRY(fields.check("There is no invitation"));
  const auto offer = CO_TRY(co_await service_.look_up(std::move(*token), auth::client_of(request)));
  co_return http::Response::json_text(JsonText()
                                          .text("organization", offer.organisation.name)
                                          .text("email", offer.invitation.email)
                                          .text("role", http::name_of(offer.invitation.role))
                                          .boolean("hasAccount", offer.has_account)
                                          .take());
}

Task<Outcome<http::Response>> InvitationRoutes::accept(http::Request& request) {
  Fields fields(request.json);
  InvitationService::Acceptance acceptance{.token = fields.text("token", {.required = true}).value_or(""),
                                           .name = std::string(trimmed(fields.text("name", {}).value_or(""))),
                                           .password = fields.text("password", password_rule).value_or("")};
  fields.refuse_others();
  CO_TRY(fields.check("You did not join"));
  const auto signed_in = CO_TRY(co_await service_.accept(std::move(acceptance), auth::client_of(request)));
  co_return auth::sign_in_answer(request, signed_in);
}

}  // namespace pagewright::people
