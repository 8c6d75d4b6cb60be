// What a document lets into its registers and slots, whichever way it comes: in a document or in an operation.
#pragma once

#include <string_view>
#include <vector>

#include "engine/document/document.hpp"

namespace pagewright::document {

// Checks one value against the component's schema. Errors unknown_prop, invalid_prop, limit_exceeded; the path is the
// prop's name and what is below it.
[[nodiscard]] Result<void> check_prop(const schema::ComponentDefinition& definition, std::string_view key,
                                      const json::Value& value, const Limits& limits);
// All that `check_prop` would find, one after the other; empty where it finds nothing.
[[nodiscard]] std::vector<Error> faults_of_prop(const schema::ComponentDefinition& definition, std::string_view key,
                                                const json::Value& value, const Limits& limits);
// Checks a page setting: its name, and the value of those that the engine renders.
[[nodiscard]] Result<void> check_page_setting(std::string_view key, const json::Value& value, const Limits& limits);
// Checks a node's setting. Error invalid_prop; the path is /settings/<key>.
[[nodiscard]] Result<void> check_node_setting(std::string_view key, const json::Value& value);
// True for the values that say the same as no setting: null, and false.
[[nodiscard]] bool is_no_setting(const json::Value& value);
// Checks that a component may stand in a slot; `parent` null: the root. Errors unknown_slot, slot_refuses.
[[nodiscard]] Result<void> check_slot(const schema::ComponentDefinition* parent, std::string_view slot,
                                      const schema::ComponentDefinition& child);

}  // namespace pagewright::document
