// A page's row, without its document.
#pragma once

#include <optional>
#include <string>

#include "server/access/page_access.hpp"
#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::collaboration {

struct PageRecord {
  std::string id;
  std::string organization_id;
  std::string owner_id;
  std::string status = "draft";
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;
  std::optional<Milliseconds> deleted_at = {};
  std::optional<Milliseconds> published_at = {};
  std::optional<std::string> published_by = {};
  std::optional<std::string> current_version_id = {};
  std::int64_t latest_version_number = 0;
  bool slug_by_hand = false;
  std::string name;
  std::string slug;
  std::string description = {};
  std::string metadata = "{}";  // a JSON object
  std::string access = "open";  // who comes in beside its people: docs/access.md
  std::optional<std::string> team_id = {};

  [[nodiscard]] access::Door door() const { return {.owner_id = owner_id, .team_id = team_id, .access = access}; }

  // The REST representation without structure and layout.
  [[nodiscard]] std::string to_json() const;
  // With them; both are JSON.
  [[nodiscard]] std::string to_json(std::string_view structure, std::string_view layout) const;
};

// The columns that read_page expects, in order.
inline constexpr std::string_view page_columns =
    "id, organization_id, owner_id, status, created_at, updated_at, deleted_at, published_at, published_by, "
    "current_version_id, latest_version_number, slug_by_hand, name, slug, description, metadata, access, team_id";
[[nodiscard]] PageRecord read_page(database::Row row);

// What searching looks through.
[[nodiscard]] std::string search_text(const PageRecord& page);

}  // namespace pagewright::collaboration
