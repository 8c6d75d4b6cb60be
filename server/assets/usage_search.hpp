// Where an organisation uses an asset at the moment.
#pragma once

#include "server/assets/asset_use_store.hpp"
#include "server/collaboration/room.hpp"

namespace pagewright::assets {

class UsageSearch {
 public:
  explicit UsageSearch(collaboration::Room::Surroundings surroundings) : surroundings_(std::move(surroundings)) {}

  // Pages with the nodes of their branches, by the pages' ages; then what visitors see; then templates. Reads all that
  // the organisation has: half a second or so for ten thousand pages. Not what is in the trash, nor old versions.
  // Of pages those that the reader may view.
  Task<Outcome<std::vector<AssetUse>>> find(std::string organization_id, std::vector<std::string> addresses,
                                            access::Reader reader);

 private:
  using Look = Outcome<Part> (*)(database::Connection&, const UseQuery&, const Part&, std::vector<AssetUse>&);
  Task<Outcome<void>> look_through(Look look, const UseQuery& query, std::vector<AssetUse>& found);
  Task<Outcome<std::vector<Candidate>>> candidates(const UseQuery& query);
  Task<Outcome<std::optional<AssetUse>>> look_into(const Candidate& candidate, const UseQuery& query);

  collaboration::Room::Surroundings surroundings_;
};

}  // namespace pagewright::assets
