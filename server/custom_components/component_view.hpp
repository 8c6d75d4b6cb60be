// What callers are told of a custom component, and what they may do with it.
#pragma once

#include "server/components/component_store.hpp"
#include "server/http/caller.hpp"

namespace pagewright::custom_components {

// Whether it is offered to the caller, to find and to insert.
[[nodiscard]] bool is_offered_to(const components::CustomComponent& component, const http::Caller& caller);
// Whether the caller may look it up by its name: administrators may, so that what somebody left behind can be tidied
// up.
[[nodiscard]] bool can_look_up(const components::CustomComponent& component, const http::Caller& caller);
// Whether the caller may hide it from others, show it to them, delete it.
[[nodiscard]] bool is_in_charge(const components::CustomComponent& component, const http::Caller& caller);

// All of it.
[[nodiscard]] std::string item_json(const components::CustomComponent& component,
                                    const components::ComponentVersion& version, const http::Caller& caller);
// What events say, and the gallery shows in a list.
[[nodiscard]] std::string event_json(const components::CustomComponent& component);
[[nodiscard]] std::string gallery_json(const components::CustomComponent& component);
[[nodiscard]] std::string gallery_json(const components::CustomComponent& component,
                                       const components::ComponentVersion& version);
[[nodiscard]] std::string version_json(const components::ComponentVersion& version, bool with_parts);

// What is searched for in a component, folded.
[[nodiscard]] std::string search_text(const json::Value& definition);

}  // namespace pagewright::custom_components
