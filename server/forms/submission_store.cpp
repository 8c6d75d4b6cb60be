#include "server/forms/submission_store.hpp"

#include <map>

#include "server/base/json_text.hpp"

namespace pagewright::forms {
namespace {

constexpr std::string_view columns =
    "SELECT id, organization_id, page_id, environment_id, form_id, form_title, created_at, answers";

Submission read(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .page_id = row.text(2),
          .environment_id = row.text(3),
          .form_id = row.text(4),
          .form_title = row.text(5),
          .created_at = row.integer(6),
          .answers = read_answers_json(row.text(7))};
}

std::string only_of_pages_for(const access::Reader& reader, std::string_view user) {
  std::string condition = access::only_with(http::PageRight::edit, reader, "p", user);
  if (reader.role == http::Role::admin) return condition;
  return " AND EXISTS (SELECT 1 FROM pages p WHERE p.id = form_submissions.page_id" + condition + ")";
}

}  // namespace

Outcome<void> insert(database::Connection& connection, const Submission& submission) {
  TRY(connection.execute(
      "INSERT INTO form_submissions (id, organization_id, page_id, environment_id, form_id, form_title, created_at, "
      "answers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {submission.id, submission.organization_id, submission.page_id, submission.environment_id, submission.form_id,
       submission.form_title, submission.created_at, answers_json(submission.answers)}));
  return {};
}

Outcome<SubmissionList> list(database::Connection& connection, const SubmissionQuery& query) {
  std::string where = " FROM form_submissions WHERE organization_id = $1";
  where += query.page_id.empty() ? " AND $2 = ''" : " AND page_id = $2";
  where += query.form_id.empty() ? " AND $3 = ''" : " AND form_id = $3";
  where += only_of_pages_for(query.reader, "$4");
  const std::string& user = query.reader.user_id;
  SubmissionList found;
  found.total =
      TRY(connection.query("SELECT count(*)" + where, {query.organization_id, query.page_id, query.form_id, user}))
          .front()
          .integer(0);
  const auto rows =
      TRY(connection.query(std::string(columns) + where + " ORDER BY id DESC LIMIT $5 OFFSET $6",
                           {query.organization_id, query.page_id, query.form_id, user, query.limit, query.offset}));
  for (const auto row : rows) found.items.push_back(read(row));
  return found;
}

Outcome<std::optional<Submission>> find(database::Connection& connection, std::string_view id,
                                        const http::Caller& caller) {
  const auto rows =
      TRY(connection.query(std::string(columns) + " FROM form_submissions WHERE id = $1 AND organization_id = $2" +
                               only_of_pages_for(access::Reader::of(caller), "$3"),
                           {id, caller.organization_id, caller.user_id}));
  return rows.empty() ? std::nullopt : std::optional(read(rows.front()));
}

Outcome<void> remove(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("DELETE FROM form_submissions WHERE id = $1", {id}));
  return {};
}

std::string FormCount::to_json() const {
  return JsonText()
      .text("pageId", page_id)
      .text("pageName", page_name)
      .text("formId", form_id)
      .text("formTitle", form_title)
      .number("submissions", submissions)
      .time("lastAt", last_at)
      .take();
}

Outcome<std::vector<FormCount>> count_by_form(database::Connection& connection, const http::Caller& caller) {
  const auto rows = TRY(connection.query(
      std::string(
          "SELECT l.page_id, p.name, l.form_id, l.form_title, c.submissions, l.created_at FROM (SELECT max(id) AS "
          "last_id, "
          "count(*) AS submissions FROM form_submissions WHERE organization_id = $1 GROUP BY page_id, form_id) c JOIN "
          "form_submissions l ON l.id = c.last_id JOIN pages p ON p.id = l.page_id WHERE l.organization_id = $1") +
          access::only_with(http::PageRight::edit, access::Reader::of(caller), "p", "$2") + " ORDER BY l.id DESC",
      {caller.organization_id, caller.user_id}));
  std::vector<FormCount> forms;
  for (const auto row : rows)
    forms.push_back({.page_id = row.text(0),
                     .page_name = row.text(1),
                     .form_id = row.text(2),
                     .form_title = row.text(3),
                     .submissions = row.integer(4),
                     .last_at = row.integer(5)});
  return forms;
}

Outcome<std::vector<Forgotten>> forget(database::Connection& connection, Milliseconds created_before) {
  const auto rows = TRY(connection.query(
      "DELETE FROM form_submissions WHERE id IN (SELECT id FROM form_submissions WHERE created_at < $1 LIMIT 1000) "
      "RETURNING organization_id",
      {created_before}));
  std::map<std::string, std::int64_t> counts;
  for (const auto row : rows) ++counts[row.text(0)];
  std::vector<Forgotten> forgotten;
  for (const auto& [organization_id, count] : counts) forgotten.push_back({organization_id, count});
  return forgotten;
}

}  // namespace pagewright::forms
