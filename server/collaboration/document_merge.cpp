#include "server/collaboration/document_merge.hpp"

#include <algorithm>

namespace pagewright::collaboration {

Outcome<merge::Merge> merge_resolved(const char* title, const document::Document& base, const document::Document& ours,
                                     const document::Document& theirs, const merge::Resolutions& resolutions,
                                     const schema::Catalog& catalog) {
  merge::Merge merge = merge::merge(base, ours, theirs, catalog);
  if (resolutions.empty()) return merge;
  auto resolved = merge::resolve(merge, resolutions, catalog);
  if (!resolved)
    return std::unexpected(
        Problem::validation(title, {{"/resolutions/" + resolved.error().path, resolved.error().message, "invalid"}}));
  return std::move(resolved->merge);
}

std::optional<merge::Resolutions> read_resolutions(Fields& fields) {
  const json::Value* source = fields.any("resolutions");
  if (source == nullptr) return std::nullopt;
  auto resolutions = merge::resolutions_from_json(*source);
  if (resolutions) return std::move(*resolutions);
  const std::string& conflict = resolutions.error().path;
  fields.add_error("/resolutions" + (conflict.empty() ? "" : "/" + conflict), resolutions.error().message, "invalid");
  return std::nullopt;
}

Problem conflict(const char* title, const merge::Merge& merge) {
  const auto open = std::ranges::count(merge.conflicts, false, &merge::Conflict::is_resolved);
  Problem problem = Problem::conflict(
      title, (open == 1 ? "1 change was" : std::to_string(open) + " changes were") +
                 " made differently on both sides since they were the same. Choose for each of conflicts, and send the "
                 "choices as resolutions.");
  problem.conflicts = json::serialize(merge::conflicts_json(merge.conflicts));
  return problem;
}

std::function<Outcome<document::Document>(const document::Document&)> merged_with_present(const char* title,
                                                                                          StaleWish wish) {
  return [title, wish = std::move(wish)](const document::Document& present) -> Outcome<document::Document> {
    auto merge = TRY(merge_resolved(title, wish.base, present, wish.wanted, wish.resolutions, wish.library->catalog()));
    if (!merge.is_clean()) return std::unexpected(conflict(title, merge));
    return std::move(merge.merged);
  };
}

}  // namespace pagewright::collaboration
