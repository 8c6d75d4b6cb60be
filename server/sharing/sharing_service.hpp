// Who may do what with a page, and changing it: docs/access.md.
#pragma once

#include "server/collaboration/page_admission.hpp"
#include "server/sharing/grant_store.hpp"

namespace pagewright::sharing {

inline constexpr std::int64_t most_grants = 200;  // of a page

// All that is to be known of a page's access.
struct Sharing {
  std::string access;
  Grantee owner;
  std::optional<Grantee> team = {};
  std::vector<Grant> grants = {};
  [[nodiscard]] std::string to_json() const;
};

// The routes ask before whether the caller may manage the page.
class SharingService {
 public:
  SharingService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms)
      : surroundings_(std::move(surroundings)), rooms_(rooms) {}

  Task<Outcome<Sharing>> get(http::Caller caller, std::string page_id);
  Task<Outcome<std::vector<Grantee>>> find_grantees(http::Caller caller, std::string page_id, std::string search);

  // What is granted is in force at once: what the grantee has open connects anew. Nobody gives the right to publish
  // who has none.
  Task<Outcome<Grant>> grant(http::Caller caller, std::string page_id, std::string grantee_id, access::Level level);
  Task<Outcome<void>> revoke(http::Caller caller, std::string page_id, std::string grantee_id);

  using Representation = collaboration::Room::Representation;
  Task<Outcome<Representation>> set_access(http::Caller caller, std::string page_id, std::string access);
  Task<Outcome<Representation>> set_team(http::Caller caller, std::string page_id, std::optional<std::string> team_id);

 private:
  Task<Outcome<Representation>> change_page(http::Caller caller, std::string page_id, std::string event,
                                            std::function<Outcome<void>(database::Connection&, Milliseconds)> also);
  // After a commit: those, whatever they have open of the page, connect anew.
  void connect_anew(const std::string& page_id, const std::vector<std::string>& user_ids);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
};

}  // namespace pagewright::sharing
