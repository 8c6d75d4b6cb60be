// The page that visitors see who may not come in yet.
#pragma once

#include <string>
#include <string_view>

#include "server/sites/gate.hpp"

namespace pagewright::sites {

// HTML. `action` is where the password is sent, `destination` the path that the visitor wants to see. `fault`: what was
// wrong with the password before, a sentence; empty: nothing yet.
struct Entrance {
  Gate::Kind kind = Gate::Kind::password;
  std::string action;
  std::string destination;
  std::string_view fault = {};
};
[[nodiscard]] std::string entrance_page(const Entrance& entrance);

// The policy for its answers, which may send a form to the site itself and nothing else.
inline constexpr std::string_view entrance_policy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

}  // namespace pagewright::sites
