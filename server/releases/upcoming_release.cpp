#include "server/releases/upcoming_release.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "server/base/json_text.hpp"

namespace pagewright::releases {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;  // of pages or people, by id

// Of up to twenty pages those that the reader may view, in one question.
Outcome<Names> names_of(database::Connection& connection, std::string_view organization_id,
                        const access::Reader& reader, std::span<const std::string> ids) {
  const auto id = [&](std::size_t at) { return at < ids.size() ? std::string_view(ids[at]) : std::string_view(); };
  const auto rows = TRY(connection.query(
      "SELECT p.id, p.name FROM pages p WHERE p.organization_id = $1 AND p.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, "
      "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)" +
          access::only_with(http::PageRight::view, reader, "p", "$22"),
      {organization_id, id(0),  id(1),  id(2),  id(3),  id(4),  id(5),  id(6),  id(7),  id(8),  id(9),
       id(10),          id(11), id(12), id(13), id(14), id(15), id(16), id(17), id(18), id(19), reader.user_id}));
  Names names;
  for (const auto row : rows) names.emplace(row.text(0), row.text(1));
  return names;
}

Outcome<void> read_pages(database::Connection& connection, std::string_view organization_id,
                         const access::Reader& reader, UpcomingRelease& upcoming) {
  if (!upcoming.job.batch.page_ids) return {};
  std::span<const std::string> rest = *upcoming.job.batch.page_ids;
  while (!rest.empty() && upcoming.pages.size() < most_named_pages) {
    const auto block = rest.first(std::min(rest.size(), most_named_pages));
    rest = rest.subspan(block.size());
    const Names names = TRY(names_of(connection, organization_id, reader, block));
    for (const std::string& id : block)
      if (const auto known = names.find(id); known != names.end() && upcoming.pages.size() < most_named_pages)
        upcoming.pages.push_back({.id = id, .name = known->second});
  }
  return {};
}

Outcome<std::string> author_name(database::Connection& connection, const std::string& user_id, Names& known) {
  if (const auto found = known.find(user_id); found != known.end()) return found->second;
  const auto authors = TRY(connection.query("SELECT name FROM users WHERE id = $1", {user_id}));
  return known.emplace(user_id, authors.empty() ? std::string() : authors.front().text(0)).first->second;
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
  Names authors;
  for (const auto row : rows) {
    auto job = ReleaseJob::read(row.text(6));
    if (!job) continue;
    std::string author = TRY(author_name(connection, job->user_id, authors));
    UpcomingRelease one{.job_id = row.text(0),
                        .state = row.text(1),
                        .publish_at = row.integer(2),
                        .created_at = row.integer(3),
                        .fault = reader.role == http::Role::admin ? row.text(4) : std::string(),
                        .progress = row.text(5),
                        .job = std::move(*job),
                        .author_name = std::move(author)};
    TRY(read_pages(connection, organization_id, reader, one));
    upcoming.push_back(std::move(one));
  }
  return upcoming;
}

}  // namespace pagewright::releases
