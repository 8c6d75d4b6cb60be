#include "engine/diff/longest_increasing.hpp"

#include <algorithm>
#include <iterator>

namespace pagewright::diff {

std::vector<bool> longest_increasing(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> tails;
  std::vector<std::size_t> previous(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = std::ranges::lower_bound(tails, values[i], {}, [&](std::size_t index) { return values[index]; });
    previous[i] = at == tails.begin() ? values.size() : *std::prev(at);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> kept(values.size());
  for (std::size_t i = tails.empty() ? values.size() : tails.back(); i < values.size(); i = previous[i]) kept[i] = true;
  return kept;
}

}  // namespace pagewright::diff
