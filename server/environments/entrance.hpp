// Where visitors of an environment that not everyone may see are let in: on the sites listener, without JavaScript.
#pragma once

#include "server/environments/environment_records.hpp"
#include "server/environments/published_pages.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/http/router.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::environments {

inline constexpr Milliseconds password_lasts = 24LL * 60 * 60 * 1000;
inline constexpr Milliseconds membership_lasts = 60LL * 60 * 1000;

class Entrance {
 public:
  Entrance(database::Database& database, ExecutorPool& pool, PublishedPages& published,
           std::function<Milliseconds()> clock)
      : database_(database), pool_(pool), published_(published), clock_(std::move(clock)) {}

  // POST <environment>/~enter, with the fields `password` and `to`. Every answer is for a person: a redirect to where
  // they wanted to go, with a cookie that lets them in, or the form again.
  Task<Outcome<http::Response>> try_password(http::Request& request);
  // GET <environment>/~enter?token=&to=: the link of a member.
  Task<Outcome<http::Response>> come_in(http::Request& request);

 private:
  struct Place;
  Task<Outcome<http::Response>> check_password(const http::Request& request);
  Task<Outcome<http::Response>> use_link(const http::Request& request);
  [[nodiscard]] std::optional<Place> place_of(const http::Request& request) const;
  [[nodiscard]] Task<Outcome<std::optional<Environment>>> environment_of(std::string id);

  database::Database& database_;
  ExecutorPool& pool_;
  PublishedPages& published_;
  const std::function<Milliseconds()> clock_;
  // Per environment and address; and per environment, against many who guess together.
  http::RateLimiter by_address_{10, std::chrono::seconds(60)};
  http::RateLimiter by_environment_{200, std::chrono::seconds(60)};
};

}  // namespace pagewright::environments
