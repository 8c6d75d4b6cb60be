// What a visitor sent, held against the form.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ranges>

#include "engine/base/utf8.hpp"
#include "server/base/fields.hpp"
#include "server/forms/form.hpp"

namespace pagewright::forms {
namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}
bool is_letter_or_digit(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool is_domain_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char letter) { return is_letter_or_digit(letter) || letter == '-'; });
}

// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  const auto is_atom = [](char letter) {
    return is_letter_or_digit(letter) || std::string_view(".!#$%&'*+/=?^_`{|}~-").contains(letter);
  };
  if (!std::ranges::all_of(text.substr(0, at), is_atom)) return false;
  return std::ranges::all_of(std::views::split(text.substr(at + 1), '.'),
                             [](auto label) { return is_domain_label(std::string_view(label)); });
}

// An absolute URL: a scheme, and something after it.
bool is_url(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size() || is_digit(text.front())) return false;
  const auto scheme = text.substr(0, colon);
  return !scheme.empty() && std::ranges::all_of(scheme, [](char letter) {
    return is_letter_or_digit(letter) || letter == '+' || letter == '-' || letter == '.';
  }) && text.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
}

bool is_number(std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc{} && end == text.data() + text.size() && value - value == 0;
}

// Each # of the pattern is a digit.
bool has_form(std::string_view text, std::string_view pattern) {
  return std::ranges::equal(
      text, pattern, [](char letter, char wanted) { return wanted == '#' ? is_digit(letter) : letter == wanted; });
}
int number_at(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_date(std::string_view text) {
  if (!has_form(text, "####-##-##")) return false;
  const std::chrono::year_month_day day{std::chrono::year(number_at(text, 0) * 100 + number_at(text, 2)),
                                        std::chrono::month(static_cast<unsigned>(number_at(text, 5))),
                                        std::chrono::day(static_cast<unsigned>(number_at(text, 8)))};
  return day.ok();
}

bool is_time(std::string_view text) {
  if (!has_form(text, "##:##") && !has_form(text, "##:##:##")) return false;
  return number_at(text, 0) < 24 && number_at(text, 3) < 60 && (text.size() == 5 || number_at(text, 6) < 60);
}

bool is_moment(std::string_view text) {
  return text.size() > 11 && text[10] == 'T' && is_date(text.substr(0, 10)) && is_time(text.substr(11));
}
bool is_month(std::string_view text) {
  return text.size() == 7 && is_date(std::string(text) + "-01");
}

// Days and times are written so that the earlier one is the lesser text. What is none of them bounds nothing, as in
// browsers (https://html.spec.whatwg.org/multipage/input.html#the-min-and-max-attributes).
std::string fault_of_bounds(const Field& field, std::string_view value, bool (*is_of_kind)(std::string_view)) {
  const bool has_least = is_of_kind(field.least);
  const bool has_most = is_of_kind(field.most);
  const bool is_early = has_least && value < field.least;
  const bool is_late = has_most && value > field.most;
  // Over midnight (https://html.spec.whatwg.org/multipage/input.html#has-a-reversed-range).
  if (field.kind == FieldKind::time && has_least && has_most && field.most < field.least)
    return is_early && is_late ? "must be between " + field.least + " and " + field.most : std::string();
  if (is_early) return "must not be before " + field.least;
  if (is_late) return "must not be after " + field.most;
  return {};
}

bool is_choice(const Field& field, std::string_view value) {
  return std::ranges::find(field.choices, value) != field.choices.end();
}

// What is wrong with a value that is not empty; empty: nothing.
std::string fault_of(const Field& field, std::string_view value) {
  const auto must = [](bool holds, std::string_view what) { return holds ? std::string() : std::string(what); };
  switch (field.kind) {
    case FieldKind::line:
    case FieldKind::text:
    case FieldKind::secret:
      return {};
    case FieldKind::email:
      return must(is_email(value), "must be an e-mail address such as ada@example.org");
    case FieldKind::url:
      return must(is_url(value), "must be a web address such as https://example.org");
    case FieldKind::number:
      return must(is_number(value), "must be a number");
    case FieldKind::date:
      return is_date(value) ? fault_of_bounds(field, value, is_date) : "must be a date such as 2026-11-25";
    case FieldKind::time:
      return is_time(value) ? fault_of_bounds(field, value, is_time) : "must be a time such as 14:30";
    case FieldKind::moment:
      return is_moment(value) ? fault_of_bounds(field, value, is_moment)
                              : "must be a day and a time such as 2026-11-25T14:30";
    case FieldKind::month:
      return is_month(value) ? fault_of_bounds(field, value, is_month) : "must be a month such as 2026-11";
    case FieldKind::choice:
    case FieldKind::tick:
      return must(is_choice(field, value), "must be one of the choices of the form");
  }
  __builtin_unreachable();
}

// Browsers send line breaks as CR LF, and none in a field of one line.
std::string with_plain_breaks(const Field& field, std::string_view sent) {
  std::string value;
  for (const char letter : sent) {
    if (letter == '\r') continue;
    value += letter == '\n' && field.kind != FieldKind::text ? ' ' : letter;
  }
  return value;
}

// The values sent by a name, each taken by one of the fields that have it.
class Sent {
 public:
  explicit Sent(const http::Parameters& fields) : fields_(fields), is_taken_(fields.size(), false) {}

  // The next one that is for `field`. A box that is not ticked sends nothing: where others have its name, only its own
  // value is for it.
  std::string take(const Field& field, bool shares_name) {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const auto& [name, value] = fields_[i];
      if (is_taken_[i] || name != field.name) continue;
      if (shares_name && field.kind == FieldKind::tick && !is_choice(field, value)) continue;
      is_taken_[i] = true;
      return value;
    }
    return {};
  }

 private:
  const http::Parameters& fields_;
  std::vector<bool> is_taken_;
};

void add(std::vector<FieldAnswer>& answers, const Field& field, std::string value) {
  const auto before = std::ranges::find(answers, field.name, &FieldAnswer::name);
  if (before != answers.end())
    before->value += "\n" + value;
  else
    answers.push_back({field.name, field.label, std::move(value)});
}

}  // namespace

Answers read_answers(const Form& form, const http::Parameters& sent) {
  Answers answers;
  Sent values(sent);
  for (const Field& field : form.fields) {
    const bool shares_name = std::ranges::count(form.fields, field.name, &Field::name) > 1;
    const std::string value = with_plain_breaks(field, values.take(field, shares_name));
    const std::string_view content = trimmed(value);
    if (content.empty()) {
      if (field.is_required)
        answers.faults.push_back({field.label, field.kind == FieldKind::tick ? "must be ticked" : "must be filled in"});
      continue;
    }
    if (count_characters(value) > field.most_characters) {
      answers.faults.push_back(
          {field.label, "may have at most " + std::to_string(field.most_characters) + " characters"});
      continue;
    }
    if (std::string fault = fault_of(field, content); !fault.empty()) {
      answers.faults.push_back({field.label, std::move(fault)});
      continue;
    }
    if (field.kind != FieldKind::secret) add(answers.fields, field, std::string(content));
  }
  return answers;
}

}  // namespace pagewright::forms
