// A conversation about a part of a page, and what was said in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"

namespace pagewright::comments {

// Somebody, as others see them.
struct Person {
  std::string id;
  std::string name;
  [[nodiscard]] std::string to_json() const;
};

struct Comment {
  std::string id;
  std::string thread_id;
  Person author;
  std::string body;  // plain text, with mentions as comments/mentions.hpp reads them
  Milliseconds created_at = 0;
  std::optional<Milliseconds> edited_at = {};
  std::vector<Person> mentions = {};
  [[nodiscard]] std::string to_json() const;
};

struct Thread {
  std::string id;
  std::string page_id;
  std::string node_id;    // empty: about the page
  std::string node_name;  // what the node was called when the thread began: it may be gone
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;  // grows with every change, also of its comments
  std::optional<Milliseconds> resolved_at = {};
  std::optional<Person> resolved_by = {};
  std::vector<Comment> comments = {};  // the oldest first, and never none
  [[nodiscard]] std::string to_json() const;
};

}  // namespace pagewright::comments
