// What callers are told of a custom component, and what they may do with it.
#pragma once

#include "server/components/offers.hpp"
#include "server/http/caller.hpp"

namespace pagewright::custom_components {

// The caller, with their teams.
[[nodiscard]] Outcome<access::Membership> membership_of(database::Connection& connection, const http::Caller& caller);
// Whether the caller may look it up by its name: administrators may, so that what somebody left behind can be tidied
// up.
[[nodiscard]] bool can_look_up(const components::CustomComponent& component, const http::Caller& caller,
                               const access::Membership& member);
// Whether the caller may hide it from others, show it to them, delete it.
[[nodiscard]] bool is_in_charge(const components::CustomComponent& component, const http::Caller& caller);

// All of it.
[[nodiscard]] std::string item_json(const components::CustomComponent& component,
                                    const components::ComponentVersion& version, const access::Membership& member);
// What events say, and the gallery shows in a list.
[[nodiscard]] std::string event_json(const components::CustomComponent& component);
[[nodiscard]] std::string gallery_json(const components::CustomComponent& component);
[[nodiscard]] std::string gallery_json(const components::CustomComponent& component,
                                       const components::ComponentVersion& version);
[[nodiscard]] std::string version_json(const components::ComponentVersion& version, bool with_parts);

// What is searched for in a component, folded.
[[nodiscard]] std::string search_text(const json::Value& definition);

}  // namespace pagewright::custom_components
