#include "server/people/access_change.hpp"

namespace pagewright::people {
namespace {

// As the collaboration protocol has them.
constexpr unsigned short connect_anew = 1012;
constexpr unsigned short sign_in_again = 4401;

}  // namespace

void AccessChange::changed(const std::string& user_id, const std::string& organization_id) {
  // In this order: whoever joins a room meanwhile asks for the role once more afterwards.
  callers_.forget_user(user_id);
  rooms_.end_conversations({.user_id = user_id, .organization_id = organization_id}, connect_anew,
                           "Your role has changed.");
}

void AccessChange::ended(const std::string& user_id, const std::string& organization_id,
                         const std::vector<std::string>& sessions) {
  for (const std::string& session : sessions) tokens_.revoke_session(session, now_milliseconds() / 1000);
  callers_.forget_user(user_id);
  rooms_.end_conversations({.user_id = user_id, .organization_id = organization_id}, sign_in_again, "Sign in again.");
}

}  // namespace pagewright::people
