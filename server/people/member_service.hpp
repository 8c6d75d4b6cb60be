// The rules of an organisation's members, for its administrators.
#pragma once

#include "server/auth/session_service.hpp"
#include "server/people/access_change.hpp"
#include "server/people/member_store.hpp"

namespace pagewright::people {

// What is not there stays as it is.
struct MemberChange {
  std::optional<http::Role> role = {};
  std::optional<bool> is_active = {};
  std::optional<std::string> name = {};
  std::optional<std::string> email = {};
};

class MemberService {
 public:
  MemberService(database::Database& database, AccessChange& access) : database_(database), access_(access) {}

  Task<Outcome<MemberList>> list(MemberQuery query);
  Task<Outcome<MemberRecord>> get(http::Caller caller, std::string user_id);

  // One administrator who may come in always stays. Name and e-mail address only of those who belong to no other
  // organisation. A change of role reaches open pages at once; who is deactivated is signed out.
  Task<Outcome<MemberRecord>> change(http::Caller caller, std::string user_id, MemberChange change);
  // Signs them out of this organisation. What they made stays, in their name.
  Task<Outcome<void>> remove(http::Caller caller, std::string user_id);

 private:
  database::Database& database_;
  AccessChange& access_;
};

}  // namespace pagewright::people
