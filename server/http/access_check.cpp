#include "server/http/access_check.hpp"

namespace pagewright::http {
namespace {

Role least_role(Access access) {
  switch (access) {
    case Access::anyone:
    case Access::viewer:
      return Role::viewer;
    case Access::editor:
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
