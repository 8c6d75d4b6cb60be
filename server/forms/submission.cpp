#include "server/forms/submission.hpp"

#include <algorithm>

#include "server/base/csv.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::forms {
namespace {

JsonText begin_json(const Submission& submission) {
  JsonText text;
  text.text("id", submission.id)
      .text("pageId", submission.page_id)
      .text("environmentId", submission.environment_id)
      .text("formId", submission.form_id)
      .text("formTitle", submission.form_title)
      .time("createdAt", submission.created_at);
  return text;
}

std::string member(const json::Value& object, std::string_view name) {
  return std::string(json::find_string(object, name).value_or(""));
}

}  // namespace

std::string answers_json(const std::vector<FieldAnswer>& answers) {
  std::vector<std::string> texts;
  for (const FieldAnswer& answer : answers)
    texts.push_back(
        JsonText().text("name", answer.name).text("label", answer.label).text("value", answer.value).take());
  return json_array(texts);
}

std::vector<FieldAnswer> read_answers_json(std::string_view json) {
  std::vector<FieldAnswer> answers;
  const auto list = json::parse(json);
  if (!list || !list->is_array()) return answers;
  for (const json::Value& answer : list->get_array())
    answers.push_back({member(answer, "name"), member(answer, "label"), member(answer, "value")});
  return answers;
}

std::string Submission::to_json() const {
  return begin_json(*this).raw("answers", answers_json(answers)).take();
}

std::string Submission::summary_json() const {
  return begin_json(*this).take();
}

std::string to_csv(const std::vector<Submission>& submissions) {
  std::vector<FieldAnswer> columns;  // by name; the newest label stands
  for (const Submission& submission : submissions)
    for (const FieldAnswer& answer : submission.answers)
      if (std::ranges::find(columns, answer.name, &FieldAnswer::name) == columns.end()) columns.push_back(answer);

  std::vector<std::string> cells{"time", "page", "form", "form title"};
  for (const FieldAnswer& column : columns) cells.push_back(column.label);
  std::string text = csv_line(cells);
  for (const Submission& submission : submissions) {
    cells = {to_iso8601(submission.created_at), submission.page_id, submission.form_id, submission.form_title};
    for (const FieldAnswer& column : columns) {
      const auto answer = std::ranges::find(submission.answers, column.name, &FieldAnswer::name);
      cells.push_back(answer == submission.answers.end() ? std::string() : answer->value);
    }
    text += csv_line(cells);
  }
  return text;
}

}  // namespace pagewright::forms
