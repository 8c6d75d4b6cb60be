// What visitors of published pages send by forms: taken in, without JavaScript and without a session.
#pragma once

#include "server/forms/submission_store.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/http/router.hpp"
#include "server/mail/mailer.hpp"
#include "server/releases/release_service.hpp"

namespace pagewright::forms {

class FormReception {
 public:
  FormReception(database::Database& database, releases::ReleaseService& releases, const mail::Mailer& mailer,
                std::function<Milliseconds()> clock)
      : database_(database), releases_(releases), mailer_(mailer), clock_(std::move(clock)) {}

  // POST <path of the page>?form=<id of the form's node>. Every answer is for a person: a redirect to the thanks, or a
  // page that says what is wrong. A submission that was thanked for is stored.
  Task<Outcome<http::Response>> receive(http::Request& request);

 private:
  Task<Outcome<http::Response>> take(const http::Request& request);
  Task<Outcome<void>> store(const Submission& submission, const Form& form, const releases::ShownPage& page);

  database::Database& database_;
  releases::ReleaseService& releases_;
  const mail::Mailer& mailer_;
  const std::function<Milliseconds()> clock_;
  http::RateLimiter by_address_{10, std::chrono::seconds(60)};
  http::RateLimiter by_form_{120, std::chrono::seconds(60)};
};

}  // namespace pagewright::forms
