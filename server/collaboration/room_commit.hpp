// What a room keeps of a change between applying it and its commit.
#pragma once

#include "server/collaboration/room.hpp"

namespace pagewright::collaboration {

// A change worked out on the state at `base_sequence`.
struct Room::Prepared {
  std::int64_t base_sequence = 0;
  session::Session session;                           // after it
  std::optional<LoggedTransaction> transaction = {};  // nothing: the document stays
  std::optional<NewVersion> version = {};
  std::shared_ptr<const DocumentText> text = {};  // of the document after it, where it was made
  PageComponents components;                      // after it
};

struct Room::Commit {
  std::optional<LoggedTransaction> transaction = {};
  std::optional<NewVersion> version = {};
  std::shared_ptr<const DocumentText> text = {};
  std::function<Outcome<void>(database::Connection&, Milliseconds now)> also = {};
  Author author = {};
  std::string event = {};
  http::IfMatch if_match = {};
  std::function<void()> after_commit = {};
};

// The answer to a change of what is not any more what its author has read.
[[nodiscard]] Problem changed_meanwhile();

// "[…]": operations as they stand in the log.
[[nodiscard]] std::string operations_json(const std::vector<operation::Operation>& operations);

// A transaction of the log, to be applied to `document`.
[[nodiscard]] Result<operation::Transaction> read_transaction(const LoggedTransaction& logged,
                                                              const document::Document& document,
                                                              const schema::Catalog& catalog);

}  // namespace pagewright::collaboration
