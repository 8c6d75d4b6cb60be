// An environment: where pages are published to, and who may see them there.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/sites/gate.hpp"

namespace pagewright::environments {

inline constexpr std::string_view for_everyone = "public";
inline constexpr std::string_view by_password = "password";
inline constexpr std::string_view for_members = "members";

// Of an environment that shows a branch of a page.
struct ShownBranch {
  std::string page_id;
  std::string branch;  // its name
  Milliseconds expires_at = 0;
};

struct Environment {
  std::string id;
  std::string organization_id;
  std::string name;                     // "Production"
  std::string kind;                     // "production", "staging", "custom" or "preview"
  std::string path = {};                // on the sites listener's own address: "" or "/~staging"
  std::vector<std::string> hosts = {};  // names of its own, lower-case; the first is the main one
  std::string base_url = {};            // without a slash at the end; a page's address is this, a slash, and its slug
  bool has_own_base_url = false;        // somebody chose it
  std::string access = std::string(for_everyone);
  std::string password_hash = {};  // empty: none
  std::string pass_key = {};       // of visitors who were let in; empty: everyone is
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;
  std::optional<ShownBranch> preview = {};  // of the kind "preview"

  [[nodiscard]] std::string to_json() const;
  [[nodiscard]] std::string url_of(std::string_view slug) const { return base_url + "/" + std::string(slug); }
  [[nodiscard]] bool is_production() const { return kind == "production"; }
  [[nodiscard]] bool is_preview() const { return kind == "preview"; }
  // Search engines may show it: it is production, or has a name of its own.
  [[nodiscard]] bool is_for_everyone() const { return is_production() || (kind == "custom" && !hosts.empty()); }
  // Null: everyone is let in.
  [[nodiscard]] std::shared_ptr<const sites::Gate> gate() const;
  // The address that it has where nobody chose one. `sites_url` is where the sites listener is reached.
  [[nodiscard]] std::string standard_url(std::string_view sites_url) const;
};

}  // namespace pagewright::environments
