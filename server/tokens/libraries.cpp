#include "server/tokens/libraries.hpp"

#include "server/logging/log.hpp"
#include "server/tokens/design_system_store.hpp"

namespace pagewright::tokens {

Task<Outcome<SharedVersionedLibrary>> Libraries::with_versions(std::string organization_id) {
  for (;;) {
    std::unique_lock lock(mutex_);
    if (const auto found = libraries_.find(organization_id); found != libraries_.end()) co_return found->second;
    const std::uint64_t changes = changes_;
    lock.unlock();
    auto [source, offers] = CO_TRY(co_await read(organization_id));
    auto compiled = co_await pool_.run([&, &source = source] { return compile_usable(std::move(source)); });
    if (!compiled) {
      const std::string cause = compiled.error().empty() ? "" : compiled.error().front().message;
      co_return std::unexpected(Problem::internal("the library does not compile: " + cause));
    }
    compiled->offers = std::move(offers);
    if (compiled->component_set.id != built_in_.component_set().id)
      CO_TRY(co_await database_.write([&](database::Connection& connection) {
        return components::remember(connection, compiled->component_set, now_milliseconds());
      }));
    lock.lock();
    if (changes_ != changes) continue;
    // Somebody else may have been faster.
    co_return libraries_.try_emplace(organization_id, std::make_shared<const VersionedLibrary>(std::move(*compiled)))
        .first->second;
  }
}

Task<Outcome<SharedLibrary>> Libraries::of(std::string organization_id) {
  co_return CO_TRY(co_await with_versions(std::move(organization_id)))->library;
}

SharedVersionedLibrary Libraries::current(const std::string& organization_id) const {
  const std::lock_guard lock(mutex_);
  const auto found = libraries_.find(organization_id);
  return found == libraries_.end() ? nullptr : found->second;
}

std::expected<SharedLibrary, std::vector<Diagnostic>> Libraries::compile(json::Value tokens) const {
  return render::Library::compile(built_in_.source(std::move(tokens)));
}

Task<Outcome<render::LibrarySource>> Libraries::source_of(std::string organization_id) {
  co_return CO_TRY(co_await read(std::move(organization_id))).first;
}

Task<Outcome<std::pair<render::LibrarySource, components::SharedOffers>>> Libraries::read(std::string organization_id) {
  std::optional<DesignSystem> design_system;
  std::vector<components::ComponentWithVersion> own;
  CO_TRY(co_await database_.read([&](database::Connection& connection) -> Outcome<void> {
    design_system = TRY(find(connection, organization_id));
    own = TRY(components::load_all(connection, organization_id));
    return {};
  }));
  auto tokens = design_system ? json::parse(design_system->tokens) : Result<json::Value>(built_in_.theme());
  std::vector<render::ComponentSource> sources;
  for (const components::ComponentWithVersion& component : own) {
    auto source = component.version.source();
    if (!source)
      co_return std::unexpected(Problem::internal("the component " + component.component.id + " is no JSON any more"));
    sources.push_back(std::move(*source));
  }
  co_return std::pair(built_in_.source(tokens ? std::move(*tokens) : json::Value(), std::move(sources)),
                      std::make_shared<const components::Offers>(own));
}

// A component that this program no longer compiles must not take all pages down with it: it is left out, and logged.
std::expected<VersionedLibrary, std::vector<Diagnostic>> Libraries::compile_usable(render::LibrarySource source) const {
  auto library = render::Library::compile(source);
  if (!library) {
    std::erase_if(source.components, [](const render::ComponentSource& component) {
      const auto alone =
          render::Library::compile({.components = {component}, .tokens = json::Object(), .base_css = ""});
      if (alone) return false;
      log::error("a component is left out: it does not compile",
                 {{"component", json::find_string(component.definition, "name").value_or("?")},
                  {"fault", alone.error().empty() ? "" : alone.error().front().message}});
      return true;
    });
    library = render::Library::compile(source);
  }
  if (!library) return std::unexpected(std::move(library).error());
  return VersionedLibrary{.library = *library,
                          .component_set = components::component_set_of(schema::versions_of((*library)->catalog()))};
}

void Libraries::forget(const std::string& organization_id) {
  const std::lock_guard lock(mutex_);
  libraries_.erase(organization_id);
  ++changes_;
}

void Libraries::forget_all() {
  const std::lock_guard lock(mutex_);
  libraries_.clear();
  ++changes_;
}

Outcome<std::int64_t> version_of(database::Connection& connection, std::string_view organization_id) {
  const auto rows =
      TRY(connection.query("SELECT version_number FROM design_systems WHERE organization_id = $1", {organization_id}));
  return rows.empty() ? 1 : rows.front().integer(0);
}

}  // namespace pagewright::tokens
