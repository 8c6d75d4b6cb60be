#include "server/collaboration/page_upgrade.hpp"

#include "engine/diff/transition.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/room_commit.hpp"

namespace pagewright::collaboration {
namespace {

constexpr const char* label = "Update components";

// The author of the last change, or who made the page.
Author author_of(const StoredPage& page) {
  return page.last_author.value_or(Author{.id = page.record.owner_id, .name = ""});
}

}  // namespace

Outcome<document::Document> read_with_pins(const StoredPage& page, const schema::Catalog& catalog) {
  const schema::Catalog reading = schema::catalog_for_reading(catalog, page.pins);
  const auto damaged = [&](const Error& error) {
    return std::unexpected(Problem::internal("the page " + page.record.id +
                                             " cannot be read with the components it was made with: " + error.message));
  };
  const json::Value snapshot = TRY(read_snapshot(page.snapshot));
  auto document = document::Document::parse(snapshot, reading);
  if (!document) return damaged(document.error());
  for (const LoggedTransaction& logged : page.tail) {
    const auto transaction = read_transaction(logged, *document, reading);
    if (!transaction) return damaged(transaction.error());
    const auto applied =
        operation::apply(*document, transaction->operations, operation::OnConflict::leave_out, reading);
    if (!applied) return damaged(applied.error());
  }
  return std::move(*document);
}

Outcome<PageUpgrade> plan_upgrade(const StoredPage& page, const schema::Catalog& catalog) {
  PageUpgrade upgrade{.before = TRY(read_with_pins(page, catalog)), .after = {}, .nodes = {}};
  auto plan = schema::plan_migration(upgrade.before.to_json(document::Ranks::keep), page.pins, catalog);
  auto after = document::Document::parse(plan.document, catalog);
  if (!after)
    return std::unexpected(
        Problem::internal("the page " + page.record.id + " cannot be upgraded: " + after.error().message));
  upgrade.after = std::move(*after);
  upgrade.nodes = std::move(plan.nodes);
  return upgrade;
}

Outcome<void> store_upgrade(database::Connection& connection, const StoredPage& page, const PageUpgrade& upgrade,
                            const components::ComponentSet& present, Milliseconds now) {
  const BranchKey key = page.key();
  std::int64_t sequence = page.branch.sequence;
  const auto moved =
      TRY(connection.execute("UPDATE page_branches SET component_set_id = $3 WHERE page_id = $1 AND id = $2 AND "
                             "sequence = $4 AND component_set_id = $5",
                             {key.page_id, key.branch, present.id, sequence, page.component_set_id}));
  if (moved != 1) return {};
  const auto operations = diff::operations_between(upgrade.before, upgrade.after);
  if (!operations.empty()) {
    const Author author = author_of(page);
    if (page.last_version_sequence < sequence) {
      const NewVersion before{.id = new_uuid(),
                              .message = "Before the components were updated",
                              .author = author,
                              .sequence = sequence,
                              .texts = texts_of(upgrade.before, true),
                              .component_set_id = page.component_set_id};
      const auto counted = TRY(count_version(connection, key, before.id, page.record.updated_at));
      TRY(insert_version(connection, key, before, counted.latest_version_number, now));
    }
    ++sequence;
    TRY(append(connection, key,
               {.sequence = sequence,
                .id = new_uuid(),
                .author = author,
                .label = label,
                .operations = operations_json(operations)},
               now));
  }
  // The log's tail is in terms of the older versions: it must not be read again.
  return replace_snapshot(connection, key, texts_of(upgrade.after, true), sequence);
}

json::Value in_present_versions(VersionDocument version, const schema::Catalog& catalog) {
  return schema::plan_migration(std::move(version.document), version.pins, catalog).document;
}

}  // namespace pagewright::collaboration
