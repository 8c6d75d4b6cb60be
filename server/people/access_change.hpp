// What a change of somebody's access does to what they have open: at once, in this process; in another one on the same
// database within CallerCache::lifetime.
#pragma once

#include <string>
#include <vector>

#include "server/auth/access_token.hpp"
#include "server/auth/caller_cache.hpp"
#include "server/collaboration/rooms.hpp"

namespace pagewright::people {

class AccessChange {
 public:
  AccessChange(auth::AccessTokens& tokens, auth::CallerCache& callers, collaboration::Rooms& rooms)
      : tokens_(tokens), callers_(callers), rooms_(rooms) {}

  // Their next request is answered by what the database says now, and their open pages connect anew.
  void changed(const std::string& user_id, const std::string& organization_id);
  // They are signed out: `sessions` were revoked.
  void ended(const std::string& user_id, const std::string& organization_id, const std::vector<std::string>& sessions);
  // Only what is remembered of their name and address.
  void renamed(const std::string& user_id) { callers_.forget_user(user_id); }

 private:
  auth::AccessTokens& tokens_;
  auth::CallerCache& callers_;
  collaboration::Rooms& rooms_;
};

}  // namespace pagewright::people
