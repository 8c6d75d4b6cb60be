// Three-way merge of documents: what only one side has changed is taken; what both have changed differently is a
// conflict, in which ours stands until it is resolved. Every result is a valid document. See docs/formats/merge.md.
#pragma once

#include "engine/merge/conflict.hpp"
#include "engine/operation/operation.hpp"

namespace pagewright::merge {

struct Merge {
  document::Document base;
  document::Document ours;
  document::Document theirs;
  document::Document merged;
  std::vector<operation::Operation> operations;  // lead from ours to merged
  std::vector<Conflict> conflicts;               // by id
  Resolutions resolutions;                       // that were taken into account

  [[nodiscard]] bool is_clean() const;  // nothing is left to resolve
};

// All three documents must be valid for the catalog. Never fails: where the sides cannot be put together at all, ours
// stands, with one conflict of kind limit.
[[nodiscard]] Merge merge(const document::Document& base, const document::Document& ours,
                          const document::Document& theirs, const schema::Catalog& catalog,
                          const document::Limits& limits = {}, const Resolutions& resolutions = {});

struct Resolved {
  Merge merge;  // with all resolutions so far; may have new conflicts that follow from them
  std::vector<operation::Operation> operations;  // lead from the merged document before to the one now; undoable
};

// Error invalid_request names a conflict that there is not, a choice that it does not offer, or a value that does not
// fit.
[[nodiscard]] Result<Resolved> resolve(const Merge& merge, const Resolutions& resolutions,
                                       const schema::Catalog& catalog, const document::Limits& limits = {});

// All of them, as an array.
[[nodiscard]] json::Value conflicts_json(const std::vector<Conflict>& conflicts);

}  // namespace pagewright::merge
