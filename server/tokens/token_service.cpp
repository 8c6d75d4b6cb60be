#include "server/tokens/token_service.hpp"

#include "engine/token/resolver_document.hpp"

namespace pagewright::tokens {
namespace {

constexpr const char* title = "The design tokens were not saved";

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
  CO_TRY(co_await publisher_.check(std::move(tokens), text.size()));
  co_return co_await publisher_.publish(std::move(caller), {.text = std::move(text)});
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
