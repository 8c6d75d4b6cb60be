// Tags and attributes.
#include <algorithm>

#include "engine/liquid/html_nesting.hpp"
#include "engine/liquid/html_reference.hpp"
#include "engine/liquid/html_scanner.hpp"

namespace pagewright::liquid {
namespace {

constexpr const char* needs_class = "The root element needs a class=\"…\" attribute, in double quotes and in no block.";

bool ends_name(char c) {
  return is_html_space(c) || c == '/' || c == '>';
}

}  // namespace

void HtmlScanner::read_tag_name() {
  const char c = current();
  if (!ends_name(c)) {
    context_.tag += to_html_lower(c);
    emit_current();
    return;
  }
  finish_tag_name();
  --at_;
}

void HtmlScanner::finish_tag_name() {
  context_.state = HtmlState::after_attribute;
  context_.has_class = false;
  context_.link = LinkPaths();
  check_nesting();
  const std::uint32_t place = context_.tag_offset;
  if (!is_root_tag()) return;
  if (context_.has_root)
    fault(place, "A component has exactly one root element: put both into one element.");
  else if (!is_unconditional_)
    fault(place, "The root element cannot stand in a block or a partial: write it into the template itself.");
  context_.has_root = true;
}

void HtmlScanner::check_nesting() {
  const std::string& tag = context_.tag;
  const bool is_foreign = context_.is_foreign();
  std::string problem;
  if (const std::string_view refusal = refusal_of_element(tag); !refusal.empty())
    problem = "<" + tag + "> is not allowed: " + std::string(refusal) + ".";
  else if (tag == "style" && is_foreign)
    problem = "<style> is not allowed inside <svg> and <math>: put it before them.";
  else if (is_component_ && (tag == "html" || tag == "head" || tag == "body"))
    problem = "<" + tag + "> is the page's own: a component is an element of its content.";
  else
    problem = fault_of_nesting(context_.open, tag, is_foreign);
  if (!problem.empty()) fault(context_.tag_offset, std::move(problem));
}

void HtmlScanner::read_before_attribute() {
  const char c = current();
  if (is_html_space(c)) {
    if (context_.state == HtmlState::after_attribute) context_.owes_space = true;
    context_.state = HtmlState::before_attribute;
  } else if (c == '>') {
    finish_start_tag();
  } else if (c == '/') {
    context_.state = HtmlState::self_closing;
  } else if (context_.state == HtmlState::after_attribute) {
    fault("Put a space before the next attribute.");
    context_.state = HtmlState::before_attribute;
    context_.owes_space = true;
    --at_;
  } else {
    if (context_.owes_space) emit(" ");
    context_.owes_space = false;
    context_.state = HtmlState::attribute_name;
    context_.attribute.clear();
    --at_;
  }
}

void HtmlScanner::read_attribute_name() {
  const char c = current();
  if (c == '=' && !context_.attribute.empty()) {
    emit_current();
    context_.state = HtmlState::before_value;
  } else if (is_html_space(c)) {
    context_.state = HtmlState::after_attribute_name;
  } else if (c == '/' || c == '>') {
    finish_attribute();
    --at_;
  } else if (context_.state == HtmlState::after_attribute_name) {
    finish_attribute();
    context_.state = HtmlState::before_attribute;
    context_.owes_space = true;
    --at_;
  } else {
    if (c == '"' || c == '\'' || c == '<' || c == '=') fault("This character cannot be part of an attribute's name.");
    context_.attribute += to_html_lower(c);
    emit_current();
  }
}

void HtmlScanner::read_before_value() {
  const char c = current();
  if (is_html_space(c)) return;
  if (c == '>') {
    fault("This attribute has no value: remove the = sign.");
    finish_attribute();
    --at_;
    return;
  }
  if (c == '"' || c == '\'') {
    emit_current();
    begin_value(c == '"' ? HtmlState::double_quoted : HtmlState::single_quoted);
  } else {
    begin_value(HtmlState::unquoted);
    --at_;
  }
}

void HtmlScanner::begin_value(HtmlState state) {
  context_.state = state;
  context_.value.clear();
  context_.gains_quotes = false;
  context_.kind = kind_of_attribute(context_.tag, context_.attribute);
  context_.url = UrlPosition(context_.kind);
  context_.css = context_.kind == AttributeKind::css_value ? CssPosition::in_value() : CssPosition::in_attribute();
  check_allowed();
}

void HtmlScanner::check_allowed() {
  if (kind_of_attribute(context_.tag, context_.attribute) == AttributeKind::refused)
    fault("The attribute \"" + context_.attribute + "\" is not allowed: published pages run no scripts.");
}

// An unquoted value is held back until it ends: where an output comes, it is published in quotes.
void HtmlScanner::begin_unquoted_output() {
  if (context_.state == HtmlState::before_value) begin_value(HtmlState::unquoted);
  if (context_.gains_quotes) return;
  emit("\"" + context_.value);
  context_.gains_quotes = true;
}

void HtmlScanner::emit_value(std::string_view text) {
  const bool is_held_back = context_.state == HtmlState::unquoted && !context_.gains_quotes;
  if (!is_held_back) emit(text);
  context_.value += text;
}

void HtmlScanner::read_value_character() {
  if (is_cut_reference()) {
    if (is_url(context_.kind)) report(context_.url.read('&', rest()));
    if (is_css(context_.kind)) report(context_.css.read('&', rest()));
    return emit_value("&amp;");
  }
  Reference reference{.character = current(), .size = 1};
  const bool is_in_scheme = is_url(context_.kind) && context_.url.may_be_in_scheme();
  if (current() == '&' && (is_url(context_.kind) || is_css(context_.kind)) && !is_in_scheme) {
    const auto decoded = read_reference(rest());
    if (decoded)
      reference = *decoded;
    else if (is_css(context_.kind))
      fault(
          "Write this character itself, or as a number (&#x2022;): only &amp; &lt; &gt; &quot; &apos; are known here.");
  }
  if (is_url(context_.kind)) report(context_.url.read(reference.character, rest()));
  if (is_css(context_.kind)) report(context_.css.read(reference.character, rest()));
  emit_value(text_.substr(at_, reference.size));
  at_ += reference.size - 1;
}

void HtmlScanner::read_quoted(char quote) {
  if (current() != quote) return read_value_character();
  if (is_root_tag() && context_.attribute == "class" && quote == '"' && !context_.has_class) {
    if (is_unconditional_) sink_.append_root_class();
    context_.has_class = is_unconditional_;
  }
  complete_rel(rest().substr(1), true);
  emit_current();
  finish_attribute();
}

void HtmlScanner::read_unquoted() {
  if (is_html_space(current()) || current() == '>') {
    finish_attribute();
    --at_;
    return;
  }
  const char c = current();
  if (c == '"' || c == '\'' || c == '<' || c == '=' || c == '`')
    fault("Put double quotes around this attribute's value.");
  read_value_character();
}

void HtmlScanner::check_value() {
  if (is_css(context_.kind)) report(context_.css.end());
  const std::string_view refusal = refusal_of_value(context_.tag, context_.attribute, context_.value);
  if (!refusal.empty()) fault(std::string(refusal));
  // The rel that counts is that of the form, which may be any form of the page.
  if (context_.attribute == "formtarget" && may_be_blank(context_.value))
    fault("A button's window would reach the page that it came from: write target=\"_blank\" on the <form>.");
}

// An author's own rel is kept; where the tag may open a window, noopener is added to it.
void HtmlScanner::complete_rel(std::string_view rest_of_tag, bool has_value) {
  if (context_.attribute != "rel" || !opens_windows(context_.tag)) return;
  context_.link.add_rel();
  const bool is_needed = context_.link.may_open_window() || may_hold_target(rest_of_tag);
  if (!is_needed || keeps_opener_away(context_.value)) return;
  if (has_value) emit(context_.value.empty() ? "noopener" : " noopener");
  if (!has_value) emit("=\"noopener\"");
}

void HtmlScanner::emit_unquoted_end() {
  const std::size_t size = context_.value.size();
  if (!context_.gains_quotes && context_.attribute == "rel" && opens_windows(context_.tag)) begin_unquoted_output();
  if (!context_.gains_quotes) return emit(std::string_view(context_.value).substr(0, size));
  complete_rel(rest(), true);
  emit("\"");
}

void HtmlScanner::finish_attribute() {
  const bool is_quoted = context_.state == HtmlState::double_quoted || context_.state == HtmlState::single_quoted;
  const bool is_unquoted = context_.state == HtmlState::unquoted;
  if (is_quoted || is_unquoted) check_value();
  if (is_unquoted) emit_unquoted_end();
  if (!is_quoted && !is_unquoted) {
    check_allowed();
    context_.value.clear();
    complete_rel(rest(), false);
  }
  if (context_.attribute == "target") context_.link.add_target(context_.value);
  context_.attribute.clear();
  context_.state = HtmlState::after_attribute;
}

void HtmlScanner::read_self_closing() {
  if (current() != '>') {
    fault("A / in a tag must be followed by >.");
    context_.state = HtmlState::before_attribute;
    --at_;
    return;
  }
  if (context_.is_foreign() || context_.tag == "svg" || context_.tag == "math") {
    finish_link();
    if (is_root_tag()) sink_.append_root_attributes();
    if (is_root_tag() && !context_.has_class) fault(context_.tag_offset, needs_class);
    emit("/>");
    context_.state = HtmlState::text;
    context_.edge = Edge::tag;
    return;
  }
  if (content_of(context_.tag) != Content::none)
    fault(context_.tag_offset, "<" + context_.tag + "/> does not close itself in HTML: write <" + context_.tag + "></" +
                                   context_.tag + ">.");
  finish_start_tag();
}

void HtmlScanner::finish_link() {
  if (!opens_windows(context_.tag)) return;
  switch (context_.link.need()) {
    case LinkPaths::Need::nothing:
      return;
    case LinkPaths::Need::rel:
      return emit(" rel=\"noopener\"");
    case LinkPaths::Need::one_rel:
      return fault(
          context_.tag_offset,
          "This link may open a window, and has a rel attribute in some branches only: write rel in all of them "
          "or in none, or beside target=\"_blank\" in the same branch.");
  }
}

void HtmlScanner::finish_start_tag() {
  finish_link();
  if (is_root_tag()) {
    if (!context_.has_class) fault(context_.tag_offset, needs_class);
    if (!is_unconditional_) fault("The root's start tag cannot end inside a block.");
    sink_.append_root_attributes();
  }
  emit(">");
  context_.state = HtmlState::text;
  context_.edge = Edge::tag;
  context_.owes_space = false;
  open_content();
}

void HtmlScanner::open_content() {
  const Content content = context_.is_foreign() ? Content::elements : content_of(context_.tag);
  if (content == Content::none) return;
  if (context_.open.size() >= 256) return fault(context_.tag_offset, "Elements may nest 256 deep at most.");
  context_.open.push_back({context_.tag, context_.tag_offset, context_.namespace_of(context_.tag)});
  if (content == Content::elements || content == Content::refused) return;
  context_.state = HtmlState::content;
  context_.edge = Edge::other;
  context_.css = CssPosition();
}

void HtmlScanner::read_end_tag_name() {
  const char c = current();
  if (c == '>') return finish_end_tag();
  if (is_html_space(c)) return;
  context_.tag += to_html_lower(c);
  emit_current();
}

void HtmlScanner::finish_end_tag() {
  emit(">");
  context_.state = HtmlState::text;
  context_.edge = Edge::tag;
  auto& open = context_.open;
  if (!open.empty() && open.back().name == context_.tag) {
    open.pop_back();
    return;
  }
  const std::string expected = open.empty() ? "no element is open" : "<" + open.back().name + "> is open";
  fault(context_.tag_offset, "</" + context_.tag + "> closes nothing: " + expected + ".");
  const auto match = std::ranges::find(open.rbegin(), open.rend(), context_.tag, &OpenElement::name);
  if (match != open.rend()) open.erase(std::prev(match.base()), open.end());
}

}  // namespace pagewright::liquid
