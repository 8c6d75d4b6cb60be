#include "engine/liquid/html_names.hpp"

#include <algorithm>
#include <array>

namespace pagewright::liquid {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_animation(std::string_view element) {
  return element.starts_with("animate") || element == "set";
}

bool equals_in_any_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {}, to_html_lower);
}

}  // namespace

Content content_of(std::string_view element) {
  constexpr std::array<std::string_view, 13> void_elements = {"area", "br",   "col",    "embed", "hr",  "img",  "input",
                                                              "link", "meta", "source", "track", "wbr", "param"};
  if (is_one_of(element, void_elements)) return Content::none;
  if (!refusal_of_element(element).empty()) return Content::refused;
  if (element == "title" || element == "textarea") return Content::escapable;
  if (element == "style") return Content::style;
  return element == "iframe" ? Content::raw : Content::elements;
}

std::string_view refusal_of_element(std::string_view element) {
  constexpr std::array<std::string_view, 3> scripts = {"script", "noscript", "applet"};
  constexpr std::array<std::string_view, 13> obsolete = {
      "plaintext", "xmp",      "noembed", "noframes",       "frameset", "frame",     "keygen",
      "bgsound",   "basefont", "isindex", "annotation-xml", "mglyph",   "malignmark"};
  if (is_one_of(element, scripts)) return "published pages run no scripts";
  if (is_one_of(element, obsolete))
    return "browsers read its content in ways of their own; use an element of today's HTML";
  if (element == "base") return "it would change what every link of the page means; write whole addresses";
  return {};
}

AttributeKind kind_of_attribute(std::string_view element, std::string_view attribute) {
  constexpr std::array<std::string_view, 16> urls = {
      "href",   "src",     "action", "formaction", "cite",     "data",          "manifest", "longdesc",
      "usemap", "profile", "icon",   "classid",    "codebase", "definitionurl", "archive",  "lowsrc"};
  constexpr std::array<std::string_view, 11> paints = {"fill",       "stroke",     "filter",    "mask",
                                                       "clip-path",  "cursor",     "marker",    "marker-start",
                                                       "marker-mid", "marker-end", "mask-image"};
  constexpr std::array<std::string_view, 7> permissions = {"sandbox", "allow", "csp",       "shadowrootmode",
                                                           "is",      "nonce", "formtarget"};
  if (attribute.starts_with("on") || attribute == "srcdoc") return AttributeKind::refused;
  if (attribute == "xml:base") return AttributeKind::url;
  if (attribute.starts_with("xlink:")) attribute.remove_prefix(6);
  if (attribute == "style") return AttributeKind::css;
  if (attribute == "srcset" || attribute == "imagesrcset") return AttributeKind::image_url_list;
  if (attribute == "ping" || attribute == "attributionsrc") return AttributeKind::url_list;
  if (attribute == "poster" || attribute == "background") return AttributeKind::image_url;
  const bool is_image =
      element == "img" || element == "source" || element == "input" || element == "image" || element == "feimage";
  if (is_image && (attribute == "src" || attribute == "href")) return AttributeKind::image_url;
  if (is_one_of(attribute, urls)) return AttributeKind::url;
  if (is_one_of(attribute, paints)) return AttributeKind::css_value;
  return is_one_of(attribute, permissions) ? AttributeKind::literal : AttributeKind::plain;
}

bool has_literal_attributes_only(std::string_view element) {
  return element == "meta" || element == "link" || element == "param" || is_animation(element);
}

std::string_view refusal_of_value(std::string_view element, std::string_view attribute, std::string_view value) {
  if (element == "meta" && attribute == "http-equiv" &&
      (equals_in_any_case(value, "refresh") || value.find('&') != std::string_view::npos))
    return "A page that leaves by itself is not allowed: write a link instead of http-equiv=\"refresh\".";
  // https://svgwg.org/specs/animations/#AttributeNameAttribute
  if (is_animation(element) && attribute == "attributename") {
    const std::size_t colon = value.find(':');
    const std::string_view local = colon == std::string_view::npos ? value : value.substr(colon + 1);
    if (equals_in_any_case(local, "href") || value.find_first_of("& \t\n\f\r") != std::string_view::npos)
      return "An address cannot be animated: it could become one of an unsafe scheme.";
  }
  return {};
}

}  // namespace pagewright::liquid
