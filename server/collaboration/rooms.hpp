// The live branches of pages in memory: opened at first use, kept while somebody edits, and some time after.
#pragma once

#include <list>

#include "server/collaboration/room.hpp"

namespace pagewright::collaboration {

class Rooms {
 public:
  // Keeps at most `capacity` rooms, beside those that somebody is in or that wait for a version.
  explicit Rooms(Room::Surroundings surroundings, std::size_t capacity = 128)
      : surroundings_(std::move(surroundings)), capacity_(capacity) {}

  // The room of a branch, by its name, of a page of that organisation; not_found where there is none, for what was
  // deleted and for what belongs to others.
  Task<Outcome<std::shared_ptr<Room>>> open(std::string page_id, std::string organization_id,
                                            std::string branch = std::string(main_branch));

  // Of the main branch, and only from memory: null where it has to be opened first. For the paths that are taken often.
  [[nodiscard]] std::shared_ptr<Room> find(const std::string& page_id, std::string_view organization_id);
  // Of any branch, by its id, from memory.
  [[nodiscard]] std::shared_ptr<Room> find(BranchKey key);

  // What was committed of a branch's row, told in the order of commits: its room learns of it, also one that is being
  // opened.
  void adopt(std::string_view page_id, const BranchRecord& branch);
  // The same of a page's row that none of its rooms has committed.
  void adopt(const PageRecord& record);

  // The page, or one branch of it, was deleted: its rooms end, also those that are being opened.
  void close_page(const std::string& page_id);
  void close_branch(BranchKey key);

  // The organisation's components were changed: its rooms end, also those that are being opened, and who is in them
  // comes back to pages in terms of the present versions.
  void reopen_all(std::string_view organization_id, const std::string& reason);
  // The same of all organisations: another server may have written to their pages.
  void reopen_all(const std::string& reason);

  // Ends what a user has open in an organisation, wherever that is.
  struct Person {
    std::string_view user_id;
    std::string_view organization_id;
  };
  void end_conversations(const Person& person, unsigned short code, const std::string& reason);
  // Those of one page, on all of its branches.
  void end_conversations(std::string_view page_id, const std::function<bool(const Member&)>& whose, unsigned short code,
                         const std::string& reason);
  // Who comes in to the page is decided by something else now: whoever has it open connects anew, but administrators.
  void admit_anew(std::string_view page_id);

  // Says something to whoever has the page open, on whichever branch.
  void tell(std::string_view page_id, const Message& message);

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
  Task<Outcome<std::shared_ptr<Room>>> open_key(std::string page_id, std::string branch_id,
                                                std::string organization_id);
  Task<Outcome<void>> bring_up_to_date(StoredPage page, const tokens::VersionedLibrary& present);
  // With mutex_ held.
  [[nodiscard]] std::shared_ptr<Room> find_live(const std::string& key);
  [[nodiscard]] std::shared_ptr<PageFamily> family_of(const std::string& page_id);
  [[nodiscard]] std::shared_ptr<PageFamily> known_family(std::string_view page_id) const;  // null: nobody has it
  using Found = std::unordered_map<std::string, Entry>::iterator;
  void remove(Found found);
  void evict();
  [[nodiscard]] std::vector<std::shared_ptr<Room>> all() const;
  void close(const std::shared_ptr<Room>& room, const std::string& reason);
  void make_openings_read_again();
  void make_openings_read_again(std::string_view page_id);

  Room::Surroundings surroundings_;
  std::size_t capacity_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Entry> rooms_;  // by page and branch
  std::unordered_map<std::string, std::weak_ptr<PageFamily>> families_;
  std::list<std::string> uses_;  // the least recent first
  // Grows whenever what an opening room has read may be out of date, whichever page it is of. What concerns one page is
  // counted by its family: others don't keep it from being opened.
  std::uint64_t changes_ = 0;
};

}  // namespace pagewright::collaboration
