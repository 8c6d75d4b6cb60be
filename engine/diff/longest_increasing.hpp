// What can stay where it is when a list is put in order.
#pragma once

#include <cstddef>
#include <vector>

namespace pagewright::diff {

// Marks one of the longest strictly increasing subsequences of `values`.
[[nodiscard]] std::vector<bool> longest_increasing(const std::vector<std::size_t>& values);

}  // namespace pagewright::diff
