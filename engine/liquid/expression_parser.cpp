#include "engine/liquid/expression_parser.hpp"

#include "engine/base/utf8.hpp"
#include "engine/liquid/lexer.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_character(char c) {
  return is_name_start(c) || is_digit(c) || c == '-';
}

}  // namespace

ExpressionParser::ExpressionParser(std::string_view source, std::string_view markup, DiagnosticList& faults,
                                   Rigour rigour)
    : markup_(markup),
      base_(static_cast<std::size_t>(markup.data() - source.data())),
      rigour_(rigour),
      faults_(faults) {}

void ExpressionParser::fail_at(std::uint32_t offset, std::string message) {
  if (!has_failed_ && rigour_ == Rigour::strict) faults_.report(offset, std::move(message));
  has_failed_ = true;
  at_ = markup_.size();
}

void ExpressionParser::skip_white_space() {
  while (at_ < markup_.size() && is_white_space(markup_[at_])) ++at_;
}

bool ExpressionParser::is_at_end() {
  skip_white_space();
  return at_ == markup_.size();
}

bool ExpressionParser::accept(std::string_view mark) {
  skip_white_space();
  if (!markup_.substr(at_).starts_with(mark)) return false;
  at_ += mark.size();
  return true;
}

bool ExpressionParser::accept_word(std::string_view word) {
  skip_white_space();
  if (peek_name() != word) return false;
  at_ += word.size();
  return true;
}

void ExpressionParser::expect(std::string_view mark) {
  if (!accept(mark)) fail("Expected " + std::string(mark) + " here.");
}

void ExpressionParser::expect_end() {
  if (rigour_ == Rigour::strict && !is_at_end())
    fail("Unexpected text: \"" + std::string(start_of(markup_.substr(at_), 20)) + "\".");
}

std::string_view ExpressionParser::peek_name() {
  if (at_ == markup_.size() || !is_name_start(markup_[at_])) return {};
  std::size_t end = at_ + 1;
  while (end < markup_.size() && is_name_character(markup_[end])) ++end;
  if (end < markup_.size() && markup_[end] == '?') ++end;
  return markup_.substr(at_, end - at_);
}

std::string_view ExpressionParser::parse_name(std::string_view purpose) {
  skip_white_space();
  const std::string_view name = peek_name();
  if (name.empty()) fail("Expected " + std::string(purpose) + " here.");
  at_ += name.size();
  return name;
}

std::string_view ExpressionParser::parse_target() {
  skip_white_space();
  const auto is_target = [](char c) { return is_name_character(c) || c == '.' || c == '[' || c == ']'; };
  std::size_t end = at_;
  while (end < markup_.size() && is_target(markup_[end])) ++end;
  const std::string_view name = markup_.substr(at_, end - at_);
  if (name.empty() || name.front() == '-') {
    fail("Expected a variable's name here.");
    return {};
  }
  at_ += name.size();
  return name;
}

std::string_view ExpressionParser::parse_rest() {
  skip_white_space();
  const std::string_view rest = markup_.substr(at_);
  at_ = markup_.size();
  return rest;
}

std::string ExpressionParser::compact_text(std::size_t begin, std::size_t end) const {
  std::string text;
  char quote = 0;
  for (const char c : markup_.substr(begin, end - begin)) {
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
    if (quote != 0 || !is_white_space(c)) text += c;
  }
  return text;
}

Expression ExpressionParser::parse_operand() {
  skip_white_space();
  if (nested_ >= most_nested) fail("This expression is nested too deep.");
  const std::uint32_t begin = offset();
  if (at_ == markup_.size()) {
    fail("Expected a value here.");
    return {};
  }
  ++nested_;
  const char c = markup_[at_];
  const bool is_negative = c == '-' && at_ + 1 < markup_.size() && is_digit(markup_[at_ + 1]);
  Expression result;
  if (c == '"' || c == '\'')
    result = parse_string();
  else if (is_digit(c) || is_negative)
    result = parse_number_literal();
  else if (c == '(')
    result = parse_range();
  else if (c == '[')
    result = parse_bracketed_path();
  else
    result = parse_path();
  --nested_;
  result.offset = begin;
  return result;
}

Expression ExpressionParser::parse_string() {
  const std::size_t end = markup_.find(markup_[at_], at_ + 1);
  if (end == std::string_view::npos) {
    fail("This text is never closed: add the quote.");
    return {};
  }
  const std::string_view text = markup_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  return {Value::of(text)};
}

Expression ExpressionParser::parse_number_literal() {
  std::size_t end = at_ + 1;
  while (end < markup_.size() && is_digit(markup_[end])) ++end;
  if (end + 1 < markup_.size() && markup_[end] == '.' && is_digit(markup_[end + 1])) {
    ++end;
    while (end < markup_.size() && is_digit(markup_[end])) ++end;
  }
  const Value number = parse_number(markup_.substr(at_, end - at_));
  at_ = end;
  return {number};
}

Expression ExpressionParser::parse_range() {
  expect("(");
  auto first = std::make_unique<Expression>(parse_operand());
  expect("..");
  auto last = std::make_unique<Expression>(parse_operand());
  expect(")");
  return {RangeLiteral{std::move(first), std::move(last)}};
}

void ExpressionParser::parse_steps(Path& path) {
  while (!has_failed_ && path.steps.size() < most_parts) {
    skip_white_space();
    if (markup_.substr(at_).starts_with("..")) break;
    if (accept("[")) {
      path.steps.push_back({{}, std::make_unique<Expression>(parse_operand())});
      expect("]");
    } else if (accept(".")) {
      path.steps.push_back({parse_name("a property's name"), nullptr});
    } else {
      break;
    }
  }
}

// ["a name"].member, [name].member
Expression ExpressionParser::parse_bracketed_path() {
  expect("[");
  Path path;
  Expression name = parse_operand();
  expect("]");
  const Value* literal = std::get_if<Value>(&name.form);
  if (literal && literal->is_string())
    path.root = literal->text();
  else
    path.named_by = std::make_unique<Expression>(std::move(name));
  parse_steps(path);
  return {std::move(path)};
}

Expression ExpressionParser::parse_path() {
  const std::string_view root = parse_name("a value");
  Path path{root, nullptr, {}};
  parse_steps(path);
  if (!path.steps.empty()) return {std::move(path)};
  if (root == "true") return {Value::of(true)};
  if (root == "false") return {Value::of(false)};
  if (root == "nil" || root == "null" || root.empty()) return {Value()};
  if (root == "empty") return {Value::empty()};
  if (root == "blank") return {Value::blank()};
  return {std::move(path)};
}

FilterCall ExpressionParser::parse_filter() {
  skip_white_space();
  FilterCall call{.offset = offset()};
  call.name = parse_name("a filter's name");
  if (!accept(":")) return call;
  do {
    skip_white_space();
    const std::size_t begin = at_;
    const std::string_view name = peek_name();
    at_ += name.size();
    if (!name.empty() && accept(":")) {
      call.named.push_back({name, parse_operand()});
    } else {
      at_ = begin;
      call.arguments.push_back(parse_operand());
    }
    if (call.arguments.size() + call.named.size() > most_arguments)
      fail_at(call.offset, "This filter has too many arguments.");
  } while (!has_failed_ && accept(","));
  return call;
}

void ExpressionParser::skip_to_filter() {
  char quote = 0;
  for (; at_ < markup_.size(); ++at_) {
    const char c = markup_[at_];
    if (quote == 0 && c == '|') return;
    if (quote == 0 && (c == '"' || c == '\''))
      quote = c;
    else if (c == quote)
      quote = 0;
  }
}

FilteredExpression ExpressionParser::parse_filtered() {
  FilteredExpression result{parse_operand(), {}};
  if (rigour_ == Rigour::lax) skip_to_filter();
  while (!has_failed_ && accept("|")) {
    result.filters.push_back(parse_filter());
    if (rigour_ == Rigour::lax) skip_to_filter();
    if (result.filters.size() > most_parts) fail("There are too many filters.");
  }
  return result;
}

Comparison ExpressionParser::parse_comparison() {
  if (accept("==")) return Comparison::equal;
  if (accept("!=") || accept("<>")) return Comparison::not_equal;
  if (accept("<=")) return Comparison::less_or_equal;
  if (accept(">=")) return Comparison::greater_or_equal;
  if (accept("<")) return Comparison::less;
  if (accept(">")) return Comparison::greater;
  return accept_word("contains") ? Comparison::contains : Comparison::none;
}

// What stands where an operator would. A word that goes on with the condition is none.
std::string_view ExpressionParser::skip_unknown_operator() {
  skip_white_space();
  const std::size_t begin = at_;
  if (const std::string_view word = peek_name(); word == "and" || word == "or") return {};
  const auto belongs = [](char c) {
    return c == '=' || c == '!' || c == '<' || c == '>' || c == '_' || (c >= 'a' && c <= 'z');
  };
  while (at_ < markup_.size() && belongs(markup_[at_])) ++at_;
  const std::string_view found = markup_.substr(begin, at_ - begin);
  if (!found.empty() && !is_at_end()) static_cast<void>(parse_operand());
  return found;
}

Condition ExpressionParser::parse_condition() {
  Condition condition;
  while (!has_failed_) {
    ConditionPart part;
    part.left = parse_operand();
    part.comparison = parse_comparison();
    if (part.comparison != Comparison::none)
      part.right = parse_operand();
    else if (rigour_ == Rigour::lax)
      part.unknown_operator = skip_unknown_operator();
    if (accept_word("and"))
      part.link = Link::conjunction;
    else if (accept_word("or"))
      part.link = Link::disjunction;
    condition.push_back(std::move(part));
    if (condition.back().link == Link::none) break;
    if (condition.size() >= most_parts) fail("This condition is too long.");
  }
  expect_end();
  return condition;
}

}  // namespace pagewright::liquid
