#include "server/releases/upcoming_release.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::releases {
namespace {

Outcome<void> read_pages(database::Connection& connection, std::string_view organization_id,
                         const access::Reader& reader, UpcomingRelease& upcoming) {
  if (!upcoming.job.batch.page_ids) return {};
  const std::string select = "SELECT p.name FROM pages p WHERE p.id = $1 AND p.organization_id = $2" +
                             access::only_with(http::PageRight::view, reader, "p", "$3");
  for (const std::string& id : *upcoming.job.batch.page_ids) {
    if (upcoming.pages.size() == most_named_pages) break;
    const auto rows = TRY(connection.query(select, {id, organization_id, reader.user_id}));
    if (!rows.empty()) upcoming.pages.push_back({.id = id, .name = rows.front().text(0)});
  }
  return {};
}

std::string progress_json(std::string_view progress) {
  const auto parsed = json::parse(progress);
  if (!parsed) return "null";
  const auto number = [&](std::string_view name) {
    const json::Value* value = json::find(*parsed, name);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
  };
  return JsonText().number("done", number("done")).number("total", number("total")).take();
}

}  // namespace

std::string UpcomingRelease::to_json() const {
  std::vector<std::string> texts;
  for (const Page& page : pages) texts.push_back(JsonText().text("pageId", page.id).text("pageName", page.name).take());
  const Batch& batch = job.batch;
  return JsonText()
      .text("jobId", job_id)
      .text("environmentId", batch.environment_id)
      .text("state", state)
      .time("publishAt", publish_at)
      .time("createdAt", created_at)
      .raw("author", JsonText().text("id", job.user_id).text("name", author_name).take())
      .text("message", batch.message)
      .boolean("rollbackOnFailure", batch.rolls_back)
      .raw("pageCount", batch.page_ids ? std::to_string(batch.page_ids->size()) : "null")
      .raw("pages", json_array(texts))
      .raw("progress", progress_json(progress))
      .text("fault", fault)
      .take();
}

Outcome<std::vector<UpcomingRelease>> list_upcoming(database::Connection& connection, std::string_view organization_id,
                                                    const access::Reader& reader, Milliseconds failed_since) {
  const auto rows = TRY(connection.query(
      "SELECT id, state, run_at, created_at, last_error, progress, payload FROM jobs WHERE organization_id = $1 AND "
      "kind = $2 AND (state = 'waiting' OR state = 'running' OR (state = 'failed' AND updated_at >= $3)) ORDER BY CASE "
      "state WHEN 'failed' THEN 1 ELSE 0 END, CASE state WHEN 'failed' THEN -updated_at ELSE run_at END, id LIMIT 100",
      {organization_id, kind_of_release_job, failed_since}));
  std::vector<UpcomingRelease> upcoming;
  for (const auto row : rows) {
    auto job = ReleaseJob::read(row.text(6));
    if (!job) continue;
    const auto authors = TRY(connection.query("SELECT name FROM users WHERE id = $1", {job->user_id}));
    UpcomingRelease one{.job_id = row.text(0),
                        .state = row.text(1),
                        .publish_at = row.integer(2),
                        .created_at = row.integer(3),
                        .fault = reader.role == http::Role::admin ? row.text(4) : std::string(),
                        .progress = row.text(5),
                        .job = std::move(*job),
                        .author_name = authors.empty() ? std::string() : authors.front().text(0)};
    TRY(read_pages(connection, organization_id, reader, one));
    upcoming.push_back(std::move(one));
  }
  return upcoming;
}

}  // namespace pagewright::releases
