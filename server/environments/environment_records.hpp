// Environments in the database, with their host names and the links by which members come in.
#pragma once

#include <optional>

#include "server/database/database.hpp"
#include "server/environments/environment.hpp"

namespace pagewright::environments {

// Production first, then Staging, then the others by name.
[[nodiscard]] Outcome<std::vector<Environment>> all(database::Connection& connection, std::string_view organization_id);
[[nodiscard]] Outcome<std::optional<Environment>> find(database::Connection& connection, std::string_view id,
                                                       std::string_view organization_id);
// not_found where the organisation has none of that id.
[[nodiscard]] Outcome<Environment> must_find(database::Connection& connection, std::string_view id,
                                             std::string_view organization_id);
// Of all organisations: at start.
[[nodiscard]] Outcome<std::vector<Environment>> of_installation(database::Connection& connection);
// Of any organisation: where a visitor stands before its gate.
[[nodiscard]] Outcome<std::optional<Environment>> find_by_gate(database::Connection& connection, std::string_view id);

// With the host names, which belong to no other environment.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Environment& environment);
[[nodiscard]] Outcome<void> update(database::Connection& connection, const Environment& environment);
// With all that was released to it, and what visitors sent by its forms.
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view id);

// The environment that has a host name or a path; empty: none has.
[[nodiscard]] Outcome<std::string> holder_of_host(database::Connection& connection, std::string_view host);
[[nodiscard]] Outcome<bool> is_path_taken(database::Connection& connection, std::string_view path);

// A link of a member.
struct Visit {
  std::string token_hash;
  std::string environment_id;
  std::string user_id;
  Milliseconds expires_at = 0;
};
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Visit& visit);
// Whether there was such a link, and its time was not over. It is used up.
[[nodiscard]] Outcome<bool> use_up(database::Connection& connection, std::string_view token_hash,
                                   std::string_view environment_id, Milliseconds now);
[[nodiscard]] Outcome<void> forget_visits_before(database::Connection& connection, Milliseconds now);

// Adds Production and Staging where the organisation has none, and points those that have no address of their own at
// `sites_url`.
[[nodiscard]] Outcome<void> ensure(database::Connection& connection, std::string_view organization_id,
                                   std::string_view sites_url, Milliseconds now);

}  // namespace pagewright::environments
