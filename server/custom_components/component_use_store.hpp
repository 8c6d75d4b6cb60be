// The SQL of where components stand. The counts of a branch are those of the sequence at which they were taken: a
// branch that has moved on is counted anew before anybody is answered.
#pragma once

#include <map>

#include "server/access/standing_store.hpp"
#include "server/collaboration/page_record.hpp"

namespace pagewright::custom_components {

// On a branch of a page.
struct ComponentUse {
  std::string page_id;
  std::string page_name;
  std::string slug;
  std::string branch;   // its name
  std::string version;  // of the component, with which the branch was last written; empty where that is not known
  std::int64_t nodes = 0;

  [[nodiscard]] std::string to_json() const;
};

struct ComponentUses {
  std::vector<ComponentUse> items;
  std::int64_t total = 0;  // branches
  std::int64_t nodes = 0;  // on all of them
};

struct UseQuery {
  std::string organization_id;
  std::string component;
  access::Reader reader;  // whose pages: of those that they may view
  std::int64_t limit = 50;
  std::int64_t offset = 0;
};

// By the age of the pages; those in the trash don't count.
[[nodiscard]] Outcome<ComponentUses> find_uses(database::Connection& connection, const UseQuery& query);

struct BranchId {
  std::string page_id;
  std::string branch_id;
};
// Branches that have changed since they were counted.
[[nodiscard]] Outcome<std::vector<BranchId>> uncounted_branches(database::Connection& connection,
                                                                std::string_view organization_id);

// The number of nodes by component, at a sequence of the branch. Does nothing where a later one was counted meanwhile.
using NodesByComponent = std::map<std::string, std::int64_t, std::less<>>;
[[nodiscard]] Outcome<void> store_uses(database::Connection& connection, std::string_view organization_id,
                                       const BranchId& branch, std::int64_t sequence, const NodesByComponent& nodes);

}  // namespace pagewright::custom_components
