// The rules of branches: beginning one, renaming, protecting and deleting it.
#pragma once

#include "server/branches/branch_store.hpp"
#include "server/collaboration/rooms.hpp"

namespace pagewright::branches {

struct NewBranch {
  std::string name;
  std::string from_branch = std::string(collaboration::main_branch);  // its head, with what is in no version yet
  std::optional<std::string> from_version = {};                       // in place of a branch: a number or an id
};

struct BranchUpdate {
  std::optional<std::string> name = {};
  std::optional<bool> is_protected = {};
};

class BranchService {
 public:
  BranchService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms)
      : surroundings_(std::move(surroundings)), rooms_(rooms) {}

  Task<Outcome<std::vector<Branch>>> list(http::Caller caller, std::string page_id);
  Task<Outcome<Branch>> get(http::Caller caller, std::string page_id, std::string name);
  Task<Outcome<Branch>> create(http::Caller caller, std::string page_id, NewBranch branch);
  // Only administrators protect, and rename what is protected. Main keeps its name.
  Task<Outcome<Branch>> update(http::Caller caller, std::string page_id, std::string name, BranchUpdate update);
  // What is on it in no version is lost. Main stays; what is protected must be released first.
  Task<Outcome<void>> remove(http::Caller caller, std::string page_id, std::string name);

 private:
  Task<Outcome<Head>> beginning(const http::Caller& caller, const std::string& page_id, const NewBranch& branch);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
};

// A version of what a branch has now: its last one, or a new Auto-save where there are changes since.
[[nodiscard]] Task<Outcome<Head>> saved_head(const collaboration::Room::Surroundings& surroundings,
                                             collaboration::Rooms& rooms, http::Caller caller, std::string page_id,
                                             std::string branch);

}  // namespace pagewright::branches
