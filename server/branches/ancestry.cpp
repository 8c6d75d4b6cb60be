#include "server/branches/ancestry.hpp"

#include <algorithm>

namespace pagewright::branches {

void Ancestry::add(std::string version, std::string parent, std::string merged) {
  parents_.emplace(std::move(version), Parents{std::move(parent), std::move(merged)});
}

std::unordered_set<std::string> Ancestry::ancestors(const std::string& version) const {
  std::unordered_set<std::string> found;
  std::vector<std::string> waiting{version};
  while (!waiting.empty()) {
    const std::string next = std::move(waiting.back());
    waiting.pop_back();
    const auto known = parents_.find(next);
    if (known == parents_.end() || !found.insert(next).second) continue;
    for (const std::string& parent : known->second) waiting.push_back(parent);
  }
  return found;
}

std::vector<std::string> Ancestry::nearest_common(const std::string& a, const std::string& b) const {
  const auto of_a = ancestors(a);
  const auto of_b = ancestors(b);
  // All ancestors of a common one are common: those that are nobody's parent among them are the nearest.
  std::vector<std::string> nearest;
  std::unordered_set<std::string> farther;
  for (const std::string& version : of_a) {
    if (!of_b.contains(version)) continue;
    nearest.push_back(version);
    for (const std::string& parent : parents_.at(version)) farther.insert(parent);
  }
  std::erase_if(nearest, [&](const std::string& version) { return farther.contains(version); });
  std::ranges::sort(nearest);
  return nearest;
}

}  // namespace pagewright::branches
