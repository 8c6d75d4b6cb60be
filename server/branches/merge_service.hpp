// Merging a branch into another: docs/formats/merge.md.
#pragma once

#include "engine/merge/merge.hpp"
#include "server/branches/ancestry.hpp"
#include "server/branches/branch_service.hpp"

namespace pagewright::branches {

struct MergeRequest {
  std::string from;
  std::string into = std::string(collaboration::main_branch);
  std::string message = {};  // of the version; empty: it says what was merged
  merge::Resolutions resolutions = {};
  bool is_dry_run = false;
};

class MergeService {
 public:
  MergeService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms)
      : surroundings_(std::move(surroundings)), rooms_(rooms) {}

  // What the merge changes, as JSON. Unless it is a dry run the result is one transaction in the log of `into`, and a
  // version with two parents; what is in no version yet, on either branch, is saved as one first. Conflicts that are
  // not resolved change nothing: 409, or, in a dry run, listed. Into a protected branch only administrators merge.
  Task<Outcome<std::string>> merge(http::Caller caller, std::string page_id, MergeRequest request);

 private:
  struct Ground;
  Task<Outcome<Ground>> ground_of(const http::Caller& caller, const std::string& page_id, const MergeRequest& request);
  Task<Outcome<document::Document>> base_of(const http::Caller& caller, const std::string& page_id,
                                            const Ancestry& ancestry, std::vector<std::string> common,
                                            unsigned crossings);
  Task<Outcome<std::string>> dry_run(const http::Caller& caller, const std::string& page_id,
                                     const MergeRequest& request, const Ground& ground);
  Task<Outcome<std::string>> commit(const http::Caller& caller, const std::string& page_id,
                                    const MergeRequest& request);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
};

}  // namespace pagewright::branches
