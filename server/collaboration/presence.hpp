// Who is in a room and what they point at: told among those who take part, never stored, never part of the page.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/json/value.hpp"
#include "server/collaboration/member.hpp"

namespace pagewright::collaboration {

// What one shows of oneself.
struct Pointing {
  struct Cursor {
    std::string node;    // empty: the page itself
    std::int64_t x = 0;  // ten-thousandths of the node's width and height
    std::int64_t y = 0;
  };
  std::vector<std::string> selection = {};
  std::string editing = {};  // the node whose text is being typed in; empty: none
  std::optional<Cursor> cursor = {};

  // Of a `presence` message. Nothing where it is none, or shows more than it may: a few hundred bytes at most.
  [[nodiscard]] static std::optional<Pointing> read(const json::Value& message);
};

// Thread-safe, with a lock of its own: edits don't wait for it.
class Presence {
 public:
  static constexpr std::size_t most_shown = 200;        // people; who comes later sees them and is not shown
  static constexpr std::size_t most_with_cursors = 20;  // among more people there are only selections
  static constexpr std::int64_t colors = 12;

  using Wait = std::chrono::milliseconds;

  // The first time tells the member who is here. Gives how long it may take until the others are told by tell();
  // nothing where they are about to be, or there is nothing new.
  [[nodiscard]] std::optional<Wait> show(const std::shared_ptr<Member>& member, Pointing pointing);
  // The same for one who goes.
  [[nodiscard]] std::optional<Wait> leave(const Member* member);
  // Tells everybody what is new, in one message.
  void tell();

 private:
  struct Person {
    std::shared_ptr<Member> member;
    Pointing pointing;
    std::int64_t color = 0;
    bool is_shown = true;
    bool is_new = true;  // what is shown has not been told
  };

  // With mutex_ held.
  [[nodiscard]] std::optional<Wait> plan_to_tell();
  [[nodiscard]] std::int64_t color_for(const std::string& user_id) const;
  [[nodiscard]] std::string text_of(const Person& person) const;
  [[nodiscard]] bool is_here(const std::string& client_id) const;

  std::mutex mutex_;
  std::vector<Person> people_;
  std::vector<std::string> left_;  // client ids, not yet told
  bool is_about_to_tell_ = false;
};

}  // namespace pagewright::collaboration
