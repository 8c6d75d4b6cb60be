// GET /collaboration: the WebSocket of one open page. The protocol: docs/formats/collaboration.md.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/collaboration/page_admission.hpp"
#include "server/http/router.hpp"

namespace pagewright::collaboration {

class CollaborationRoutes {
 public:
  CollaborationRoutes(Rooms& rooms, PageAdmission& admission, auth::AuthService& auth, auth::AccessTokens& tokens)
      : rooms_(rooms), admission_(admission), auth_(auth), tokens_(tokens) {}

  Task<Outcome<http::Response>> open(http::Request& request);

 private:
  struct Hello;
  Task<void> converse(std::shared_ptr<http::WebSocket> socket);
  Task<std::optional<Hello>> greet(http::WebSocket& socket);
  Task<void> follow(http::WebSocket& socket, Room& room, std::shared_ptr<Member> member);

  // After what may have changed it: whether the caller still may what the member was told.
  Task<bool> is_still_admitted(const http::Caller& caller, const Room& room, const Member& member);

  Rooms& rooms_;
  PageAdmission& admission_;
  auth::AuthService& auth_;
  auth::AccessTokens& tokens_;
};

}  // namespace pagewright::collaboration
