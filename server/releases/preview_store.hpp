// Environments that show a branch of a page, in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::releases {

struct Preview {
  std::string environment_id;
  std::string organization_id;
  std::string page_id;
  std::string branch_id;
  std::string branch_name;
  Milliseconds expires_at = 0;
  bool is_orphan = false;                 // the branch or the page was deleted
  std::optional<std::string> shown = {};  // the version that visitors see

  // The branch's last version, which is what visitors should see; number 0: it has none.
  std::string version_id = {};
  std::int64_t version_number = 0;
  std::string author_id = {};
};

// Of all organisations: those that are over, or show another version than they should.
[[nodiscard]] Outcome<std::vector<Preview>> due_previews(database::Connection& connection, Milliseconds now);
[[nodiscard]] Outcome<std::optional<Preview>> find_preview(database::Connection& connection, std::string_view page_id,
                                                           std::string_view branch_name);
[[nodiscard]] Outcome<std::int64_t> count_previews(database::Connection& connection, std::string_view organization_id);
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Preview& preview);
[[nodiscard]] Outcome<void> set_end(database::Connection& connection, std::string_view environment_id,
                                    Milliseconds expires_at);
// The id of a page's branch; empty where there is none of that name.
[[nodiscard]] Outcome<std::string> branch_id_of(database::Connection& connection, std::string_view page_id,
                                                std::string_view branch_name);

}  // namespace pagewright::releases
