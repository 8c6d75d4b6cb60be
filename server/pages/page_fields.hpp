// The members of a page that clients may set, with their limits.
#pragma once

#include <optional>
#include <string>

#include "server/base/fields.hpp"

namespace pagewright::pages {

inline constexpr std::size_t max_page_name = 255;  // in characters

struct PageFields {
  std::optional<std::string> name;
  std::optional<std::string> slug;
  std::optional<std::string> description;
  std::optional<std::string> metadata;     // JSON
  const json::Value* structure = nullptr;  // an object
  const json::Value* layout = nullptr;     // an object
};

enum class NameIs : bool { optional, required };

// Faults are added to `fields`.
[[nodiscard]] PageFields read_page_fields(Fields& fields, NameIs name);

// What only the server sets: clients that send a whole page back send these, and they are ignored.
inline constexpr std::initializer_list<std::string_view> read_only_fields = {
    "id",        "organizationId", "ownerId",   "teamId",      "access",     "currentVersionId", "latestVersionNumber",
    "createdAt", "updatedAt",      "deletedAt", "publishedAt", "publishedBy"};

}  // namespace pagewright::pages
