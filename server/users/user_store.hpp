// Users and their membership in an organisation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::users {

// A user as a member of one organisation.
struct Member {
  std::string id;
  std::string email;
  std::string name;
  std::string password_hash;
  http::Role role = http::Role::viewer;
  organisations::Organisation organisation;

  // {id, email, name, role, organization}
  [[nodiscard]] std::string to_json() const;
};

// E-mail addresses are compared without case, and kept in lower case.
[[nodiscard]] std::string normalized_email(std::string_view email);
// What is wrong with an e-mail address, as a sentence's predicate; empty: nothing.
[[nodiscard]] std::string fault_of_email(std::string_view email);

// A user, whatever they are a member of.
struct Account {
  std::string id;
  std::string name;
  std::string password_hash;
};
// By the normalized e-mail address.
[[nodiscard]] Outcome<std::optional<Account>> find_account(database::Connection& connection, std::string_view email);

// Members that are deactivated are not found. By e-mail address: in the organisation that the user joined first.
[[nodiscard]] Outcome<std::optional<Member>> find_by_email(database::Connection& connection, std::string_view email);
[[nodiscard]] Outcome<std::optional<Member>> find(database::Connection& connection, std::string_view user_id,
                                                  std::string_view organization_id);

// In all organisations that the user may come in to, by their names.
[[nodiscard]] Outcome<std::vector<Member>> memberships_of(database::Connection& connection, std::string_view user_id);

// Adds the user, who must not exist: alone, or with the membership in member.organisation.id.
[[nodiscard]] Outcome<void> insert_account(database::Connection& connection, const Member& member, Milliseconds now);
// False where they are a member already, be it a deactivated one.
[[nodiscard]] Outcome<bool> add_membership(database::Connection& connection, std::string_view organization_id,
                                           std::string_view user_id, http::Role role, Milliseconds now);
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Member& member, Milliseconds now);
struct Profile {
  std::string name;
  std::string email;  // normalized
};
// A conflict where another account has the address.
[[nodiscard]] Outcome<void> set_profile(database::Connection& connection, std::string_view user_id,
                                        const Profile& profile, Milliseconds now);
[[nodiscard]] Outcome<void> set_password(database::Connection& connection, std::string_view user_id,
                                         std::string_view password_hash, Milliseconds now);
[[nodiscard]] Outcome<void> record_sign_in(database::Connection& connection, std::string_view user_id,
                                           Milliseconds now);

[[nodiscard]] Outcome<bool> has_administrator(database::Connection& connection);

}  // namespace pagewright::users
