// The rooms of one page's branches. They share the page's row: what one of them has committed, the others learn.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "server/collaboration/page_record.hpp"

namespace pagewright::collaboration {

class Room;

// Thread-safe. Call it without a room's mutex.
class PageFamily {
 public:
  void join(std::weak_ptr<Room> room);
  // In the order of commits. `from` knows already; null where no room has committed it.
  void tell(const PageRecord& record, const Room* from);
  // What was read of the page before may be out of date: a room with newer contents is gone, or a branch was changed.
  void forget_what_was_read();
  // How often that happened, or the row has changed: who has read it before a change, and joins after it, must read it
  // again.
  [[nodiscard]] std::uint64_t changes() const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<Room>> rooms_;
  std::uint64_t changes_ = 0;
};

}  // namespace pagewright::collaboration
