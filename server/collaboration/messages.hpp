// What the server says on a page's WebSocket: docs/formats/collaboration.md.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "server/collaboration/room_store.hpp"

namespace pagewright::collaboration {

using Message = std::shared_ptr<const std::string>;

struct Welcome {
  std::int64_t sequence = 0;
  const std::string* document = nullptr;  // JSON; null: `transactions` instead
  std::span<const Message> transactions = {};
  std::string_view branch;
  std::string_view role;
  bool can_edit = false;
  std::string_view library;  // of the components that the document is written with
};
[[nodiscard]] Message welcome_message(const Welcome& welcome);
// `operations`: a JSON array, empty where the server left none out.
[[nodiscard]] Message acknowledge_message(std::string_view id, std::int64_t sequence, std::string_view operations = {});
[[nodiscard]] Message transaction_message(const LoggedTransaction& transaction);
[[nodiscard]] Message refuse_message(std::string_view id, const Error& error);
[[nodiscard]] Message page_message(const PageRecord& page);
[[nodiscard]] Message version_message(const VersionRecord& version);
// `thread`: JSON.
[[nodiscard]] Message thread_message(std::string_view thread);
[[nodiscard]] Message thread_removed_message(std::string_view thread_id);
[[nodiscard]] Message error_message(std::string_view code, std::string_view text);

}  // namespace pagewright::collaboration
