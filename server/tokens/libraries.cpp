#include "server/tokens/libraries.hpp"

#include "server/tokens/design_system_store.hpp"

namespace pagewright::tokens {

Task<Outcome<SharedLibrary>> Libraries::of(std::string organization_id) {
  if (auto library = current(organization_id)) co_return library;
  const auto design_system = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return find(connection, organization_id); }));
  auto compiled = co_await pool_.run([&] {
    auto tokens = design_system ? json::parse(design_system->tokens) : Result<json::Value>(built_in_.theme());
    return compile(tokens ? std::move(*tokens) : json::Value());
  });
  if (!compiled) {
    const std::string cause = compiled.error().empty() ? "" : compiled.error().front().message;
    co_return std::unexpected(Problem::internal("the library does not compile: " + cause));
  }
  const std::lock_guard lock(mutex_);
  // Somebody else may have been faster, perhaps with newer tokens.
  co_return libraries_.try_emplace(organization_id, std::move(*compiled)).first->second;
}

SharedLibrary Libraries::current(const std::string& organization_id) const {
  const std::lock_guard lock(mutex_);
  const auto found = libraries_.find(organization_id);
  return found == libraries_.end() ? nullptr : found->second;
}

std::expected<SharedLibrary, std::vector<Diagnostic>> Libraries::compile(json::Value tokens) const {
  return render::Library::compile(built_in_.source(std::move(tokens)));
}

void Libraries::replace(const std::string& organization_id, SharedLibrary library) {
  const std::lock_guard lock(mutex_);
  libraries_.insert_or_assign(organization_id, std::move(library));
}

}  // namespace pagewright::tokens
