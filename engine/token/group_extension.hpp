// Groups that take over what another group has: https://www.designtokens.org/tr/2025.10/format/#group-extension
#pragma once

#include "engine/token/token_tree.hpp"

namespace pagewright::token {

// The document with each group's $extends (or $ref to a group) carried out. A group then has the tokens, groups and
// properties of the other one, before its own; of what both have, groups are merged and all else is its own. What is
// inherited keeps the type that it has there, unless the group or one that holds it has another.
[[nodiscard]] json::Value with_extensions(const json::Value& source, Faults& faults);

}  // namespace pagewright::token
