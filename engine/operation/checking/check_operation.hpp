// For tests: the one check that every operation must pass. Nobody writes a partial one.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "engine/operation/operation.hpp"

namespace pagewright::operation {

// Components for tests: "box" (slot content, takes anything), "pair" (slot content, at most 2), "text" (props text,
// size), "form" (slot fields, takes only category form), "input" (category form).
[[nodiscard]] const schema::Catalog& test_catalog();

[[nodiscard]] document::Document document_of(std::string_view json);

// Applies `operation` (its JSON) to `before` and expects the document `after`; that its inverse leads back, ranks
// included, and that the inverse's inverse leads forth again; that the JSON round trips to equal bytes; and that a
// replica that reads both from JSON agrees.
void check_operation(std::string_view before, std::string_view operation, std::string_view after);

// Expects that the operation is refused with `code` and that nothing changes.
void check_refused(std::string_view before, std::string_view operation, ErrorCode code);

}  // namespace pagewright::operation
