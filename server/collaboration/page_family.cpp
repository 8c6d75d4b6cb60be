#include "server/collaboration/page_family.hpp"

#include "server/collaboration/room.hpp"

namespace pagewright::collaboration {

void PageFamily::join(std::weak_ptr<Room> room) {
  const std::lock_guard lock(mutex_);
  std::erase_if(rooms_, [](const auto& other) { return other.expired(); });
  rooms_.push_back(std::move(room));
}

void PageFamily::tell(const PageRecord& record, const Room* from) {
  std::vector<std::shared_ptr<Room>> others;
  {
    const std::lock_guard lock(mutex_);
    ++changes_;
    for (const auto& room : rooms_)
      if (auto other = room.lock(); other && other.get() != from) others.push_back(std::move(other));
  }
  for (const auto& other : others) other->adopt(record);
}

void PageFamily::forget_what_was_read() {
  const std::lock_guard lock(mutex_);
  ++changes_;
}

std::uint64_t PageFamily::changes() const {
  const std::lock_guard lock(mutex_);
  return changes_;
}

}  // namespace pagewright::collaboration
