// All that is wrong with a document at once, for whoever has to mend it.
#pragma once

#include <vector>

#include "engine/document/document.hpp"

namespace pagewright::document {

// What Document::parse refuses in `source`: its error first, then those behind it, at most `most` (at least 1). Empty
// where it reads the document. Below a node whose component is not known nothing is found, and behind a limit neither.
[[nodiscard]] std::vector<Error> faults_in(const json::Value& source, const schema::Catalog& catalog,
                                           std::size_t most = 100, const Limits& limits = {});

}  // namespace pagewright::document
