// The live pages in memory: opened at first use, kept while somebody edits, and some time after.
#pragma once

#include <list>

#include "server/collaboration/room.hpp"

namespace pagewright::collaboration {

class Rooms {
 public:
  // Keeps at most `capacity` rooms, beside those that somebody is in or that wait for a version.
  explicit Rooms(Room::Surroundings surroundings, std::size_t capacity = 128)
      : surroundings_(std::move(surroundings)), capacity_(capacity) {}

  // The room of a page of that organisation; not_found where there is none, for deleted pages and for those of others.
  Task<Outcome<std::shared_ptr<Room>>> open(std::string page_id, std::string organization_id);

  // Only from memory: null where the page has to be opened first. For the paths that are taken often.
  [[nodiscard]] std::shared_ptr<Room> find(const std::string& page_id, std::string_view organization_id);

  // Forgets a room: the page was deleted.
  void forget(const std::string& page_id);

  // Does what is due in each room: call it every few seconds.
  Task<void> maintain();

  [[nodiscard]] std::size_t size() const;

  // Closes all connections and stores what the next start would otherwise replay.
  Task<void> close();

 private:
  struct Entry {
    std::shared_ptr<Room> room;
    std::list<std::string>::iterator use;
  };
  Task<Outcome<void>> bring_up_to_date(StoredPage page, tokens::SharedLibrary library);
  // With mutex_ held.
  [[nodiscard]] std::shared_ptr<Room> find_live(const std::string& page_id);
  void evict();
  [[nodiscard]] std::vector<std::shared_ptr<Room>> all() const;

  Room::Surroundings surroundings_;
  std::size_t capacity_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Entry> rooms_;
  std::list<std::string> uses_;  // the least recent first
  std::uint64_t removals_ = 0;
};

}  // namespace pagewright::collaboration
