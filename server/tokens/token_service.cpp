#include "server/tokens/token_service.hpp"

#include "engine/token/token_set.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"

namespace pagewright::tokens {
namespace {

constexpr const char* title = "The design tokens were not saved";

// A diagnostic names the token's path at the start of its sentence: "color.primary: …". errors[] has it as JSON
// Pointer.
FieldError field_error(const Diagnostic& fault, const json::Value& tokens) {
  std::string path = "/tokens";
  const json::Value* place = &tokens;
  std::string_view name = std::string_view(fault.message).substr(0, fault.message.find_first_of(": "));
  while (!name.empty() && (name.front() == '"' || name.front() == '{')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '"' || name.back() == '}')) name.remove_suffix(1);
  while (!name.empty()) {
    const std::string_view part = name.substr(0, name.find('.'));
    place = json::find(*place, part);
    if (place == nullptr) break;
    path += "/" + std::string(part);
    name.remove_prefix(std::min(part.size() + 1, name.size()));
  }
  return {.path = std::move(path), .message = fault.message, .code = "invalid_token"};
}

}  // namespace

Task<Outcome<DesignSystem>> TokenService::get(std::string organization_id) {
  auto design_system = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return find(connection, organization_id); }));
  if (!design_system) co_return std::unexpected(Problem::not_found("This organisation has no design tokens."));
  co_return std::move(*design_system);
}

Task<Outcome<DesignSystem>> TokenService::replace(http::Caller caller, json::Value tokens) {
  std::string text = json::serialize(tokens);
  if (text.size() > max_token_bytes) {
    co_return std::unexpected(Problem::validation(title, {{"/tokens", "must be at most 1 MiB of JSON", "too_long"}}));
  }
  const auto compiled = co_await pool_.run([&] { return libraries_.compile(tokens); });
  if (!compiled) {
    std::vector<FieldError> errors;
    for (const Diagnostic& fault : compiled.error()) errors.push_back(field_error(fault, tokens));
    if (errors.size() > 50) errors.resize(50);
    co_return std::unexpected(Problem::validation(title, std::move(errors)));
  }
  auto design_system = CO_TRY(co_await get(caller.organization_id));
  design_system.tokens = std::move(text);
  design_system.updated_at = now_milliseconds();
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(update_tokens(connection, design_system));
    return events::record(connection,
                          {.type = "design_tokens.updated",
                           .organization_id = caller.organization_id,
                           .actor_id = caller.user_id,
                           .subject_id = design_system.id,
                           .payload = JsonText().text("designSystemId", design_system.id).take()},
                          design_system.updated_at);
  }));
  libraries_.replace(caller.organization_id, *compiled);
  co_return design_system;
}

}  // namespace pagewright::tokens
