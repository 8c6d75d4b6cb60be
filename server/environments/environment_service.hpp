// Making and changing environments, and links by which members come in to them.
#pragma once

#include "server/database/database.hpp"
#include "server/environments/environment_records.hpp"
#include "server/environments/published_pages.hpp"
#include "server/http/caller.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::environments {

inline constexpr std::ptrdiff_t most_environments = 50;  // without previews
inline constexpr std::size_t most_hosts = 10;
inline constexpr Milliseconds visit_link_lasts = 2LL * 60 * 1000;

// What is to be otherwise; what is absent stays.
struct EnvironmentChange {
  std::optional<std::string> name = {};
  std::optional<std::vector<std::string>> hosts = {};
  std::optional<std::string> base_url = {};  // empty: the one that the host name or the path gives it
  std::optional<std::string> access = {};
  std::optional<std::string> password = {};
};

// Where a member gets in.
struct VisitLink {
  std::string url;
  Milliseconds expires_at = 0;
};

class EnvironmentService {
 public:
  struct Addresses {
    std::string sites_url;
    std::string editor_url;  // nobody may take its host name
  };
  EnvironmentService(database::Database& database, ExecutorPool& pool, PublishedPages& published, Addresses addresses,
                     std::function<Milliseconds()> clock)
      : database_(database),
        pool_(pool),
        published_(published),
        addresses_(std::move(addresses)),
        clock_(std::move(clock)) {}

  Task<Outcome<std::vector<Environment>>> list(http::Caller caller);
  Task<Outcome<Environment>> get(http::Caller caller, std::string id);
  Task<Outcome<Environment>> create(http::Caller caller, EnvironmentChange wanted);
  // Conflict where another environment has the name or a host name.
  Task<Outcome<Environment>> change(http::Caller caller, std::string id, EnvironmentChange change);

  // A link that works once, for two minutes, and lets its visitor in for an hour. `path` is a page's: "/about".
  // Conflict where everyone may see the environment anyway.
  Task<Outcome<VisitLink>> visit(http::Caller caller, std::string id, std::string path);

  // Every few seconds: forgets links whose time is over.
  Task<void> maintain();

 private:
  [[nodiscard]] Outcome<void> check(const EnvironmentChange& change, const char* title) const;
  [[nodiscard]] std::string fault_of(const std::string& host) const;
  Task<Outcome<void>> apply(Environment& environment, const EnvironmentChange& change, const char* title);

  database::Database& database_;
  ExecutorPool& pool_;
  PublishedPages& published_;
  const Addresses addresses_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::environments
