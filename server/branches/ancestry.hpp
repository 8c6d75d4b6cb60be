// Which version came from which: what a merge starts from.
#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pagewright::branches {

class Ancestry {
 public:
  // Parents may be empty, or versions that are not known: the ancestry ends there.
  void add(std::string version, std::string parent, std::string merged);

  // The common ancestors of two versions that are no ancestor of another common one, in the order of their ids. A
  // version is an ancestor of itself. More than one where branches were merged into each other crosswise; none where
  // the two have nothing in common.
  [[nodiscard]] std::vector<std::string> nearest_common(const std::string& a, const std::string& b) const;

 private:
  using Parents = std::array<std::string, 2>;
  // With the version itself.
  [[nodiscard]] std::unordered_set<std::string> ancestors(const std::string& version) const;

  std::unordered_map<std::string, Parents> parents_;
};

}  // namespace pagewright::branches
