#include "engine/liquid/html_scanner.hpp"

#include <algorithm>

#include "engine/liquid/html_nesting.hpp"

namespace pagewright::liquid {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool ends_name(char c) {
  return is_html_space(c) || c == '/' || c == '>';
}

// Whether `text` starts with </name, as far as it reaches.
bool may_start_end_tag(std::string_view text, std::string_view name) {
  for (std::size_t i = 0; i < text.size() && i < name.size() + 2; ++i) {
    const char wanted = i == 0 ? '<' : i == 1 ? '/' : name[i - 2];
    if (to_html_lower(text[i]) != wanted) return false;
  }
  return true;
}

}  // namespace

void HtmlScanner::read(std::string_view text, std::uint32_t offset, Edge next, bool is_unconditional) {
  text_ = text;
  offset_ = offset;
  next_ = next;
  is_unconditional_ = is_unconditional;
  for (at_ = 0; at_ < text_.size(); ++at_) step();
}

void HtmlScanner::step() {
  switch (context_.state) {
    case HtmlState::text:
      return read_text();
    case HtmlState::content:
      return read_content();
    case HtmlState::comment:
      return read_comment();
    case HtmlState::declaration:
      emit_current();
      if (current() == '>') context_.state = HtmlState::text;
      return;
    case HtmlState::tag_open:
    case HtmlState::end_tag_open:
      return read_tag_open();
    case HtmlState::markup_open:
      return read_markup_open();
    case HtmlState::tag_name:
      return read_tag_name();
    case HtmlState::end_tag_name:
      return read_end_tag_name();
    case HtmlState::before_attribute:
    case HtmlState::after_attribute:
      return read_before_attribute();
    case HtmlState::attribute_name:
    case HtmlState::after_attribute_name:
      return read_attribute_name();
    case HtmlState::before_value:
      return read_before_value();
    case HtmlState::double_quoted:
      return read_quoted('"');
    case HtmlState::single_quoted:
      return read_quoted('\'');
    case HtmlState::unquoted:
      return read_unquoted();
    case HtmlState::self_closing:
      return read_self_closing();
  }
}

void HtmlScanner::read_text() {
  const char c = current();
  if (is_html_space(c)) return read_white_space();
  if (c == '<') {
    context_.state = HtmlState::tag_open;
    context_.tag_offset = here();
    context_.tag.clear();
    return;
  }
  if (is_root_tag())
    fault("A component is one root element and nothing beside it.");
  else if (std::string problem = fault_of_text(context_.open); !problem.empty())
    fault(std::move(problem));
  context_.edge = Edge::other;
  read_text_character();
}

// What stands behind the & is not known yet: it must not become a character reference.
bool HtmlScanner::is_cut_reference() const {
  return current() == '&' && std::ranges::all_of(text_.substr(at_ + 1), [](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '#';
         });
}

void HtmlScanner::read_text_character() {
  if (is_cut_reference())
    emit("&amp;");
  else
    emit_current();
}

void HtmlScanner::report(CssPosition::Fault problem) {
  if (problem) fault(std::string(*problem));
}

// A run of white space with a line break in it: nothing between two tags, one space elsewhere. Other runs stay.
void HtmlScanner::read_white_space() {
  std::size_t end = at_;
  while (end < text_.size() && is_html_space(text_[end])) ++end;
  const std::string_view run = text_.substr(at_, end - at_);
  const bool meets_tag = end < text_.size() ? text_[end] == '<' : next_ == Edge::tag;
  at_ = end - 1;
  if (is_root_tag()) return;
  if (context_.is_inside("pre") || run.find('\n') == std::string_view::npos) {
    emit(run);
    context_.edge = Edge::other;
  } else if (context_.edge == Edge::other || (context_.edge == Edge::tag && !meets_tag)) {
    emit(" ");
    context_.edge = Edge::space;
  }
}

void HtmlScanner::read_content() {
  const bool may_end = current() == '<' && may_start_end_tag(text_.substr(at_), context_.tag);
  if (may_end) {
    const std::size_t behind = at_ + 2 + context_.tag.size();
    if (behind >= text_.size()) {
      fault("The end tag of <" + context_.tag + "> must be whole.");
      at_ = text_.size() - 1;
      return;
    }
    if (ends_name(text_[behind])) {
      if (context_.is_in_css()) report(context_.css.end());
      context_.state = HtmlState::tag_open;
      context_.tag_offset = here();
      context_.tag.clear();
      return;
    }
  }
  if (content_of(context_.tag) == Content::escapable) return read_text_character();
  if (context_.is_in_css()) report(context_.css.read(current(), rest()));
  emit_current();
}

// https://html.spec.whatwg.org/multipage/parsing.html#comment-state: --> ends a comment.
void HtmlScanner::read_comment() {
  const char c = current();
  emit_current();
  if (c == '-') {
    context_.dashes = static_cast<std::uint8_t>(std::min(2, context_.dashes + 1));
  } else if (c == '>' && context_.dashes >= 2) {
    context_.state = HtmlState::text;
  } else {
    if (c == '!' && context_.dashes >= 2) fault("Write no ! behind the -- of a comment.");
    context_.dashes = 0;
  }
}

void HtmlScanner::read_tag_open() {
  const char c = current();
  const bool is_end = context_.state == HtmlState::end_tag_open;
  if (is_letter(c)) {
    emit(is_end ? "</" : "<");
    context_.state = is_end ? HtmlState::end_tag_name : HtmlState::tag_name;
    --at_;
  } else if (!is_end && c == '/') {
    context_.state = HtmlState::end_tag_open;
  } else if (!is_end && c == '!') {
    context_.state = HtmlState::markup_open;
  } else {
    fault(context_.tag_offset, "A < must be followed by a tag's name; as text, write &lt;.");
    context_.state = HtmlState::text;
  }
}

void HtmlScanner::read_markup_open() {
  const std::string_view rest = text_.substr(at_);
  const bool is_doctype =
      rest.size() >= 7 && std::ranges::equal(rest.substr(0, 7), std::string_view("doctype"), {}, to_html_lower);
  if (is_component_)
    fault(context_.tag_offset, "A component holds no HTML comments and declarations: use {% comment %}.");
  if (rest.starts_with("--")) {
    context_.state = HtmlState::comment;
    context_.dashes = 2;
    emit("<!--");
    at_ += 1;
  } else if (is_doctype) {
    context_.state = HtmlState::declaration;
    emit("<!");
    --at_;
  } else {
    fault(context_.tag_offset, "Only comments and a doctype may start with <!.");
    context_.state = HtmlState::text;
  }
}

void HtmlScanner::reach_boundary(std::uint32_t offset, bool is_output) {
  const bool is_attribute = context_.state == HtmlState::before_value || context_.state == HtmlState::unquoted;
  if (is_output && is_attribute) begin_unquoted_output();
  if (context_.is_in_css())
    if (const auto problem = context_.css.reach_boundary()) fault(offset, std::string(*problem));
  switch (context_.state) {
    case HtmlState::tag_name:
      if (!is_output) finish_tag_name();
      return;
    case HtmlState::attribute_name:
    case HtmlState::unquoted:
      if (!is_output) finish_attribute();
      return;
    case HtmlState::after_attribute_name:
      if (is_output) return;
      finish_attribute();
      emit(" ");
      context_.state = HtmlState::before_attribute;
      return;
    case HtmlState::before_attribute:
      if (context_.owes_space) emit(" ");
      context_.owes_space = false;
      return;
    case HtmlState::before_value:
    case HtmlState::tag_open:
    case HtmlState::end_tag_open:
    case HtmlState::markup_open:
    case HtmlState::end_tag_name:
    case HtmlState::self_closing:
      if (!is_output) fault(offset, "A tag of Liquid cannot stand here: write this part of the HTML in one piece.");
      return;
    case HtmlState::text:
    case HtmlState::content:
    case HtmlState::comment:
    case HtmlState::declaration:
    case HtmlState::double_quoted:
    case HtmlState::single_quoted:
    case HtmlState::after_attribute:
      return;
  }
}

void HtmlScanner::finish(std::uint32_t offset) {
  if (context_.state != HtmlState::text && context_.state != HtmlState::content)
    fault(context_.state == HtmlState::comment ? offset : context_.tag_offset,
          "The template ends " + describe(context_) + ".");
  for (const OpenElement& entry : context_.open) fault(entry.offset, "<" + entry.name + "> is never closed.");
  if (is_component_ && !context_.has_root)
    fault(offset, "A component needs one root element with a class=\"…\" attribute.");
}

}  // namespace pagewright::liquid
