#include "server/forms/form_letter.hpp"

namespace pagewright::forms {
namespace {

// Further lines of an answer are indented, so that none of them looks like a label of ours.
std::string indented(std::string_view value) {
  std::string text;
  for (const char letter : value) {
    text += letter;
    if (letter == '\n') text += "    ";
  }
  return text;
}

}  // namespace

mail::Message form_letter(const std::string& to, const std::string& page_name, const Submission& submission) {
  const std::string& name = submission.form_title.empty() ? page_name : submission.form_title;
  std::string text = "Somebody sent the form \"" + name + "\" on the page \"" + page_name + "\".\n\n";
  for (const FieldAnswer& answer : submission.answers)
    text += answer.label + ":\n    " + indented(answer.value) + "\n\n";
  return {.to = to, .subject = "New answers: " + name, .text = std::move(text)};
}

}  // namespace pagewright::forms
