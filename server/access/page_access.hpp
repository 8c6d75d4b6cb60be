// Who may do what with a page: the rules (docs/access.md), without the database.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http/caller.hpp"

namespace pagewright::access {

// What of a page's row decides who comes in.
struct Door {
  std::string owner_id;
  std::optional<std::string> team_id = {};
  std::string access = "open";  // open, limited, restricted
  bool operator==(const Door&) const = default;
};

// What a person, or a team, was given on one page; each level has those before it.
enum class Level : std::uint8_t { view, edit, publish };
[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::optional<Level> parse_level(std::string_view name);

// What the database knows of a caller at one door.
struct Standing {
  bool is_in_team = false;            // in the page's
  std::optional<Level> granted = {};  // the highest of those that they and their teams were given
};

[[nodiscard]] http::PageRights rights(const http::Caller& caller, const Door& door, const Standing& standing);

// What the caller may in any case, whatever the standing is: it is not asked for where this is enough.
[[nodiscard]] http::PageRights certain_rights(const http::Caller& caller, const Door& door);

// Why who lacks a right is refused: not_found where they may not even view the page.
[[nodiscard]] Outcome<void> check(const http::PageRights& rights, http::PageRight needed);
[[nodiscard]] Problem no_such_page();

}  // namespace pagewright::access
