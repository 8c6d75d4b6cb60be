// What a visitor sent by a form of a published page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/forms/form.hpp"

namespace pagewright::forms {

struct Submission {
  std::string id;
  std::string organization_id;
  std::string page_id;
  std::string environment_id;
  std::string form_id;
  std::string form_title;
  Milliseconds created_at = 0;
  std::vector<FieldAnswer> answers;

  [[nodiscard]] std::string to_json() const;
  // The same without what the visitor wrote.
  [[nodiscard]] std::string summary_json() const;
};

// How answers stand in the database: [{"name", "label", "value"}].
[[nodiscard]] std::string answers_json(const std::vector<FieldAnswer>& answers);
[[nodiscard]] std::vector<FieldAnswer> read_answers_json(std::string_view json);

// A line for each submission, a column for each field that any of them has, named by its label.
[[nodiscard]] std::string to_csv(const std::vector<Submission>& submissions);

}  // namespace pagewright::forms
