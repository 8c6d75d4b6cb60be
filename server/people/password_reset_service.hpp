// A new password for who has forgotten the old one, by a link that is sent to their address. The link works once, for
// an hour.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/mail/mailer.hpp"
#include "server/people/access_change.hpp"

namespace pagewright::people {

class PasswordResetService {
 public:
  // `editor_url`: where links lead to, without a slash at the end.
  PasswordResetService(database::Database& database, ExecutorPool& pool, AccessChange& access,
                       const mail::Mailer& mailer, std::string editor_url);

  // Sends a link where the address is somebody's. The answer and its time are the same where it is nobody's. Three an
  // hour for an address, thirty from a network address.
  Task<Outcome<void>> request(std::string email, auth::Client client);

  // For a member of the caller's organisation who belongs to no other: sends the link, or gives it where no mail can be
  // sent.
  Task<Outcome<std::string>> request_for(http::Caller caller, std::string user_id);

  struct Reset {
    std::string token;
    std::string password;
  };
  // Signs the user out everywhere.
  Task<Outcome<void>> reset(Reset reset, auth::Client client);

 private:
  [[nodiscard]] std::string link_of(const std::string& token) const;

  database::Database& database_;
  ExecutorPool& pool_;
  AccessChange& access_;
  const mail::Mailer& mailer_;
  const std::string editor_url_;
  http::RateLimiter requests_by_email_;
  http::RateLimiter requests_by_address_;
  http::RateLimiter resets_by_address_;
};

}  // namespace pagewright::people
