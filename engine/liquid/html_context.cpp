#include "engine/liquid/html_context.hpp"

#include <algorithm>

namespace pagewright::liquid {
namespace {

bool is_between_attributes(HtmlState state) {
  return state == HtmlState::before_attribute || state == HtmlState::after_attribute;
}

OutputPlace refuse(std::string fault) {
  return {OutputEscape::html, std::move(fault)};
}

OutputPlace place_in_css(HtmlContext& context) {
  if (context.css.output()) return {OutputEscape::css_value, {}};
  return refuse("In CSS an output may only be part of a property's value, outside quotes, comments and url().");
}

OutputPlace place_in_attribute(HtmlContext& context) {
  if (has_literal_attributes_only(context.tag))
    return refuse("The attributes of <" + context.tag + "> must be literal text.");
  switch (context.kind) {
    case AttributeKind::plain:
      return {OutputEscape::html, {}};
    case AttributeKind::css:
      return place_in_css(context);
    case AttributeKind::refused:
      return refuse("An output in the attribute \"" + context.attribute + "\" could run as code.");
    case AttributeKind::url:
    case AttributeKind::image_url:
    case AttributeKind::image_url_list:
      break;
  }
  const auto escape = context.url.output();
  if (escape) return {*escape, {}};
  return refuse("This part of the URL depends on the branch taken before it: put the whole URL into one output.");
}

}  // namespace

bool HtmlContext::is_inside(std::string_view element) const {
  return std::ranges::any_of(open, [&](const OpenElement& entry) { return entry.name == element; });
}

bool HtmlContext::agrees_with(const HtmlContext& other) const {
  const bool same_state = state == other.state || (is_between_attributes(state) && is_between_attributes(other.state));
  if (!same_state || open != other.open) return false;
  if (state == HtmlState::text) return true;
  if (tag != other.tag || dashes != other.dashes) return false;
  if (!is_in_attribute_value()) return state != HtmlState::content || css.agrees_with(other.css);
  return attribute == other.attribute && (kind != AttributeKind::css || css.agrees_with(other.css));
}

std::optional<HtmlContext> join(const HtmlContext& a, const HtmlContext& b) {
  if (a.is_unreachable) return b;
  if (b.is_unreachable) return a;
  if (!a.agrees_with(b)) return std::nullopt;
  HtmlContext joined = a;
  if (a.state != b.state) joined.state = HtmlState::after_attribute;
  if (a.edge != b.edge) joined.edge = Edge::other;
  if (a.is_in_attribute_value()) joined.url = UrlPosition::join(a.url, b.url);
  joined.css = CssPosition::join(a.css, b.css);
  if (a.value != b.value) joined.value.clear();
  joined.has_root = a.has_root || b.has_root;
  joined.has_class = a.has_class && b.has_class;
  joined.opens_window = a.opens_window || b.opens_window;
  // A branch without target="_blank" needs no rel.
  joined.has_rel = a.opens_window == b.opens_window ? a.has_rel && b.has_rel : a.opens_window ? a.has_rel : b.has_rel;
  return joined;
}

std::string describe(const HtmlContext& context) {
  switch (context.state) {
    case HtmlState::text:
      return context.open.empty() ? "outside all elements" : "inside <" + context.open.back().name + ">";
    case HtmlState::content:
      return "inside <" + context.tag + ">";
    case HtmlState::comment:
      return "in a comment";
    case HtmlState::double_quoted:
    case HtmlState::single_quoted:
      return "in the attribute \"" + context.attribute + "\" of <" + context.tag + ">";
    default:
      return "in the tag of <" + context.tag + ">";
  }
}

OutputPlace place_output(HtmlContext& context) {
  switch (context.state) {
    case HtmlState::text:
      context.edge = Edge::other;
      return {OutputEscape::html, {}};
    case HtmlState::content:
      if (content_of(context.tag) == Content::style) return place_in_css(context);
      if (content_of(context.tag) == Content::escapable) return {OutputEscape::html, {}};
      return refuse("An output cannot stand inside <" + context.tag + ">.");
    case HtmlState::comment:
      return refuse("An output cannot stand in an HTML comment.");
    case HtmlState::declaration:
    case HtmlState::markup_open:
      return refuse("An output cannot stand in a declaration.");
    case HtmlState::tag_open:
    case HtmlState::tag_name:
      context.state = HtmlState::tag_name;
      return refuse("An output cannot be part of a tag's name.");
    case HtmlState::end_tag_open:
    case HtmlState::end_tag_name:
      context.state = HtmlState::end_tag_name;
      if (!context.open.empty()) context.tag = context.open.back().name;  // so that it isn't reported a second time
      return refuse("An output cannot be part of a tag's name.");
    case HtmlState::before_attribute:
    case HtmlState::attribute_name:
    case HtmlState::after_attribute_name:
    case HtmlState::after_attribute:
    case HtmlState::self_closing:
      return refuse("An output cannot be the name of an attribute.");
    case HtmlState::before_value:
    case HtmlState::unquoted:
      context.state = HtmlState::unquoted;
      context.kind = AttributeKind::plain;
      return refuse("Put double quotes around this attribute's value.");
    case HtmlState::double_quoted:
    case HtmlState::single_quoted:
      return place_in_attribute(context);
  }
  std::unreachable();
}

}  // namespace pagewright::liquid
