#include "engine/liquid/html_scanner.hpp"

#include <algorithm>

#include "engine/liquid/lexer.hpp"

namespace pagewright::liquid {
namespace {

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool ends_name(char c) {
  return is_white_space(c) || c == '/' || c == '>';
}

constexpr const char* needs_class = "The root element needs a class=\"…\" attribute, in double quotes and in no block.";

// Whether `text` starts with </name, as far as it reaches.
bool may_start_end_tag(std::string_view text, std::string_view name) {
  for (std::size_t i = 0; i < text.size() && i < name.size() + 2; ++i) {
    const char wanted = i == 0 ? '<' : i == 1 ? '/' : name[i - 2];
    if (to_lower(text[i]) != wanted) return false;
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
  if (is_white_space(c)) return read_white_space();
  if (c == '<') {
    context_.state = HtmlState::tag_open;
    context_.tag_offset = here();
    context_.tag.clear();
    return;
  }
  if (is_root_tag()) fault("A component is one root element and nothing beside it.");
  context_.edge = Edge::other;
  emit_current();
}

// A run of white space with a line break in it: nothing between two tags, one space elsewhere. Other runs stay.
void HtmlScanner::read_white_space() {
  std::size_t end = at_;
  while (end < text_.size() && is_white_space(text_[end])) ++end;
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
      context_.state = HtmlState::tag_open;
      context_.tag_offset = here();
      context_.tag.clear();
      return;
    }
  }
  if (content_of(context_.tag) == Content::style)
    if (const auto problem = context_.css.read(current())) fault(std::string(*problem));
  emit_current();
}

// https://html.spec.whatwg.org/multipage/parsing.html#comment-state: --> and --!> end a comment.
void HtmlScanner::read_comment() {
  const char c = current();
  emit_current();
  if (c == '-') {
    context_.dashes = static_cast<std::uint8_t>(std::min(2, context_.dashes + 1));
  } else if (c == '>' && context_.dashes >= 2) {
    context_.state = HtmlState::text;
  } else {
    context_.dashes = c == '!' && context_.dashes == 2 ? 3 : 0;
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
      rest.size() >= 7 && std::ranges::equal(rest.substr(0, 7), std::string_view("doctype"), {}, to_lower);
  if (is_component_) fault(context_.tag_offset, "A component holds no HTML comments: use {% comment %}.");
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

void HtmlScanner::read_tag_name() {
  const char c = current();
  if (!ends_name(c)) {
    context_.tag += to_lower(c);
    emit_current();
    return;
  }
  finish_tag_name();
  --at_;
}

void HtmlScanner::finish_tag_name() {
  context_.state = HtmlState::after_attribute;
  context_.has_class = false;
  context_.opens_window = false;
  context_.has_rel = false;
  const std::uint32_t place = context_.tag_offset;
  if (content_of(context_.tag) == Content::refused)
    fault(place, "<" + context_.tag + "> is not allowed: published pages run no scripts.");
  if (context_.tag == "style" && context_.is_foreign()) fault(place, "<style> is not allowed inside <svg> and <math>.");
  if (!is_root_tag()) return;
  if (context_.has_root)
    fault(place, "A component has exactly one root element: put both into one element.");
  else if (!is_unconditional_)
    fault(place, "The root element cannot stand in a block: make it unconditional.");
  context_.has_root = true;
}

void HtmlScanner::read_before_attribute() {
  const char c = current();
  if (is_white_space(c)) {
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
  } else if (is_white_space(c)) {
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
    context_.attribute += to_lower(c);
    emit_current();
  }
}

void HtmlScanner::read_before_value() {
  const char c = current();
  if (is_white_space(c)) return;
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
  context_.kind = kind_of_attribute(context_.tag, context_.attribute);
  context_.url = UrlPosition(context_.kind);
  context_.css = CssPosition::in_attribute();
  if (context_.kind == AttributeKind::refused)
    fault("The attribute \"" + context_.attribute + "\" is not allowed: published pages run no scripts.");
}

void HtmlScanner::read_value_character(char c) {
  context_.value += c;
  const bool is_url = context_.kind == AttributeKind::url || context_.kind == AttributeKind::image_url ||
                      context_.kind == AttributeKind::image_url_list;
  std::optional<std::string_view> problem;
  if (is_url) problem = context_.url.read(c, text_.substr(at_));
  if (context_.kind == AttributeKind::css) problem = context_.css.read(c);
  if (problem) fault(std::string(*problem));
  emit_current();
}

void HtmlScanner::read_quoted(char quote) {
  if (current() != quote) return read_value_character(current());
  if (is_root_tag() && context_.attribute == "class" && quote == '"' && !context_.has_class) {
    if (is_unconditional_) sink_.append_root_class();
    context_.has_class = is_unconditional_;
  }
  emit_current();
  finish_attribute();
}

void HtmlScanner::read_unquoted() {
  if (is_white_space(current()) || current() == '>') {
    finish_attribute();
    --at_;
    return;
  }
  const char c = current();
  if (c == '"' || c == '\'' || c == '<' || c == '=' || c == '`')
    fault("Put double quotes around this attribute's value.");
  read_value_character(c);
}

void HtmlScanner::finish_attribute() {
  const bool has_value = context_.state == HtmlState::double_quoted || context_.state == HtmlState::single_quoted ||
                         context_.state == HtmlState::unquoted;
  std::string value = has_value ? context_.value : std::string();
  std::ranges::transform(value, value.begin(), to_lower);
  if (context_.attribute == "target" && value == "_blank") context_.opens_window = true;
  if (context_.attribute == "rel") context_.has_rel = true;
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

void HtmlScanner::finish_start_tag() {
  if (context_.opens_window && !context_.has_rel &&
      (context_.tag == "a" || context_.tag == "area" || context_.tag == "form"))
    fault(context_.tag_offset, "A link with target=\"_blank\" needs rel=\"noopener\".");
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
  context_.open.push_back({context_.tag, context_.tag_offset});
  if (context_.open.size() > 256) fault(context_.tag_offset, "Elements are nested too deep.");
  if (content == Content::elements || content == Content::refused) return;
  context_.state = HtmlState::content;
  context_.edge = Edge::other;
  context_.css = CssPosition();
}

void HtmlScanner::read_end_tag_name() {
  const char c = current();
  if (c == '>') return finish_end_tag();
  if (is_white_space(c)) return;
  context_.tag += to_lower(c);
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

void HtmlScanner::reach_boundary(std::uint32_t offset, bool is_output) {
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
