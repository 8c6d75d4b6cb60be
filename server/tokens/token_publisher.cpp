#include "server/tokens/token_publisher.hpp"

#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/tokens/fault_place.hpp"
#include "server/tokens/token_version_store.hpp"

namespace pagewright::tokens {
namespace {

constexpr const char* title = "The design tokens were not saved";

std::unexpected<Problem> refuse(const std::vector<Diagnostic>& faults, const json::Value& tokens) {
  std::vector<FieldError> errors;
  for (const Diagnostic& fault : faults) {
    if (errors.size() == 50) break;
    errors.push_back(
        {.path = "/tokens" + fault_place(fault.message, tokens), .message = fault.message, .code = "invalid_token"});
  }
  return std::unexpected(Problem::validation(title, std::move(errors)));
}

Outcome<void> record(database::Connection& connection, const http::Caller& caller, const NewVersion& version,
                     const DesignSystem& design_system) {
  JsonText payload;
  payload.text("designSystemId", design_system.id)
      .number("version", design_system.version_number)
      .text("message", version.message);
  if (version.restored_from) payload.number("restoredFrom", *version.restored_from);
  return events::record(connection, events::by(caller, version.event, design_system.id, payload.take()),
                        design_system.updated_at);
}

}  // namespace

Task<Outcome<void>> TokenPublisher::check(json::Value tokens, std::size_t text_size) {
  if (text_size > max_token_bytes)
    co_return std::unexpected(Problem::validation(title, {{"/tokens", "must be at most 1 MiB of JSON", "too_long"}}));
  const auto compiled = co_await pool_.run([&] { return libraries_.compile(tokens); });
  if (!compiled) co_return refuse(compiled.error(), tokens);
  co_return Outcome<void>();
}

Task<Outcome<DesignSystem>> TokenPublisher::publish(http::Caller caller, NewVersion version, First first) {
  const Milliseconds now = clock_();
  const auto write = [&](database::Connection& connection) -> Outcome<DesignSystem> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    auto found = TRY(find(connection, caller.organization_id));
    if (!found) return std::unexpected(Problem::not_found("This organisation has no design tokens."));
    DesignSystem design_system = std::move(*found);
    if (first) TRY(first(connection, design_system));
    design_system.tokens = version.text;
    design_system.updated_at = now;
    ++design_system.version_number;
    TRY(insert(connection, TokenVersion{.organization_id = caller.organization_id,
                                        .number = design_system.version_number,
                                        .author_id = caller.user_id,
                                        .created_at = now,
                                        .restored_from = version.restored_from,
                                        .message = version.message,
                                        .tokens = version.text}));
    TRY(update_tokens(connection, design_system));
    TRY(record(connection, caller, version, design_system));
    return design_system;
  };
  auto published = CO_TRY(co_await database_.write_then(write, [&](const Outcome<DesignSystem>& result) {
    if (result) libraries_.forget(caller.organization_id);
  }));
  CO_TRY(co_await libraries_.of(caller.organization_id));
  co_return published;
}

}  // namespace pagewright::tokens
