// What a published page is made of beside its document.
#pragma once

#include <string>

#include "server/collaboration/page_record.hpp"

namespace pagewright::releases {

[[nodiscard]] bool asks_to_be_home(const collaboration::PageRecord& record);

// Of name, description, slug and the wish to be the home page: where it differs from that of a release, what is shown
// is out of date.
[[nodiscard]] std::string settings_hash(const collaboration::PageRecord& record);

}  // namespace pagewright::releases
