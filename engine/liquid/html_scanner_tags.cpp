// Tags and attributes.
#include <algorithm>

#include "engine/liquid/html_scanner.hpp"
#include "engine/liquid/lexer.hpp"

namespace pagewright::liquid {
namespace {

constexpr const char* needs_class = "The root element needs a class=\"…\" attribute, in double quotes and in no block.";

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool ends_name(char c) {
  return is_white_space(c) || c == '/' || c == '>';
}

}  // namespace

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
  if (context_.open.size() >= 256) return fault(context_.tag_offset, "Elements may nest 256 deep at most.");
  context_.open.push_back({context_.tag, context_.tag_offset});
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

}  // namespace pagewright::liquid
