// Looks for addresses of assets in all that an organisation has at the moment. There is no table of uses: documents are
// written far more often than anybody asks, so the one who asks pays, a part at a time.
#pragma once

#include "server/access/standing_store.hpp"
#include "server/assets/asset_use.hpp"
#include "server/database/database.hpp"

namespace pagewright::assets {

// Whose uses of what, and for whom: of pages those that the reader may view.
struct UseQuery {
  std::string organization_id;
  std::vector<std::string> addresses;
  access::Reader reader;
};

// A branch of a page that may use it: its last snapshot, what was changed since, or the page's settings name it.
struct Candidate {
  std::string page_id;
  std::string branch_id;
  std::string branch;
  std::string page_name;
  bool is_in_settings = false;
};

// Goes through the organisation's branches, documents and so on, a part with each call, by the id behind which it goes
// on.
struct Part {
  std::string behind = {};
  bool is_last = false;
};
[[nodiscard]] Outcome<Part> look_through_branches(database::Connection& connection, const UseQuery& query,
                                                  const Part& before, std::vector<Candidate>& found);
[[nodiscard]] Outcome<Part> look_through_published(database::Connection& connection, const UseQuery& query,
                                                   const Part& before, std::vector<AssetUse>& found);
[[nodiscard]] Outcome<Part> look_through_templates(database::Connection& connection, const UseQuery& query,
                                                   const Part& before, std::vector<AssetUse>& found);

}  // namespace pagewright::assets
