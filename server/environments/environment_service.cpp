#include "server/environments/environment_service.hpp"

#include <algorithm>

#include "server/access/standing_store.hpp"
#include "server/auth/password.hpp"
#include "server/base/digest.hpp"
#include "server/base/uuid.hpp"
#include "server/environments/host_name.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::environments {
namespace {

constexpr const char* not_made = "The environment was not made";
constexpr const char* not_changed = "The environment was not changed";

Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const Environment& environment, Milliseconds now) {
  return events::record(connection, events::by(caller, std::move(type), environment.id, environment.to_json()), now);
}

// "/~acceptance-tests" of "Acceptance tests".
std::string path_of_name(std::string_view name) {
  std::string slug;
  for (const char letter : name) {
    const bool is_capital = letter >= 'A' && letter <= 'Z';
    const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || is_capital;
    if (is_kept)
      slug += is_capital ? static_cast<char>(letter + 32) : letter;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  slug.resize(std::min<std::size_t>(slug.size(), 40));
  while (slug.ends_with('-')) slug.pop_back();
  // What the listener itself answers to, and what there always is.
  if (slug.empty() || slug == "enter" || slug == "staging") slug += slug.empty() ? "site" : "-site";
  return "/~" + slug;
}

Outcome<std::string> free_path(database::Connection& connection, std::string_view name) {
  const std::string wanted = path_of_name(name);
  std::string path = wanted;
  for (int number = 2; TRY(is_path_taken(connection, path)); ++number) path = wanted + "-" + std::to_string(number);
  return path;
}

// Percent signs of a path's own must not be taken for the query's.
std::string in_query(std::string_view path) {
  std::string text;
  for (const char letter : path)
    if (letter == '%')
      text += "%25";
    else
      text += letter;
  return text;
}

// What others have already.
Outcome<void> check_names(database::Connection& connection, const Environment& environment, const char* title) {
  std::vector<FieldError> errors;
  for (const Environment& other : TRY(all(connection, environment.organization_id)))
    if (other.id != environment.id && other.name == environment.name)
      errors.push_back({"/name", "is the name of another environment", "taken"});
  for (std::size_t i = 0; i < environment.hosts.size(); ++i) {
    const std::string holder = TRY(holder_of_host(connection, environment.hosts[i]));
    if (!holder.empty() && holder != environment.id)
      errors.push_back({"/hosts/" + std::to_string(i), "leads to another environment", "taken"});
  }
  if (errors.empty()) return {};
  return std::unexpected(
      Problem::conflict(title, "Names must be unique: host names in the whole installation.", std::move(errors)));
}

// A preview is there for those only who may view the page itself.
Outcome<bool> may_see(database::Connection& connection, const http::Caller& caller, const Environment& environment) {
  if (!environment.preview) return !environment.is_preview();  // one whose page is gone is nobody's
  const std::string& page_id = environment.preview->page_id;
  const auto door = TRY(access::find_door(connection, page_id, caller.organization_id));
  return door && access::check(connection, caller, page_id, *door, http::PageRight::view).has_value();
}

Outcome<Environment> must_find_for(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  Environment environment = TRY(must_find(connection, id, caller.organization_id));
  if (!TRY(may_see(connection, caller, environment)))
    return std::unexpected(Problem::not_found("There is no such environment."));
  return environment;
}

}  // namespace

std::string EnvironmentService::fault_of(const std::string& host) const {
  std::string fault = fault_of_host(host);
  if (fault.empty() && (host == host_of_url(addresses_.sites_url) || host == host_of_url(addresses_.editor_url)))
    fault = "is where this installation itself is reached";
  return fault;
}

Outcome<void> EnvironmentService::check(const EnvironmentChange& change, const char* title) const {
  std::vector<FieldError> errors;
  const auto add = [&](std::string path, std::string fault) {
    if (!fault.empty()) errors.push_back({std::move(path), std::move(fault), "invalid"});
  };
  for (std::size_t i = 0; change.hosts && i < change.hosts->size(); ++i) {
    const auto& host = (*change.hosts)[i];
    const std::string path = "/hosts/" + std::to_string(i);
    add(path, fault_of(host));
    if (std::ranges::find(*change.hosts, host) - change.hosts->begin() != static_cast<std::ptrdiff_t>(i))
      add(path, "must not be there twice");
  }
  if (change.base_url && !change.base_url->empty()) add("/baseUrl", fault_of_base_url(*change.base_url));
  if (change.password) add("/password", auth::fault_of_password(*change.password, ""));
  if (errors.empty()) return {};
  return std::unexpected(Problem::validation(title, std::move(errors)));
}

// A new key where somebody else is to be let in from now on: the passes that were given out are void.
Task<Outcome<void>> EnvironmentService::apply(Environment& environment, const EnvironmentChange& change,
                                              const char* title) {
  const bool is_new_access = change.access && *change.access != environment.access;
  if (change.name) environment.name = *change.name;
  if (change.hosts) environment.hosts = *change.hosts;
  if (change.access) environment.access = *change.access;
  const bool needs_password = environment.access == by_password;
  if (change.password && !needs_password)
    co_return std::unexpected(
        Problem::validation(title, {{"/password", "is for the access \"password\" only", "not_allowed"}}));
  if (needs_password && !change.password && environment.password_hash.empty())
    co_return std::unexpected(
        Problem::validation(title, {{"/password", "is required for the access \"password\"", "required"}}));
  if (change.password)
    environment.password_hash = co_await pool_.run([&] { return auth::hash_password(*change.password); });
  if (!needs_password) environment.password_hash.clear();
  if (is_new_access || change.password) environment.pass_key = random_secret();
  if (environment.access == for_everyone) environment.pass_key.clear();
  if (change.base_url) environment.has_own_base_url = !change.base_url->empty();
  if (change.base_url && environment.has_own_base_url) environment.base_url = *change.base_url;
  if (!environment.has_own_base_url) environment.base_url = environment.standard_url(addresses_.sites_url);
  co_return Outcome<void>();
}

Task<Outcome<std::vector<Environment>>> EnvironmentService::list(http::Caller caller) {
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<std::vector<Environment>> {
    std::vector<Environment> seen;
    for (Environment& environment : TRY(all(connection, caller.organization_id)))
      if (TRY(may_see(connection, caller, environment))) seen.push_back(std::move(environment));
    return seen;
  });
}

Task<Outcome<Environment>> EnvironmentService::get(http::Caller caller, std::string id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find_for(connection, caller, id); });
}

Task<Outcome<Environment>> EnvironmentService::create(http::Caller caller, EnvironmentChange wanted) {
  CO_TRY(check(wanted, not_made));
  const Milliseconds now = clock_();
  Environment made{.id = new_uuid(), .organization_id = caller.organization_id, .name = {}, .kind = "custom"};
  CO_TRY(co_await apply(made, wanted, not_made));
  made.created_at = made.updated_at = now;
  const auto write = [&](database::Connection& connection) -> Outcome<Environment> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    const auto present = TRY(all(connection, caller.organization_id));
    if (std::ranges::count(present, false, &Environment::is_preview) >= most_environments)
      return std::unexpected(
          Problem::conflict(not_made, "An organisation has at most 50 environments: delete one that is not needed."));
    TRY(check_names(connection, made, not_made));
    Environment placed = made;
    placed.path = TRY(free_path(connection, made.name));
    if (!placed.has_own_base_url) placed.base_url = placed.standard_url(addresses_.sites_url);
    TRY(insert(connection, placed));
    TRY(record(connection, caller, "environment.created", placed, now));
    return placed;
  };
  auto written = CO_TRY(co_await database_.write_then(write, [this](const Outcome<Environment>& result) {
    if (result) published_.set(*result);
  }));
  co_await pool_.run([&] { published_.show(); });
  co_return written;
}

Task<Outcome<Environment>> EnvironmentService::change(http::Caller caller, std::string id, EnvironmentChange change) {
  CO_TRY(check(change, not_changed));
  const Environment before = CO_TRY(co_await get(caller, id));
  // Hashing takes its time, which nobody else should wait for: what it starts from may be older than what it ends with.
  Environment wanted = before;
  CO_TRY(co_await apply(wanted, change, not_changed));
  const Milliseconds now = clock_();
  const auto write = [&](database::Connection& connection) -> Outcome<Environment> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    Environment present = TRY(must_find(connection, id, caller.organization_id));
    if (present.updated_at != before.updated_at || present.base_url != before.base_url)
      return std::unexpected(Problem::conflict(not_changed, "Somebody else changed it at the same time: try again."));
    TRY(check_names(connection, wanted, not_changed));
    const bool is_same = wanted.to_json() == before.to_json() && wanted.pass_key == before.pass_key;
    if (is_same) return present;
    wanted.updated_at = std::max(now, before.updated_at + 1);
    TRY(update(connection, wanted));
    TRY(record(connection, caller, "environment.updated", wanted, now));
    return wanted;
  };
  auto written = CO_TRY(co_await database_.write_then(write, [this](const Outcome<Environment>& result) {
    if (result) published_.set(*result);
  }));
  co_await pool_.run([&] { published_.show(); });
  co_return written;
}

Task<Outcome<VisitLink>> EnvironmentService::visit(http::Caller caller, std::string id, std::string path) {
  const std::string token = random_secret();
  const Milliseconds now = clock_();
  VisitLink link{.url = {}, .expires_at = now + visit_link_lasts};
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    const Environment environment = TRY(must_find_for(connection, caller, id));
    if (environment.access == for_everyone)
      return std::unexpected(
          Problem::conflict("No link was made", "Everyone may see this environment, at " + environment.base_url + "."));
    TRY(insert(connection, Visit{.token_hash = sha256_hex(token),
                                 .environment_id = id,
                                 .user_id = caller.user_id,
                                 .expires_at = link.expires_at}));
    link.url = environment.base_url + std::string(sites::entrance_path) + "?token=" + token + "&to=" + in_query(path);
    return record(connection, caller, "environment.visited", environment, now);
  }));
  co_return link;
}

Task<void> EnvironmentService::maintain() {
  const auto forgotten = co_await database_.write(
      [&](database::Connection& connection) { return forget_visits_before(connection, clock_()); });
  if (!forgotten) log::error("old links to environments cannot be removed", {{"cause", forgotten.error().cause}});
}

}  // namespace pagewright::environments
