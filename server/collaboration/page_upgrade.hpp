// Pages that were written with other versions of their components than the library has now: what becomes of them.
#pragma once

#include "engine/schema/migration_plan.hpp"
#include "server/collaboration/room_store.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::collaboration {

struct PageUpgrade {
  document::Document before;  // as it was written; valid only for the components of its time
  document::Document after;
  std::vector<schema::NodeMigration> nodes;  // whose props change, or can't be kept
};

// The head of a page with its older pins, read with a catalog that takes what those versions took. Error internal where
// even that does not read it: a component or a slot is gone.
[[nodiscard]] Outcome<document::Document> read_with_pins(const StoredPage& page, const schema::Catalog& catalog);

[[nodiscard]] Outcome<PageUpgrade> plan_upgrade(const StoredPage& page, const schema::Catalog& catalog);

// Stores what plan_upgrade worked out, as one step of the page's history: a version of what was before, where there is
// none yet; a transaction "Update components"; a snapshot of what is after; and the new pins. Does nothing, where the
// page has moved on meanwhile.
[[nodiscard]] Outcome<void> store_upgrade(database::Connection& connection, const StoredPage& page,
                                          const PageUpgrade& upgrade, const components::ComponentSet& present,
                                          Milliseconds now);

// A version's document in terms of the present components.
[[nodiscard]] json::Value in_present_versions(VersionDocument version, const schema::Catalog& catalog);

}  // namespace pagewright::collaboration
