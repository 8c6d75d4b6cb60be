// A version of a page as a document that can be compared and merged.
#pragma once

#include "server/collaboration/room.hpp"
#include "server/http/caller.hpp"

namespace pagewright::collaboration {

// `version`: its number, or its id. Brought to the components' present versions. not_found where the caller's
// organisation has no such page or version.
[[nodiscard]] Task<Outcome<document::Document>> read_version_document(const Room::Surroundings& surroundings,
                                                                      http::Caller caller, std::string page_id,
                                                                      std::string version);

}  // namespace pagewright::collaboration
