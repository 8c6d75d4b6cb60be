// A version's row, without its document, and the compressed form in which documents are kept.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/document/document.hpp"
#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"

namespace pagewright::collaboration {

// Who changes something.
struct Author {
  std::string id;
  std::string name;
  std::shared_ptr<const http::ApiToken> token = nullptr;  // by which they do it
  [[nodiscard]] std::string to_json() const;
};
[[nodiscard]] Author author_of(const http::Caller& caller);

struct VersionRecord {
  std::string id;
  std::string page_id;
  std::int64_t number = 0;
  std::string branch = "main";  // its name
  std::string message;
  Author author;
  bool is_published = false;
  bool is_automatic = false;  // nobody asked for it: it may be thinned out
  Milliseconds created_at = 0;
  std::string parent_id = {};          // empty: the first one
  std::string merged_id = {};          // the other side of a merge
  std::vector<std::string> tags = {};  // in order

  [[nodiscard]] std::string to_json() const;
  [[nodiscard]] std::string to_json(std::string_view document) const;
};

// A query begins with these, as read_version expects them: conditions are about v, a row of page_versions.
inline constexpr std::string_view select_versions =
    "SELECT v.id, v.page_id, v.version_number, b.name, v.commit_message, v.author_id, u.name, v.is_published, "
    "v.is_automatic, v.created_at, v.parent_id, v.merged_id FROM page_versions v JOIN users u ON u.id = v.author_id "
    "JOIN page_branches b ON b.page_id = v.page_id AND b.id = v.branch ";
// Without its tags.
[[nodiscard]] VersionRecord read_version(database::Row row);

// A document's texts: made once and kept with a version.
struct DocumentText {
  std::string structure;      // {"components": […]}
  std::string layout;         // {…}
  std::string snapshot;       // compressed, with ranks
  std::string snapshot_hash;  // of that before it was compressed
};
// `with_snapshot` false leaves the last two empty.
[[nodiscard]] DocumentText texts_of(const document::Document& document, bool with_snapshot);

// The JSON in a snapshot, with ranks. Error internal where it is damaged.
[[nodiscard]] Outcome<json::Value> read_snapshot(std::string_view snapshot);

// The same without ranks: as people and programs read it.
void remove_ranks(json::Value& document);

}  // namespace pagewright::collaboration
