// GET /collaboration: the WebSocket of one open page. The protocol: docs/formats/collaboration.md.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/collaboration/rooms.hpp"
#include "server/http/router.hpp"

namespace pagewright::collaboration {

class CollaborationRoutes {
 public:
  CollaborationRoutes(Rooms& rooms, auth::AuthService& auth, auth::AccessTokens& tokens)
      : rooms_(rooms), auth_(auth), tokens_(tokens) {}

  Task<Outcome<http::Response>> open(http::Request& request);

 private:
  struct Hello;
  Task<void> converse(std::shared_ptr<http::WebSocket> socket);
  Task<std::optional<Hello>> greet(http::WebSocket& socket);
  Task<void> follow(http::WebSocket& socket, Room& room, std::shared_ptr<Member> member);

  Rooms& rooms_;
  auth::AuthService& auth_;
  auth::AccessTokens& tokens_;
};

}  // namespace pagewright::collaboration
