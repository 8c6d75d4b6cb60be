// Environments: where pages are published to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::environments {

// Where the pages of an environment of that kind begin on the sites listener: "" or "/~staging".
[[nodiscard]] constexpr std::string_view path_prefix_of(std::string_view kind) {
  return kind == "staging" ? "/~staging" : "";
}

struct Environment {
  std::string id;
  std::string organization_id;
  std::string name;      // "Production"
  std::string kind;      // "production" or "staging"
  std::string base_url;  // without a slash at the end; a page's address is this, a slash, and its slug

  [[nodiscard]] std::string to_json() const;
  [[nodiscard]] std::string_view path_prefix() const { return path_prefix_of(kind); }
  [[nodiscard]] std::string url_of(std::string_view slug) const { return base_url + "/" + std::string(slug); }
};

// Production first.
[[nodiscard]] Outcome<std::vector<Environment>> all(database::Connection& connection, std::string_view organization_id);
[[nodiscard]] Outcome<std::optional<Environment>> find(database::Connection& connection, std::string_view id,
                                                       std::string_view organization_id);

// Adds Production and Staging where the organisation has none, and points their addresses at `sites_url`.
[[nodiscard]] Outcome<void> ensure(database::Connection& connection, std::string_view organization_id,
                                   std::string_view sites_url, Milliseconds now);

}  // namespace pagewright::environments
