#include "engine/liquid/html_context.hpp"

#include <algorithm>

#include "engine/liquid/html_nesting.hpp"

namespace pagewright::liquid {
namespace {

bool is_between_attributes(HtmlState state) {
  return state == HtmlState::before_attribute || state == HtmlState::after_attribute;
}

OutputPlace refuse(std::string fault) {
  return {OutputEscape::html, std::move(fault)};
}

OutputPlace place_in_css(HtmlContext& context) {
  const CssOutput output = context.css.output();
  return {output.escape, std::string(output.fault)};
}

std::string attribute_of(const HtmlContext& context) {
  return "the attribute \"" + context.attribute + "\" of <" + context.tag + ">";
}

OutputPlace place_in_attribute(HtmlContext& context) {
  context.value += undecided;
  if (has_literal_attributes_only(context.tag))
    return refuse("The attributes of <" + context.tag +
                  "> decide what a browser loads or does: they must be literal text. Choose among them with {% if %}.");
  switch (context.kind) {
    case AttributeKind::plain:
      return {OutputEscape::html, {}};
    case AttributeKind::css:
    case AttributeKind::css_value:
      return place_in_css(context);
    case AttributeKind::literal:
      return refuse("An output cannot stand in " + attribute_of(context) +
                    ", which says what a browser allows: write it as literal text.");
    case AttributeKind::refused:
      return refuse("An output in " + attribute_of(context) + " could run as code: remove the attribute.");
    case AttributeKind::url:
    case AttributeKind::url_list:
    case AttributeKind::image_url:
    case AttributeKind::image_url_list:
      break;
  }
  const auto escape = context.url.output();
  if (escape) return {*escape, {}};
  return refuse("This part of the URL depends on the branch taken before it: put the whole URL into one output.");
}

}  // namespace

// https://html.spec.whatwg.org/multipage/parsing.html#html-integration-point, #mathml-text-integration-point
bool holds_html(const OpenElement& element) {
  const std::string name = " " + element.name + " ";
  switch (element.of) {
    case Namespace::html:
      return false;
    case Namespace::svg:
      return std::string_view(" foreignobject desc title ").contains(name);
    case Namespace::math:
      return std::string_view(" mi mo mn ms mtext ").contains(name);
  }
  std::unreachable();
}

bool HtmlContext::is_inside(std::string_view element) const {
  return std::ranges::any_of(open, [&](const OpenElement& entry) { return entry.name == element; });
}

bool HtmlContext::is_in_css() const {
  if (state == HtmlState::content) return content_of(tag) == Content::style;
  return is_in_attribute_value() && is_css(kind);
}

// Each open element knows its namespace, so the innermost decides.
bool HtmlContext::is_foreign() const {
  return !open.empty() && open.back().of != Namespace::html && !holds_html(open.back());
}

Namespace HtmlContext::namespace_of(std::string_view element) const {
  if (is_foreign()) return open.back().of;
  if (element == "svg") return Namespace::svg;
  return element == "math" ? Namespace::math : Namespace::html;
}

bool HtmlContext::agrees_with(const HtmlContext& other) const {
  const bool same_state = state == other.state || (is_between_attributes(state) && is_between_attributes(other.state));
  if (!same_state || open != other.open) return false;
  if (state == HtmlState::text) return true;
  if (tag != other.tag || dashes != other.dashes) return false;
  if (!is_in_attribute_value()) return state != HtmlState::content || css.agrees_with(other.css);
  return attribute == other.attribute && (!is_css(kind) || css.agrees_with(other.css));
}

bool HtmlContext::may_repeat(const HtmlContext& start) const {
  if (!start.agrees_with(*this)) return false;
  // Where the body wants a space before it, there must be one each time.
  if (state != start.state && start.state != HtmlState::after_attribute) return false;
  if (is_in_attribute_value() && is_url(kind) && url != start.url) return false;
  return !is_in_css() || css.may_repeat(start.css);
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
  if (a.value != b.value) joined.value = undecided;
  joined.has_root = a.has_root || b.has_root;
  joined.has_class = a.has_class && b.has_class;
  joined.link = LinkPaths::join(a.link, b.link);
  return joined;
}

std::string describe(const HtmlContext& context) {
  const bool is_in_url = context.is_in_attribute_value() && is_url(context.kind);
  std::string detail;
  if (context.is_in_css()) detail = ", " + std::string(context.css.describe());
  if (is_in_url) detail = ", " + std::string(context.url.describe());
  switch (context.state) {
    case HtmlState::text:
      return context.open.empty() ? "outside all elements" : "inside <" + context.open.back().name + ">";
    case HtmlState::content:
      return "inside <" + context.tag + ">" + detail;
    case HtmlState::comment:
      return "in a comment";
    case HtmlState::double_quoted:
    case HtmlState::single_quoted:
    case HtmlState::unquoted:
      return "in " + attribute_of(context) + detail;
    default:
      return "in the tag of <" + context.tag + ">";
  }
}

OutputPlace place_output(HtmlContext& context) {
  constexpr const char* in_name =
      "An output cannot be part of a tag's name: write the tags out and choose among them with {% if %} or {% case %}.";
  switch (context.state) {
    case HtmlState::text:
      context.edge = Edge::other;
      return {OutputEscape::html, fault_of_text(context.open)};
    case HtmlState::content:
      if (content_of(context.tag) == Content::style) return place_in_css(context);
      if (content_of(context.tag) == Content::escapable) return {OutputEscape::html, {}};
      return refuse("An output cannot stand inside <" + context.tag +
                    ">, whose content browsers don't show: remove it.");
    case HtmlState::comment:
      return refuse("An output cannot stand in an HTML comment: use {% comment %}.");
    case HtmlState::declaration:
    case HtmlState::markup_open:
      return refuse("An output cannot stand in a declaration: write <!doctype html>.");
    case HtmlState::tag_open:
    case HtmlState::tag_name:
      context.state = HtmlState::tag_name;
      return refuse(in_name);
    case HtmlState::end_tag_open:
    case HtmlState::end_tag_name:
      context.state = HtmlState::end_tag_name;
      if (!context.open.empty()) context.tag = context.open.back().name;  // so that it isn't reported a second time
      return refuse(in_name);
    case HtmlState::before_attribute:
    case HtmlState::attribute_name:
    case HtmlState::after_attribute_name:
    case HtmlState::after_attribute:
    case HtmlState::self_closing:
      return refuse(
          "An output cannot be the name of an attribute: write name=\"{{ … }}\", and {% if %} around attributes that "
          "may be absent.");
    case HtmlState::before_value:
      return refuse("Put double quotes around this attribute's value.");
    case HtmlState::unquoted:
    case HtmlState::double_quoted:
    case HtmlState::single_quoted:
      return place_in_attribute(context);
  }
  std::unreachable();
}

}  // namespace pagewright::liquid
