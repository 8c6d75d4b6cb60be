#include "server/tokens/token_service.hpp"

#include "engine/token/resolver_document.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/tokens/fault_place.hpp"

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

std::unexpected<Problem> refuse_import(const std::vector<Diagnostic>& faults) {
  std::vector<FieldError> errors;
  for (const Diagnostic& fault : faults)
    errors.push_back({.path = "/resolver", .message = fault.message, .code = "invalid_resolver"});
  return std::unexpected(Problem::validation(title, std::move(errors)));
}

}  // namespace

Task<Outcome<DesignSystem>> TokenService::get(std::string organization_id) {
  auto design_system = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return find(connection, organization_id); }));
  if (!design_system) co_return std::unexpected(Problem::not_found("This organisation has no design tokens."));
  co_return std::move(*design_system);
}

Task<Outcome<DesignSystem>> TokenService::replace(http::Caller caller, json::Value tokens, std::string text) {
  if (text.size() > max_token_bytes) {
    co_return std::unexpected(Problem::validation(title, {{"/tokens", "must be at most 1 MiB of JSON", "too_long"}}));
  }
  const auto compiled = co_await pool_.run([&] { return libraries_.compile(tokens); });
  if (!compiled) co_return refuse(compiled.error(), tokens);
  auto design_system = CO_TRY(co_await get(caller.organization_id));
  design_system.tokens = std::move(text);
  design_system.updated_at = now_milliseconds();
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(update_tokens(connection, design_system));
    return events::record(connection,
                          events::by(caller, "design_tokens.updated", design_system.id,
                                     JsonText().text("designSystemId", design_system.id).take()),
                          design_system.updated_at);
  }));
  libraries_.forget(caller.organization_id);
  CO_TRY(co_await libraries_.of(caller.organization_id));
  co_return design_system;
}

Task<Outcome<DesignSystem>> TokenService::import_resolver(http::Caller caller, TokenImport given) {
  using Imported = std::expected<json::Value, std::vector<Diagnostic>>;
  const Imported document = co_await pool_.run([&]() -> Imported {
    token::Files files;
    for (const auto& file : given.files) files.emplace(std::string(json::view(file.key())), file.value());
    const auto resolver = token::ResolverDocument::parse(given.resolver, files);
    if (!resolver) return std::unexpected(resolver.error());
    return token::document_with_themes(*resolver, given.inputs, given.modifier);
  });
  if (!document) co_return refuse_import(document.error());
  co_return co_await replace(std::move(caller), *document, json::serialize(*document));
}

Task<Outcome<TokenFile>> TokenService::export_file(std::string organization_id, std::string format, std::string theme) {
  const auto design_system = CO_TRY(co_await get(std::move(organization_id)));
  co_return co_await pool_.run([&] { return token_file(design_system.tokens, format, theme); });
}

}  // namespace pagewright::tokens
