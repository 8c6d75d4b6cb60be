#include "server/http/access_check.hpp"

namespace pagewright::http {
namespace {

Role least_role(Access access) {
  switch (access) {
    case Access::anyone:
    case Access::viewer:
    case Access::page_view:
    case Access::page_edit:
    case Access::page_publish:
    case Access::page_manage:
      return Role::viewer;
    case Access::editor:
    case Access::page_copy:
      return Role::editor;
    case Access::admin:
      return Role::admin;
  }
  __builtin_unreachable();
}

Problem refused_token(const std::string& scope) {
  return {.kind = ProblemKind::forbidden,
          .title = "The API token does not allow this",
          .detail = scope.empty() ? "This is closed to API tokens: sign in for it."
                                  : "This needs an API token with the scope " + scope + "."};
}

}  // namespace

std::optional<PageRight> page_right(Access access) {
  switch (access) {
    case Access::anyone:
    case Access::viewer:
    case Access::editor:
    case Access::admin:
      return std::nullopt;
    case Access::page_view:
    case Access::page_copy:
      return PageRight::view;
    case Access::page_edit:
      return PageRight::edit;
    case Access::page_publish:
      return PageRight::publish;
    case Access::page_manage:
      return PageRight::manage;
  }
  __builtin_unreachable();
}

Role usual_role(Access access) {
  switch (access) {
    case Access::anyone:
    case Access::viewer:
    case Access::page_view:
      return Role::viewer;
    case Access::editor:
    case Access::page_copy:
    case Access::page_edit:
    case Access::page_manage:
      return Role::editor;
    case Access::admin:
    case Access::page_publish:
      return Role::admin;
  }
  __builtin_unreachable();
}

Outcome<void> check_access(const Caller& caller, const Route& route) {
  if (route.access == Access::anyone) return {};
  const Role least = least_role(route.access);
  if (caller.role < least)
    return std::unexpected(Problem::forbidden("This needs the role " + std::string(name_of(least)) + "; yours is " +
                                              std::string(name_of(caller.role)) + "."));
  if (!caller.has_scope(route.scope)) return std::unexpected(refused_token(route.scope));
  return {};
}

}  // namespace pagewright::http
