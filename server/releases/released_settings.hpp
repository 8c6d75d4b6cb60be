// What a published page is made of beside its document.
#pragma once

#include <string>

#include "engine/document/document.hpp"
#include "server/collaboration/page_record.hpp"
#include "server/components/component_set.hpp"

namespace pagewright::releases {

[[nodiscard]] bool asks_to_be_home(const collaboration::PageRecord& record);

// Of name, description, slug and the wish to be the home page: where it differs from that of a release, what is shown
// is out of date.
[[nodiscard]] std::string settings_hash(const collaboration::PageRecord& record);

// The components that a page has, in the versions that it is rendered with: where one of them has another version now,
// what is shown is out of date.
[[nodiscard]] components::ComponentSet components_of(const document::Document& document,
                                                     const schema::Catalog& catalog);

// Whether a release that was rendered with `released` would be rendered with other versions at `present`.
[[nodiscard]] bool have_changed(const schema::ComponentVersions& released, const schema::ComponentVersions& present);

}  // namespace pagewright::releases
