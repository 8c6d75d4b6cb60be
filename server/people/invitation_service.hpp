// Inviting people by a link, and joining by it.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/mail/mailer.hpp"
#include "server/people/invitation_store.hpp"

namespace pagewright::people {

class InvitationService {
 public:
  // `editor_url`: where links lead to, without a slash at the end.
  InvitationService(database::Database& database, ExecutorPool& pool, auth::AuthService& auth,
                    const mail::Mailer& mailer, std::string editor_url);

  struct Sent {
    Invitation invitation;
    std::string link;  // for the inviter to pass on, where no mail can be sent; otherwise empty
    [[nodiscard]] std::string to_json() const;
  };
  // In place of an earlier one to the same address. Whether somebody has an account elsewhere makes no difference. A
  // hundred an hour for an organisation.
  Task<Outcome<Sent>> invite(http::Caller caller, std::string email, http::Role role);
  // With a new link; the one before is void.
  Task<Outcome<Sent>> send_again(http::Caller caller, std::string id);
  Task<Outcome<InvitationList>> list(http::Caller caller, std::int64_t limit, std::int64_t offset);
  Task<Outcome<void>> revoke(http::Caller caller, std::string id);

  // What whoever has the link is invited to.
  struct Offer {
    Invitation invitation;
    organisations::Organisation organisation;
    bool has_account = false;  // joins with their password; otherwise chooses one
  };
  Task<Outcome<Offer>> look_up(std::string token, auth::Client client);

  struct Acceptance {
    std::string token;
    std::string name;      // of a new account; empty: what stands before the @
    std::string password;  // of the account that there is, or of the new one
  };
  // Signs them in to the organisation.
  Task<Outcome<auth::SignedIn>> accept(Acceptance acceptance, auth::Client client);

 private:
  [[nodiscard]] Outcome<Sent> send(database::Connection& connection, const http::Caller& caller, Invitation invitation);
  // The hash of the password of the account that joins, once the given one is right.
  Task<Outcome<std::string>> check_password(const Acceptance& acceptance, const std::string& email,
                                            const std::optional<users::Account>& account);

  database::Database& database_;
  ExecutorPool& pool_;
  auth::AuthService& auth_;
  const mail::Mailer& mailer_;
  const std::string editor_url_;
  http::RateLimiter sent_by_organization_;
  http::RateLimiter tries_by_address_;
  http::RateLimiter tries_by_email_;
};

}  // namespace pagewright::people
