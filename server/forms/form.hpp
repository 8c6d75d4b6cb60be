// A form of a page, as its components describe it: what it asks for, and whether answers are what it asks for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/document.hpp"
#include "server/http/request.hpp"

namespace pagewright::forms {

// What a browser would check as well (https://html.spec.whatwg.org/multipage/input.html).
enum class FieldKind : std::uint8_t { line, text, email, url, number, date, time, moment, month, choice, tick, secret };

struct Field {
  std::string name;
  std::string label;  // as the visitor read it; never empty
  FieldKind kind = FieldKind::line;
  bool is_required = false;
  std::size_t most_characters = 1000;
  std::vector<std::string> choices = {};  // of choice and tick: what may be sent
  std::string least = {};                 // of days and times: the first and the last that may be sent; any where
  std::string most = {};                  // it is none. Of times the first may be the later one: over midnight
};

struct Form {
  std::string id;  // of its node
  std::string title;
  std::string thanks_url;  // where the visitor is sent afterwards; empty: back to the page
  std::string notify;      // the e-mail address that is told; empty: none
  std::vector<Field> fields;
};

// Nothing where the page has no form of that id, or one that sends its answers elsewhere.
[[nodiscard]] std::optional<Form> read_form(const document::Document& document, const schema::Catalog& catalog,
                                            std::string_view id);

// A field that people don't see and programs fill in.
inline constexpr std::string_view trap_field = "pw-leave-empty";

struct FieldAnswer {
  std::string name;
  std::string label;
  std::string value;  // of several with one name: a line each
  bool operator==(const FieldAnswer&) const = default;
};

struct Fault {
  std::string label;    // of the field
  std::string message;  // "must be an e-mail address"
};

struct Answers {
  std::vector<FieldAnswer> fields;  // as the form has them, without those that were left empty
  std::vector<Fault> faults;        // where there are any, nothing may be kept
};

// What the form doesn't ask for is left out, and so is what is typed into a field for passwords.
[[nodiscard]] Answers read_answers(const Form& form, const http::Parameters& sent);

}  // namespace pagewright::forms
