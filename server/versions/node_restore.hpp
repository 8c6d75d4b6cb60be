// One node of an older document put back into the present one.
#pragma once

#include "engine/document/document.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::versions {

// `present` with the node, and what is below it, as they were in `version`. Where the node still is it stays in its
// place; otherwise it comes back before the sibling that it stood before. What was moved out of it since comes back,
// what came into it since goes. not_found where the version has no such node; conflict where it can't be put back.
[[nodiscard]] Outcome<document::Document> with_node_of(const document::Document& version, const document::NodeId& node,
                                                       document::Document present, const schema::Catalog& catalog);

}  // namespace pagewright::versions
