// Submissions in the database. Every query is bound to an organisation, and what people read to the pages that they may
// edit.
#pragma once

#include "server/access/standing_store.hpp"
#include "server/forms/submission.hpp"

namespace pagewright::forms {

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Submission& submission);

struct SubmissionQuery {
  std::string organization_id;
  access::Reader reader = {};
  std::string page_id;  // empty: of any page
  std::string form_id;  // empty: of any form
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};
struct SubmissionList {
  std::vector<Submission> items;
  std::int64_t total = 0;
};
// Newest first.
[[nodiscard]] Outcome<SubmissionList> list(database::Connection& connection, const SubmissionQuery& query);
[[nodiscard]] Outcome<std::optional<Submission>> find(database::Connection& connection, std::string_view id,
                                                      const http::Caller& caller);
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view id);

// A form that has submissions.
struct FormCount {
  std::string page_id;
  std::string page_name;
  std::string form_id;
  std::string form_title;  // as of its last submission
  std::int64_t submissions = 0;
  Milliseconds last_at = 0;
  [[nodiscard]] std::string to_json() const;
};
// The one with the newest submission first.
[[nodiscard]] Outcome<std::vector<FormCount>> count_by_form(database::Connection& connection,
                                                            const http::Caller& caller);

// Deletes up to 1,000 that are older: how many of which organisation.
struct Forgotten {
  std::string organization_id;
  std::int64_t submissions = 0;
};
[[nodiscard]] Outcome<std::vector<Forgotten>> forget(database::Connection& connection, Milliseconds created_before);

}  // namespace pagewright::forms
