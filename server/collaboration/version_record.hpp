// A version's row, without its document, and the compressed form in which documents are kept.
#pragma once

#include <optional>
#include <string>

#include "engine/document/document.hpp"
#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::collaboration {

// Who changes something.
struct Author {
  std::string id;
  std::string name;
  [[nodiscard]] std::string to_json() const;
};

struct VersionRecord {
  std::string id;
  std::string page_id;
  std::int64_t number = 0;
  std::string branch = "main";
  std::string message;
  Author author;
  bool is_published = false;
  Milliseconds created_at = 0;

  [[nodiscard]] std::string to_json() const;
  [[nodiscard]] std::string to_json(std::string_view document) const;
};

// Of page_versions v joined with users u, as read_version expects them.
inline constexpr std::string_view version_columns =
    "v.id, v.page_id, v.version_number, v.branch, v.commit_message, v.author_id, u.name, v.is_published, v.created_at";
[[nodiscard]] VersionRecord read_version(database::Row row);

// A document's texts: made once and kept with a version.
struct DocumentText {
  std::string structure;     // {"components": […]}
  std::string layout;        // {…}
  std::string content_hash;  // of both
  std::string snapshot;      // compressed, with ranks
};
// `with_snapshot` false leaves the last two empty.
[[nodiscard]] DocumentText texts_of(const document::Document& document, bool with_snapshot);

// The JSON in a snapshot, with ranks. Error internal where it is damaged.
[[nodiscard]] Outcome<json::Value> read_snapshot(std::string_view snapshot);

// The same without ranks: as people and programs read it.
void remove_ranks(json::Value& document);

}  // namespace pagewright::collaboration
