// The members of an organisation: users, and what each may do there.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"

namespace pagewright::people {

struct MemberRecord {
  std::string id;  // the user's
  std::string email;
  std::string name;
  http::Role role = http::Role::viewer;
  bool is_active = true;   // false: may not come in at present
  bool is_shared = false;  // belongs to other organisations too: name, e-mail address and password are not this one's
  Milliseconds joined_at = 0;
  std::optional<Milliseconds> last_sign_in_at = {};

  [[nodiscard]] std::string to_json() const;
};

inline constexpr std::array<std::string_view, 6> sort_orders = {"name",   "-name",     "email",
                                                                "-email", "-joinedAt", "joinedAt"};

struct MemberQuery {
  std::string organization_id;
  std::string search = {};  // a part of the name or the e-mail address
  std::optional<http::Role> role = {};
  std::optional<bool> is_active = {};
  std::string sort = "name";
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

struct MemberList {
  std::vector<MemberRecord> items;
  std::int64_t total = 0;
};

[[nodiscard]] Outcome<MemberList> list(database::Connection& connection, const MemberQuery& query);
[[nodiscard]] Outcome<std::optional<MemberRecord>> find_member(database::Connection& connection,
                                                               std::string_view user_id,
                                                               std::string_view organization_id);
// By the user's normalized e-mail address.
[[nodiscard]] Outcome<std::optional<MemberRecord>> find_member_by_email(database::Connection& connection,
                                                                        std::string_view email,
                                                                        std::string_view organization_id);

// How many administrators, other than that user, may come in.
[[nodiscard]] Outcome<std::int64_t> count_other_administrators(database::Connection& connection,
                                                               std::string_view user_id,
                                                               std::string_view organization_id);

[[nodiscard]] Outcome<void> set_role(database::Connection& connection, std::string_view user_id,
                                     std::string_view organization_id, http::Role role);
// Nothing: the member may come in.
[[nodiscard]] Outcome<void> set_deactivated(database::Connection& connection, std::string_view user_id,
                                            std::string_view organization_id, std::optional<Milliseconds> since);
// The user stays, and what they made keeps its author.
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view user_id,
                                   std::string_view organization_id);

// All organisations that the user may come in to.
[[nodiscard]] Outcome<std::vector<std::string>> organisations_of(database::Connection& connection,
                                                                 std::string_view user_id);

}  // namespace pagewright::people
