// Where a list of pages goes on: behind which page, in which order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "server/collaboration/page_record.hpp"

namespace pagewright::pages {

struct PageCursor {
  std::string sort;                               // the order that it belongs to
  std::variant<std::int64_t, std::string> value;  // what that order looks at: a time, or the text that is searched
  std::string id;

  // Of the last page of a part of the list.
  [[nodiscard]] static PageCursor behind(const collaboration::PageRecord& page, std::string_view sort);

  // For clients: opaque, and safe in addresses.
  [[nodiscard]] std::string to_text() const;
  // Nothing for what to_text() has not made.
  [[nodiscard]] static std::optional<PageCursor> parse(std::string_view text);
};

// The column that an order looks at: "-updatedAt" → "updated_at".
[[nodiscard]] std::string_view column_of(std::string_view sort);

}  // namespace pagewright::pages
