// Which nodes a logged transaction is about.
#pragma once

#include <string_view>

#include "engine/document/node.hpp"

namespace pagewright::versions {

// Whether one of the operations (a JSON array) inserts, moves or changes the node. What is only removed with it, or
// moved with it, does not count.
[[nodiscard]] bool mentions(std::string_view operations, const document::NodeId& node);

}  // namespace pagewright::versions
