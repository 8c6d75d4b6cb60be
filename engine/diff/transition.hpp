// The operations that lead from one document to another: for restoring a version and for REST PUT, so that open editors
// follow.
#pragma once

#include "engine/operation/operation.hpp"

namespace pagewright::diff {

// Matches nodes by id; nodes whose component differs are removed and inserted anew. Empty when the documents are equal.
// Applying the result to `from` gives a document whose JSON equals that of `to`. On the way no slot holds more nodes
// than it does in one of the two: swapping the contents of two full slots goes through the end of the page.
[[nodiscard]] std::vector<operation::Operation> operations_between(const document::Document& from,
                                                                   const document::Document& to);

}  // namespace pagewright::diff
