// The operations that lead from one document to another: for restoring a version and for REST PUT, so that open editors
// follow.
#pragma once

#include "engine/operation/operation.hpp"

namespace pagewright::diff {

// Matches nodes by id; nodes whose component differs are removed and inserted anew. Empty when the documents are equal.
// Applying the result to `from` gives a document whose JSON equals that of `to`.
[[nodiscard]] std::vector<operation::Operation> operations_between(const document::Document& from,
                                                                   const document::Document& to);

}  // namespace pagewright::diff
