// The SQL of a live page: its row, the head of its branch, the log of transactions, and its versions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/collaboration/branch_record.hpp"
#include "server/collaboration/page_record.hpp"
#include "server/collaboration/version_record.hpp"
#include "server/components/component_set.hpp"

namespace pagewright::collaboration {

struct LoggedTransaction {
  std::int64_t sequence = 0;
  std::string id;
  Author author;
  std::string label;
  std::string operations;  // a JSON array
};

// Of a transaction in the log: what is needed to know it again.
struct KnownTransaction {
  std::string id;
  std::int64_t sequence = 0;
  std::string author_id;
};

struct StoredPage {
  PageRecord record;
  BranchRecord branch;
  std::string snapshot;
  std::int64_t snapshot_sequence = 0;
  std::string component_set_id = {};    // empty: from before pins were kept
  schema::ComponentVersions pins = {};  // the versions of that set
  std::vector<LoggedTransaction> tail;  // those after the snapshot
  std::vector<KnownTransaction> known;  // all that the log still has, in order
  std::optional<Author> last_author = {};
  Milliseconds last_version_at = 0;
  std::int64_t last_version_sequence = 0;  // 0: none since the branch began

  [[nodiscard]] BranchKey key() const { return {record.id, branch.id}; }
};
// Nothing where there is no such page or branch, or it was deleted.
[[nodiscard]] Outcome<std::optional<StoredPage>> load(database::Connection& connection, BranchKey key);

// A page that does not exist yet, with its main branch, empty of operations. The caller inserts version 1 next.
[[nodiscard]] Outcome<void> insert_page(database::Connection& connection, const PageRecord& page,
                                        std::string_view component_set_id);
// Pins a branch from before pins were kept.
[[nodiscard]] Outcome<void> pin(database::Connection& connection, BranchKey key, std::string_view component_set_id);

// Appends to the log. Fails (unavailable) where the log has not come to `transaction.sequence - 1`, for then what was
// computed in memory was built on something that did not reach the database; and where the branch was deleted.
[[nodiscard]] Outcome<void> append(database::Connection& connection, BranchKey key,
                                   const LoggedTransaction& transaction, Milliseconds now);

struct NewVersion {
  std::string id;
  std::string message;
  Author author;
  bool is_published = false;
  bool is_automatic = false;
  std::string merged_id = {};  // the version of another branch that was merged into this one
  std::int64_t sequence = 0;   // of the document
  DocumentText texts = {};
  std::string component_set_id = {};  // what the document was written with; empty: as the branch is
};
// Makes it the branch's snapshot. Its parent is the version before it on the branch, or the one where the branch began.
// `number` is what count_version() has counted.
[[nodiscard]] Outcome<VersionRecord> insert_version(database::Connection& connection, BranchKey key,
                                                    const NewVersion& version, std::int64_t number, Milliseconds now);
// append() and insert_version() of the document after the transaction, for less.
[[nodiscard]] Outcome<VersionRecord> append(database::Connection& connection, BranchKey key,
                                            const LoggedTransaction& transaction, const NewVersion& version,
                                            std::int64_t number, Milliseconds now);

// Of a branch's last transaction.
[[nodiscard]] Outcome<std::int64_t> last_sequence(database::Connection& connection, BranchKey key);

// The row with updated_at set; not_found where the page was deleted.
[[nodiscard]] Outcome<PageRecord> touch(database::Connection& connection, std::string_view page_id, Milliseconds now);
// The same, and gives the version about to be inserted the page's next number: latest_version_number. On main it
// becomes the page's current version.
[[nodiscard]] Outcome<PageRecord> count_version(database::Connection& connection, BranchKey key,
                                                std::string_view version_id, Milliseconds updated_at);

// The row, even of a page that was deleted.
[[nodiscard]] Outcome<PageRecord> find_record(database::Connection& connection, std::string_view page_id);

// A snapshot that is no version, in place of the last such one. Older than the one there is: nothing happens.
[[nodiscard]] Outcome<void> store_snapshot(database::Connection& connection, BranchKey key, const DocumentText& texts,
                                           std::int64_t sequence);
// The same, also where it is no newer than the one there is.
[[nodiscard]] Outcome<void> replace_snapshot(database::Connection& connection, BranchKey key, const DocumentText& texts,
                                             std::int64_t sequence);
// Deletes transactions that are more than `kept` behind the snapshot, and behind the last version: who made
// what is in no version yet is in the log alone.
[[nodiscard]] Outcome<std::int64_t> compact(database::Connection& connection, BranchKey key, std::int64_t kept);

// A version's document with ranks, and the versions of the components that it was written with: none, where it is from
// before these were kept.
struct VersionDocument {
  json::Value document;
  schema::ComponentVersions pins;
};
// not_found where there is none of that number.
[[nodiscard]] Outcome<VersionDocument> load_version_document(database::Connection& connection, std::string_view page_id,
                                                             std::int64_t number);

// In order.
[[nodiscard]] Outcome<std::vector<LoggedTransaction>> transactions_after(database::Connection& connection,
                                                                         BranchKey key, std::int64_t since);

}  // namespace pagewright::collaboration
