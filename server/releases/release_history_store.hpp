// What releases have changed, and what an environment showed after one of them.
#pragma once

#include <vector>

#include "engine/schema/migration_plan.hpp"
#include "server/access/standing_store.hpp"
#include "server/releases/release_store.hpp"

namespace pagewright::releases {

// What a release did to one page.
struct ReleasedPage {
  std::string page_id;
  std::string page_name;  // as it is now
  std::string path;       // "/about"; empty: it was taken off
  std::int64_t version_number = 0;
  std::string content_hash;
  [[nodiscard]] std::string to_json() const;
};

// A page that was asked for as visitors do.
struct CheckedPage {
  std::string path;
  unsigned status = 0;
  bool is_ok = false;  // it is there, with the bytes that were released
};

struct ReleaseRecord {
  Release release;
  bool is_thinned = false;           // parts of it are gone: one can't go back to it
  std::string health = "unchecked";  // or "healthy", "failing"
  std::optional<Milliseconds> checked_at = {};
  std::string checked_pages = "[]";  // JSON: [{path, status, ok}]
  std::string author_name;
  std::vector<ReleasedPage> pages;  // by path
  [[nodiscard]] std::string to_json() const;

 private:
  [[nodiscard]] std::string checked_pages_seen() const;
};

struct ReleaseQuery {
  std::string organization_id;
  access::Reader reader = {};
  std::string environment_id;  // empty: of any
  std::string page_id;         // empty: of any
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};
struct ReleaseList {
  std::vector<ReleaseRecord> items;
  std::int64_t total = 0;
};
// Newest first. Of each, the pages that the reader may view.
[[nodiscard]] Outcome<ReleaseList> list(database::Connection& connection, const ReleaseQuery& query);
[[nodiscard]] Outcome<std::optional<ReleaseRecord>> find(database::Connection& connection, std::string_view id,
                                                         std::string_view organization_id,
                                                         const access::Reader& reader);

// By id of the page. Pages that were deleted or archived since are shown nowhere.
[[nodiscard]] Outcome<std::vector<Placement>> shown_now(database::Connection& connection,
                                                        std::string_view environment_id);
[[nodiscard]] Outcome<std::vector<Placement>> shown_after(database::Connection& connection,
                                                          std::string_view environment_id, std::string_view release_id);
// What a release shows, without what it takes off.
[[nodiscard]] Outcome<std::vector<Placement>> shown_by(database::Connection& connection, std::string_view release_id);

// A page as visitors of an environment see it.
struct ShownRecord {
  ReleasedPage page;
  std::string release_id;
  // The page was changed since, its settings, a component that it has, or the design tokens.
  bool has_changes = false;
  bool has_new_design = false;  // the design tokens were
};
// By path: those that the reader may view. `present`: the organisation's components as they are now.
[[nodiscard]] Outcome<std::vector<ShownRecord>> list_shown(database::Connection& connection,
                                                           std::string_view environment_id,
                                                           const access::Reader& reader,
                                                           const schema::ComponentVersions& present);

}  // namespace pagewright::releases
