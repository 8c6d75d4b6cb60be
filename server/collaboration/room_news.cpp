// What a room learns of its page and its branch from elsewhere.
#include "server/collaboration/room.hpp"

namespace pagewright::collaboration {

void Room::adopt(const PageRecord& record) {
  const std::lock_guard lock(mutex_);
  record_ = record;
  page_json_ = nullptr;
  broadcast(page_message(record_));
}

void Room::adopt(const BranchRecord& branch) {
  const std::lock_guard lock(mutex_);
  branch_name_ = branch.name;
  if (is_protected_ == branch.is_protected) return;
  is_protected_ = branch.is_protected;
  for (const auto& member : members_)
    if (member->may_edit_page() && member->claims()->role != http::Role::admin)
      member->close(1012, "The branch's protection has changed.");
}

access::Door Room::door() const {
  const std::lock_guard lock(mutex_);
  return record_.door();
}

Outcome<void> Room::check_editable(http::Role role) const {
  const std::lock_guard lock(mutex_);
  if (!is_protected_ || role == http::Role::admin) return {};
  return std::unexpected(Problem::forbidden(
      "The branch " + branch_name_ +
      " is protected: only administrators change it. Change another branch, and ask one of them to merge it."));
}

}  // namespace pagewright::collaboration
