// Operations that are too large to be sent at once, in portions.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/operation/operation.hpp"

namespace pagewright::operation {

struct FirstPortion {
  std::vector<Operation> first;  // never empty, unless there are no operations
  std::vector<Operation> rest;   // to be done after it
};

// As many operations from the beginning as have at most `most_bytes` of JSON. A subtree that has more is inserted in
// parts: its root, then what stands in it. What can't be divided, such as a single node, stands alone, however large.
[[nodiscard]] FirstPortion first_portion(const std::vector<Operation>& operations, std::size_t most_bytes);

}  // namespace pagewright::operation
