#include "server/releases/release_routes.hpp"

#include <limits>

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::releases {
namespace {

std::string to_json(const Publication& publication) {
  const sites::Artifact& artifact = *publication.artifact;
  const std::string artifacts[] = {JsonText()
                                       .text("path", "/" + publication.page.slug)
                                       .text("contentHash", artifact.etag)
                                       .number("size", static_cast<std::int64_t>(artifact.body.size()))
                                       .take()};
  const std::string release = JsonText()
                                  .text("id", publication.release.id)
                                  .text("environmentId", publication.release.environment_id)
                                  .time("createdAt", publication.release.created_at)
                                  .raw("artifacts", json_array(artifacts))
                                  .take();
  return JsonText().raw("release", release).raw("page", *publication.page_json).text("url", publication.url).take();
}

}  // namespace

Task<Outcome<http::Response>> ReleaseRoutes::publish(http::Request& request) {
  Fields fields(request.json);
  const auto environment_id = fields.text("environmentId", {.required = true, .blank = false});
  fields.refuse_others();
  CO_TRY(fields.check("The page was not published"));
  const auto publication = CO_TRY(co_await service_.publish(*request.caller, request.parameter("id"), *environment_id));
  co_return http::Response::json_text(to_json(publication));
}

Task<Outcome<http::Response>> ReleaseRoutes::preview(http::Request& request) {
  std::optional<std::int64_t> version;
  if (request.query_parameter("version"))
    version = CO_TRY(request.integer_parameter("version", 1, 1, std::numeric_limits<std::int32_t>::max()));
  std::string branch(request.query_parameter("branch").value_or(collaboration::main_branch));
  auto response = http::Response::html(
      CO_TRY(co_await service_.preview(*request.caller, request.parameter("id"), std::move(branch), version)));
  // What users built is shown on the editor's origin here: it may do nothing there.
  response.set("Content-Security-Policy",
               "sandbox; default-src 'none'; img-src * data:; media-src *; font-src *; style-src 'unsafe-inline'; "
               "frame-src https:");
  response.set("Cache-Control", "no-store");
  co_return response;
}

}  // namespace pagewright::releases
