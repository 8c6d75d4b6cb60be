// Differences as the API answers them: docs/formats/merge.md.
#pragma once

#include <string>

#include "engine/document/document.hpp"

namespace pagewright::collaboration {

// {"changes": […], "sentences": […]}
[[nodiscard]] std::string difference_json(const document::Document& before, const document::Document& after,
                                          const schema::Catalog& catalog);

}  // namespace pagewright::collaboration
