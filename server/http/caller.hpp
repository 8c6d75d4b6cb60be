// Who calls: established once per request, before the route's own code runs.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/jobs/task.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::http {

// Each role may all that the roles before it may.
enum class Role : std::uint8_t { viewer, editor, admin };

[[nodiscard]] constexpr std::string_view name_of(Role role) {
  switch (role) {
    case Role::viewer:
      return "viewer";
    case Role::editor:
      return "editor";
    case Role::admin:
      return "admin";
  }
  __builtin_unreachable();
}

[[nodiscard]] constexpr std::optional<Role> parse_role(std::string_view name) {
  for (auto role : {Role::viewer, Role::editor, Role::admin}) {
    if (name_of(role) == name) return role;
  }
  return std::nullopt;
}

// Who may use a route: anyone, or signed-in users of at least that role; of the routes of a page, who has that right to
// the page of the path.
enum class Access : std::uint8_t {
  anyone,
  viewer,
  editor,
  admin,
  page_view,
  page_copy,  // may view the page, and has the role editor
  page_edit,
  page_publish,
  page_manage
};

// What somebody may do with one page (docs/access.md). To manage it is to decide who else may what.
enum class PageRight : std::uint8_t { view, edit, publish, manage };

[[nodiscard]] constexpr std::string_view name_of(PageRight right) {
  switch (right) {
    case PageRight::view:
      return "view";
    case PageRight::edit:
      return "edit";
    case PageRight::publish:
      return "publish";
    case PageRight::manage:
      return "manage";
  }
  __builtin_unreachable();
}

struct PageRights {
  bool view = false;
  bool edit = false;
  bool publish = false;
  bool manage = false;

  [[nodiscard]] static constexpr PageRights all() {
    return {.view = true, .edit = true, .publish = true, .manage = true};
  }
  [[nodiscard]] constexpr bool allow(PageRight right) const {
    switch (right) {
      case PageRight::view:
        return view;
      case PageRight::edit:
        return edit;
      case PageRight::publish:
        return publish;
      case PageRight::manage:
        return manage;
    }
    __builtin_unreachable();
  }
  bool operator==(const PageRights&) const = default;
};

// A request with an Idempotency-Key: what it asks for is done once, however often it is sent.
struct Repeatable {
  std::string key;
  std::string fingerprint;  // of the whole request
};

// A scope that every API token has.
inline constexpr std::string_view any_scope = "any";

// What a program shows to call in its owner's name. It narrows what the owner may, and never widens it.
struct ApiToken {
  std::string id;
  std::string name;
  std::vector<std::string> scopes;         // "pages:read"
  std::optional<std::int64_t> expires_at;  // milliseconds since 1970

  // An empty scope is no token's.
  [[nodiscard]] bool allows(std::string_view scope) const {
    return scope == any_scope || std::ranges::find(scopes, scope) != scopes.end();
  }
};

struct Caller {
  std::string user_id;
  std::string organization_id;
  std::string name;
  std::string email;
  Role role = Role::viewer;
  std::string session_id = {};                      // of one who is signed in
  std::string request_id = {};                      // of this request
  std::string address = {};                         // the client's
  std::shared_ptr<const ApiToken> token = nullptr;  // by which a program calls
  std::shared_ptr<const Repeatable> repeatable = nullptr;

  // Whether nothing about the way of calling forbids what needs that scope: a token may not have it.
  [[nodiscard]] bool has_scope(std::string_view scope) const { return token == nullptr || token->allows(scope); }
};

// What the authentication offers to the HTTP layer.
class Authenticator {
 public:
  virtual ~Authenticator() = default;
  // The caller that a bearer token stands for, or unauthenticated.
  virtual Task<Outcome<Caller>> authenticate(std::string token) = 0;
};

}  // namespace pagewright::http
