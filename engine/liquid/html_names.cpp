#include "engine/liquid/html_names.hpp"

#include <algorithm>
#include <array>

namespace pagewright::liquid {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Content content_of(std::string_view element) {
  constexpr std::array<std::string_view, 14> void_elements = {
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"};
  constexpr std::array<std::string_view, 7> refused = {"script",  "noscript", "plaintext", "xmp",
                                                       "noembed", "noframes", "frameset"};
  if (is_one_of(element, void_elements)) return Content::none;
  if (is_one_of(element, refused)) return Content::refused;
  if (element == "title" || element == "textarea") return Content::escapable;
  if (element == "style") return Content::style;
  return element == "iframe" ? Content::raw : Content::elements;
}

AttributeKind kind_of_attribute(std::string_view element, std::string_view attribute) {
  constexpr std::array<std::string_view, 11> urls = {"href", "src",  "action",     "formaction", "poster",  "cite",
                                                     "ping", "data", "xlink:href", "background", "manifest"};
  if (attribute.starts_with("on") || attribute == "srcdoc") return AttributeKind::refused;
  if (attribute == "style") return AttributeKind::css;
  if (attribute == "srcset" || attribute == "imagesrcset") return AttributeKind::image_url_list;
  if (attribute == "poster" || attribute == "background") return AttributeKind::image_url;
  const bool is_image = element == "img" || element == "source" || element == "input" || element == "image";
  if (is_image && (attribute == "src" || attribute == "href" || attribute == "xlink:href"))
    return AttributeKind::image_url;
  return is_one_of(attribute, urls) ? AttributeKind::url : AttributeKind::plain;
}

bool has_literal_attributes_only(std::string_view element) {
  constexpr std::array<std::string_view, 7> elements = {
      "base", "meta", "link", "animate", "set", "animatemotion", "animatetransform"};
  return is_one_of(element, elements);
}

}  // namespace pagewright::liquid
