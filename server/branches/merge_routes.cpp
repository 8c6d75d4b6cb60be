#include "server/branches/merge_routes.hpp"

#include "server/base/fields.hpp"
#include "server/collaboration/document_merge.hpp"

namespace pagewright::branches {

Task<Outcome<http::Response>> MergeRoutes::merge(http::Request& request) {
  Fields fields(request.json);
  MergeRequest wanted{.from = request.parameter("branch")};
  if (auto into = fields.text("into", {})) wanted.into = std::move(*into);
  if (const auto message = fields.text("message", {.max = 500})) wanted.message = trimmed(*message);
  if (auto resolutions = collaboration::read_resolutions(fields)) wanted.resolutions = std::move(*resolutions);
  wanted.is_dry_run = fields.boolean("dryRun").value_or(false);
  fields.refuse_others();
  CO_TRY(fields.check("The branch was not merged"));
  co_return http::Response::json_text(
      CO_TRY(co_await service_.merge(*request.caller, request.parameter("id"), std::move(wanted))));
}

}  // namespace pagewright::branches
