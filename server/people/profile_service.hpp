// What users say about themselves, in all organisations, and which of these they work in.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/mail/mailer.hpp"
#include "server/people/access_change.hpp"

namespace pagewright::people {

class ProfileService {
 public:
  ProfileService(database::Database& database, ExecutorPool& pool, AccessChange& access, auth::AuthService& auth,
                 const mail::Mailer& mailer);

  struct Change {
    std::optional<std::string> name = {};
    std::optional<std::string> email = {};
    std::string password = {};  // the present one: with a new e-mail address
  };
  // The address before is told of a new one. 10 tries of the password a minute.
  Task<Outcome<users::Member>> change(http::Caller caller, Change change);

  // Those that the caller may come in to, by name.
  Task<Outcome<std::vector<users::Member>>> organisations(http::Caller caller);
  // Signs the caller in to another of them, beside the session that they have; not_found where they may not come in.
  Task<Outcome<auth::SignedIn>> enter(http::Caller caller, std::string organization_id, auth::Client client);

 private:
  Task<Outcome<void>> check_password(const http::Caller& caller, const std::string& password);

  database::Database& database_;
  ExecutorPool& pool_;
  AccessChange& access_;
  auth::AuthService& auth_;
  const mail::Mailer& mailer_;
  http::RateLimiter password_tries_;
};

}  // namespace pagewright::people
