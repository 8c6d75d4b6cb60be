// Three-way merges as the API answers them: docs/formats/merge.md.
#pragma once

#include <functional>

#include "engine/merge/merge.hpp"
#include "server/base/fields.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::collaboration {

// Merges with the resolutions that a client has sent. One that does not fit is a validation problem of that title, with
// its path below /resolutions.
[[nodiscard]] Outcome<merge::Merge> merge_resolved(const char* title, const document::Document& base,
                                                   const document::Document& ours, const document::Document& theirs,
                                                   const merge::Resolutions& resolutions,
                                                   const schema::Catalog& catalog);

// The member "resolutions" of a request's body; nothing where it is absent or wrong.
[[nodiscard]] std::optional<merge::Resolutions> read_resolutions(Fields& fields);

// 409 with the merge's conflicts; it has some.
[[nodiscard]] Problem conflict(const char* title, const merge::Merge& merge);

// What somebody wants to make of a document that they saw as `base`: merged with what has become of it since.
struct StaleWish {
  document::Document base;
  document::Document wanted;
  merge::Resolutions resolutions;
  tokens::SharedLibrary library;
};
// Gives what the present document should become, or a conflict of that title with what was not resolved.
[[nodiscard]] std::function<Outcome<document::Document>(const document::Document&)> merged_with_present(
    const char* title, StaleWish wish);

}  // namespace pagewright::collaboration
