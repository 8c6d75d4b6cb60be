#include "server/releases/release_history_store.hpp"

#include <algorithm>
#include <map>

#include "server/base/json_text.hpp"
#include "server/releases/released_settings.hpp"

namespace pagewright::releases {
namespace {

constexpr std::string_view columns =
    "SELECT r.id, r.organization_id, r.environment_id, r.created_by, r.created_at, r.kind, r.message, r.source_id, "
    "u.name, r.is_thinned, r.rolls_back, r.health, r.checked_at, r.checked_pages, r.log";

ReleaseRecord read_release(database::Row row) {
  return {.release = {.id = row.text(0),
                      .organization_id = row.text(1),
                      .environment_id = row.text(2),
                      .author_id = row.text(3),
                      .created_at = row.integer(4),
                      .kind = row.text(5),
                      .message = row.text(6),
                      .source_id = row.optional_text(7),
                      .rolls_back = row.boolean(10),
                      .log = row.text(14)},
          .is_thinned = row.boolean(9),
          .health = row.text(11),
          .checked_at = row.optional_integer(12),
          .checked_pages = row.text(13),
          .author_name = row.text(8),
          .pages = {}};
}

Outcome<void> read_pages(database::Connection& connection, ReleaseRecord& record, const access::Reader& reader) {
  const std::string visible = access::only_with(http::PageRight::view, reader, "p", "$2");
  const auto shown = TRY(connection.query(
      "SELECT a.page_id, p.name, a.path, v.version_number, a.content_hash FROM release_artifacts a JOIN pages p ON "
      "p.id = a.page_id JOIN page_versions v ON v.id = a.version_id WHERE a.release_id = $1" +
          visible + " ORDER BY a.path",
      {record.release.id, reader.user_id}));
  for (const auto row : shown)
    record.pages.push_back({.page_id = row.text(0),
                            .page_name = row.text(1),
                            .path = row.text(2),
                            .version_number = row.integer(3),
                            .content_hash = row.text(4)});
  const auto removed = TRY(connection.query(
      "SELECT m.page_id, p.name FROM release_removals m JOIN pages p ON p.id = m.page_id WHERE m.release_id = $1" +
          visible + " ORDER BY m.page_id",
      {record.release.id, reader.user_id}));
  for (const auto row : removed) record.pages.push_back({.page_id = row.text(0), .page_name = row.text(1)});
  return {};
}

// page_id, version_id, slug or path, is_home, content_hash, design_version, settings_hash, component_set_id
std::vector<Placement> read_placements(const database::Rows& rows) {
  std::vector<Placement> placements;
  for (const auto row : rows) {
    std::string slug = row.text(2);
    if (slug.starts_with('/')) slug.erase(0, 1);
    placements.push_back({.page_id = row.text(0),
                          .version_id = row.text(1),
                          .slug = std::move(slug),
                          .is_home = row.boolean(3),
                          .content_hash = row.text(4),
                          .design_version = row.integer(5),
                          .settings_hash = row.text(6),
                          .component_set_id = row.text(7)});
  }
  return placements;
}

// Which component sets of releases have components that are others now. Many pages share a set.
class NewComponents {
 public:
  explicit NewComponents(const schema::ComponentVersions& present) : present_(present) {}

  bool are_in(const std::string& set_id, std::string_view versions) {
    if (const auto found = known_.find(set_id); found != known_.end()) return found->second;
    const auto released = components::read_versions(versions);
    return known_.emplace(set_id, released && have_changed(*released, present_)).first->second;
  }

 private:
  const schema::ComponentVersions& present_;
  std::map<std::string, bool, std::less<>> known_;
};

}  // namespace

std::string ReleasedPage::to_json() const {
  const bool is_shown = !path.empty();
  JsonText text;
  text.text("pageId", page_id).text("pageName", page_name).boolean("isShown", is_shown);
  if (is_shown)
    return text.text("path", path).number("versionNumber", version_number).text("contentHash", content_hash).take();
  return text.raw("path", "null").raw("versionNumber", "null").raw("contentHash", "null").take();
}

// What was checked beside the pages that the reader may view stays unsaid.
std::string ReleaseRecord::checked_pages_seen() const {
  const auto checked = json::parse(checked_pages);
  std::vector<std::string> texts;
  if (checked && checked->is_array())
    for (const json::Value& page : checked->get_array())
      if (std::ranges::find(pages, json::find_string(page, "path").value_or(""), &ReleasedPage::path) != pages.end())
        texts.push_back(json::serialize(page));
  return json_array(texts);
}

std::string ReleaseRecord::to_json() const {
  std::vector<std::string> texts;
  for (const ReleasedPage& page : pages) texts.push_back(page.to_json());
  const auto shown = std::ranges::count_if(pages, [](const ReleasedPage& page) { return !page.path.empty(); });
  const auto taken_off = static_cast<std::int64_t>(pages.size()) - shown;
  return JsonText()
      .text("id", release.id)
      .text("environmentId", release.environment_id)
      .text("kind", release.kind)
      .text("message", release.message)
      .text("sourceId", release.source_id)
      .raw("author", JsonText().text("id", release.author_id).text("name", author_name).take())
      .time("createdAt", release.created_at)
      .raw("pages", json_array(texts))
      .raw("counts", JsonText().number("shown", shown).number("takenOff", taken_off).take())
      .raw("health",
           JsonText().text("state", health).time("checkedAt", checked_at).raw("pages", checked_pages_seen()).take())
      .boolean("rollbackOnFailure", release.rolls_back)
      .boolean("canRollBack", !is_thinned)
      .raw("log", release.log)
      .take();
}

Outcome<ReleaseList> list(database::Connection& connection, const ReleaseQuery& query) {
  std::string where = " FROM releases r JOIN users u ON u.id = r.created_by WHERE r.organization_id = $1";
  where += query.environment_id.empty() ? " AND $2 = ''" : " AND r.environment_id = $2";
  where +=
      query.page_id.empty()
          ? " AND $3 = ''"
          : " AND (EXISTS (SELECT 1 FROM release_artifacts a WHERE a.page_id = $3 AND a.release_id = r.id) OR EXISTS "
            "(SELECT 1 FROM release_removals m WHERE m.release_id = r.id AND m.page_id = $3))";
  const std::string visible = access::only_with(http::PageRight::view, query.reader, "g", "$4");
  where +=
      query.page_id.empty() ? " AND $4 <> ''" : " AND EXISTS (SELECT 1 FROM pages g WHERE g.id = $3" + visible + ")";
  const std::string& user = query.reader.user_id;
  ReleaseList found;
  found.total = TRY(connection.query("SELECT count(*)" + where,
                                     {query.organization_id, query.environment_id, query.page_id, user}))
                    .front()
                    .integer(0);
  const auto rows = TRY(
      connection.query(std::string(columns) + where + " ORDER BY r.id DESC LIMIT $5 OFFSET $6",
                       {query.organization_id, query.environment_id, query.page_id, user, query.limit, query.offset}));
  for (const auto row : rows) found.items.push_back(read_release(row));
  for (ReleaseRecord& record : found.items) TRY(read_pages(connection, record, query.reader));
  return found;
}

Outcome<std::optional<ReleaseRecord>> find(database::Connection& connection, std::string_view id,
                                           std::string_view organization_id, const access::Reader& reader) {
  const auto rows = TRY(connection.query(
      std::string(columns) +
          " FROM releases r JOIN users u ON u.id = r.created_by WHERE r.id = $1 AND r.organization_id = $2",
      {id, organization_id}));
  if (rows.empty()) return std::nullopt;
  ReleaseRecord record = read_release(rows.front());
  TRY(read_pages(connection, record, reader));
  return record;
}

Outcome<std::vector<Placement>> shown_now(database::Connection& connection, std::string_view environment_id) {
  return read_placements(TRY(connection.query(
      "SELECT p.page_id, a.version_id, p.slug, p.is_home, p.content_hash, a.design_version, a.settings_hash, "
      "a.component_set_id FROM "
      "environment_pages p "
      "JOIN "
      "release_artifacts a ON a.release_id = p.release_id AND a.page_id = p.page_id WHERE p.environment_id = $1 ORDER "
      "BY p.page_id",
      {environment_id})));
}

// The last word on each page up to that release: it is shown, or it was taken off.
Outcome<std::vector<Placement>> shown_after(database::Connection& connection, std::string_view environment_id,
                                            std::string_view release_id) {
  return read_placements(TRY(connection.query(
      "SELECT a.page_id, a.version_id, a.path, a.is_home, a.content_hash, a.design_version, a.settings_hash, "
      "a.component_set_id FROM "
      "(SELECT page_id, "
      "max(release_id) AS "
      "last_id FROM (SELECT a.page_id, a.release_id FROM release_artifacts a JOIN releases r ON r.id = a.release_id "
      "WHERE r.environment_id = $1 AND r.id <= $2 UNION ALL SELECT m.page_id, m.release_id FROM release_removals m "
      "JOIN "
      "releases r ON r.id = m.release_id WHERE r.environment_id = $1 AND r.id <= $2) said GROUP BY page_id) last JOIN "
      "release_artifacts a ON a.release_id = last.last_id AND a.page_id = last.page_id JOIN pages g ON g.id = "
      "last.page_id WHERE g.deleted_at IS NULL AND g.status <> 'archived' ORDER BY a.page_id",
      {environment_id, release_id})));
}

Outcome<std::vector<Placement>> shown_by(database::Connection& connection, std::string_view release_id) {
  return read_placements(TRY(connection.query(
      "SELECT a.page_id, a.version_id, a.path, a.is_home, a.content_hash, a.design_version, a.settings_hash, "
      "a.component_set_id FROM "
      "release_artifacts a "
      "JOIN pages g ON g.id "
      "= a.page_id WHERE a.release_id = $1 AND g.deleted_at IS NULL AND g.status <> 'archived' ORDER BY a.page_id",
      {release_id})));
}

Outcome<std::vector<ShownRecord>> list_shown(database::Connection& connection, std::string_view environment_id,
                                             const access::Reader& reader, const schema::ComponentVersions& present) {
  const auto rows = TRY(connection.query(
      "SELECT p.page_id, g.name, p.slug, v.version_number, p.content_hash, p.release_id, CASE WHEN b.sequence > "
      "v.sequence THEN 1 ELSE 0 END, CASE WHEN a.design_version < d.version_number THEN 1 ELSE 0 END, a.settings_hash, "
      "g.slug, g.description, g.metadata, a.component_set_id, COALESCE(c.versions, '') FROM "
      "environment_pages p JOIN release_artifacts a ON a.release_id = p.release_id AND a.page_id = p.page_id JOIN "
      "page_versions v ON v.id = a.version_id JOIN pages g ON g.id = p.page_id JOIN page_branches b ON b.page_id = "
      "p.page_id AND b.id = 'main' LEFT JOIN component_sets c ON c.id = a.component_set_id JOIN design_systems d ON "
      "d.organization_id = g.organization_id WHERE "
      "p.environment_id = $1" +
          access::only_with(http::PageRight::view, reader, "g", "$2") + " ORDER BY p.slug",
      {environment_id, reader.user_id}));
  std::vector<ShownRecord> shown;
  NewComponents new_components(present);
  for (const auto row : rows) {
    const std::string released = row.text(8);
    const bool has_new_settings =
        !released.empty() &&
        released !=
            settings_hash(
                {.name = row.text(1), .slug = row.text(9), .description = row.text(10), .metadata = row.text(11)});
    shown.push_back({.page = {.page_id = row.text(0),
                              .page_name = row.text(1),
                              .path = "/" + row.text(2),
                              .version_number = row.integer(3),
                              .content_hash = row.text(4)},
                     .release_id = row.text(5),
                     .has_changes = row.boolean(6) || row.boolean(7) || has_new_settings ||
                                    new_components.are_in(row.text(12), row.text(13)),
                     .has_new_design = row.boolean(7)});
  }
  return shown;
}

}  // namespace pagewright::releases
