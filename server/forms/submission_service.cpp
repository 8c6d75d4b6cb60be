#include "server/forms/submission_service.hpp"

#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"

namespace pagewright::forms {
namespace {

Outcome<Submission> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto submission = TRY(find(connection, id, caller));
  if (!submission) return std::unexpected(Problem::not_found("There is no such submission."));
  return std::move(*submission);
}

Outcome<void> forget_and_record(database::Connection& connection, Milliseconds before, Milliseconds now) {
  for (const Forgotten& forgotten : TRY(forget(connection, before))) {
    TRY(events::record(
        connection,
        {.type = "form.submissions_expired",
         .organization_id = forgotten.organization_id,
         .actor_id = {},
         .subject_id = {},
         .payload = JsonText().number("submissions", forgotten.submissions).time("createdBefore", before).take()},
        now));
  }
  return {};
}

}  // namespace

Task<Outcome<std::vector<FormCount>>> SubmissionService::list_forms(http::Caller caller) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return count_by_form(connection, caller); });
}

Task<Outcome<SubmissionList>> SubmissionService::list(SubmissionQuery query) {
  co_return co_await database_.read([&](database::Connection& connection) { return forms::list(connection, query); });
}

Task<Outcome<Submission>> SubmissionService::get(http::Caller caller, std::string id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, id); });
}

Task<Outcome<void>> SubmissionService::remove(http::Caller caller, std::string id) {
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<void> {
    const Submission submission = TRY(must_find(connection, caller, id));
    TRY(forms::remove(connection, id));
    return events::record(connection,
                          events::by(caller, "form.submission_deleted", submission.id, submission.summary_json()), now);
  });
}

Task<Outcome<std::string>> SubmissionService::export_csv(SubmissionQuery query) {
  query.limit = most_exported;
  query.offset = 0;
  // Written on the database's thread: it may be some megabytes.
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<std::string> {
    return to_csv(TRY(forms::list(connection, query)).items);
  });
}

Task<void> SubmissionService::maintain() {
  const Milliseconds now = clock_();
  const Milliseconds before = now - std::chrono::milliseconds(settings_.kept_for).count();
  const auto forgotten = co_await database_.write(
      [&](database::Connection& connection) { return forget_and_record(connection, before, now); });
  if (!forgotten) log::error("old submissions of forms cannot be deleted", {{"cause", forgotten.error().cause}});
}

}  // namespace pagewright::forms
