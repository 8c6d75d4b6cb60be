#include "server/releases/release_routes.hpp"

#include <algorithm>
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

// The description of the request has checked that they are texts, and how many.
std::optional<std::vector<std::string>> read_page_ids(Fields& fields) {
  const json::Value* value = fields.any("pageIds");
  if (value == nullptr || !value->is_array()) return std::nullopt;
  std::vector<std::string> ids;
  for (const json::Value& id : value->get_array()) {
    std::string text(json::view(id.get_string()));
    if (std::ranges::find(ids, text) != ids.end())
      fields.add_error("/pageIds/" + std::to_string(ids.size()), "must not be there twice", "duplicate");
    ids.push_back(std::move(text));
  }
  return ids;
}

std::optional<Milliseconds> read_publish_at(Fields& fields, Milliseconds now) {
  constexpr Milliseconds year = 366LL * 24 * 60 * 60 * 1000;
  const auto text = fields.text("publishAt", {.max = 40});
  if (!text) return std::nullopt;
  const auto time = parse_iso8601(*text);
  if (!time || *time < now || *time > now + year)
    fields.add_error("/publishAt", "must be a time of the coming year such as 2026-12-24T08:00:00Z", "invalid");
  return time;
}

}  // namespace

Task<Outcome<http::Response>> ReleaseRoutes::publish_several(http::Request& request) {
  Fields fields(request.json);
  Batch batch{.environment_id = fields.text("environmentId", {.required = true, .blank = false}).value_or("")};
  batch.page_ids = read_page_ids(fields);
  batch.message = fields.text("message", {.max = 500}).value_or("");
  batch.rolls_back = fields.boolean("rollbackOnFailure").value_or(false);
  const auto publish_at = read_publish_at(fields, clock_());
  fields.refuse_others();
  CO_TRY(fields.check("The pages were not published"));
  if (publish_at) {
    const std::string job = CO_TRY(co_await scheduled_.schedule(*request.caller, std::move(batch), *publish_at));
    co_return http::Response::json_text(JsonText().text("jobId", job).time("publishAt", *publish_at).take(), 202);
  }
  if (CO_TRY(co_await service_.size_of(*request.caller, batch)) > most_pages_in_a_request) {
    const Milliseconds now = clock_();
    const std::string job = CO_TRY(co_await scheduled_.schedule(*request.caller, std::move(batch), now));
    co_return http::Response::json_text(JsonText().text("jobId", job).time("publishAt", now).take(), 202);
  }
  const ReleaseRecord record = CO_TRY(co_await service_.publish_several(*request.caller, std::move(batch)));
  co_return http::Response::json_text(record.to_json(), 201);
}

Task<Outcome<http::Response>> ReleaseRoutes::publish(http::Request& request) {
  Fields fields(request.json);
  const auto environment_id = fields.text("environmentId", {.required = true, .blank = false});
  std::string message = fields.text("message", {.max = 500}).value_or("");
  fields.refuse_others();
  CO_TRY(fields.check("The page was not published"));
  const auto publication =
      CO_TRY(co_await service_.publish(*request.caller, request.parameter("id"), *environment_id, std::move(message)));
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
               "frame-src https:; frame-ancestors 'self'");
  response.set("Cache-Control", "no-store");
  co_return response;
}

}  // namespace pagewright::releases
