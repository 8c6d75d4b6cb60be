// The JSON of a node's parts, as documents, operations and the editor's tree write them.
#pragma once

#include <string>

#include "engine/document/node.hpp"

namespace pagewright::document {

// {"key": value, …}, keys sorted.
void append_registers(std::string& out, const Registers& registers);

// {"base": {"property": "value", …}, …}; breakpoints without declarations are left out.
void append_styles(std::string& out, const Styles& styles);

// {"parent": "grid-1" | null, "slot": "content"}: where a node stands, without its order there.
[[nodiscard]] json::Object slot_json(const Place& place);

}  // namespace pagewright::document
