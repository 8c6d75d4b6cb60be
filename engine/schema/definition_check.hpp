// What must hold of a component.json beside its props being a schema.
#pragma once

#include "engine/schema/schema.hpp"

namespace pagewright::schema {

// [a-z][a-z0-9<joint>]*, at most 64 characters: what components ('-'), slots and props ('_') are called.
[[nodiscard]] bool is_name(std::string_view text, char joint);

// Faults of the members' shapes: names, category, version, slots. Each message starts with the JSON Pointer.
[[nodiscard]] std::vector<Diagnostic> faults_of_definition(const json::Value& source);

// Adds the faults of what must agree with the props: their names, config_ui and initial.
void check_props_against(const json::Value& source, const Schema& props, std::vector<Diagnostic>& faults);

}  // namespace pagewright::schema
