#include "server/access/page_access.hpp"

namespace pagewright::access {
namespace {

using http::PageRight;
using http::PageRights;
using http::Role;

PageRights rights_by_role(Role role) {
  if (role == Role::admin) return PageRights::all();
  return {.view = true, .edit = role >= Role::editor};
}

// One of the page's own people: its owner, or somebody of its team.
bool is_of_page(const http::Caller& caller, const Door& door, const Standing& standing) {
  return caller.user_id == door.owner_id || (door.team_id && standing.is_in_team);
}

// Without what was granted.
PageRights rights_at(const http::Caller& caller, const Door& door, const Standing& standing) {
  PageRights rights = rights_by_role(caller.role);
  if (caller.role == Role::admin) return rights;
  if (door.access != "open" && !is_of_page(caller, door, standing)) rights = {.view = door.access == "limited"};
  rights.manage = caller.user_id == door.owner_id && caller.role >= Role::editor;
  return rights;
}

}  // namespace

std::string_view name_of(Level level) {
  switch (level) {
    case Level::view:
      return "view";
    case Level::edit:
      return "edit";
    case Level::publish:
      return "publish";
  }
  __builtin_unreachable();
}

std::optional<Level> parse_level(std::string_view name) {
  for (const Level level : {Level::view, Level::edit, Level::publish})
    if (name_of(level) == name) return level;
  return std::nullopt;
}

PageRights rights(const http::Caller& caller, const Door& door, const Standing& standing) {
  PageRights rights = rights_at(caller, door, standing);
  if (!standing.granted) return rights;
  rights.view = true;
  rights.edit = rights.edit || *standing.granted >= Level::edit;
  rights.publish = rights.publish || *standing.granted >= Level::publish;
  return rights;
}

PageRights certain_rights(const http::Caller& caller, const Door& door) {
  return rights_at(caller, door, Standing());
}

Problem no_such_page() {
  return Problem::not_found("There is no such page, or it was deleted.");
}

Outcome<void> check(const PageRights& rights, PageRight needed) {
  if (rights.allow(needed)) return {};
  if (!rights.view) return std::unexpected(no_such_page());
  switch (needed) {
    case PageRight::view:
    case PageRight::edit:
      return std::unexpected(Problem::forbidden(
          "You may look at this page, not change it: its owner and administrators can let you edit it."));
    case PageRight::publish:
      return std::unexpected(Problem::forbidden(
          "You may not publish this page: administrators do, and whom one of them has given the right to."));
    case PageRight::manage:
      return std::unexpected(
          Problem::forbidden("Only its owner and administrators decide who may do what with this page."));
  }
  __builtin_unreachable();
}

}  // namespace pagewright::access
