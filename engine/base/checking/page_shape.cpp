#include "engine/base/checking/page_shape.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>

#include "engine/base/checking/css_shape.hpp"

namespace pagewright::checking {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return made;
}

// https://url.spec.whatwg.org/#concept-basic-url-parser: controls and spaces around, tabs and line breaks anywhere go.
std::string scheme_of(std::string_view url) {
  while (!url.empty() && static_cast<unsigned char>(url.front()) <= 0x20) url.remove_prefix(1);
  std::string read;
  for (const char c : url) {
    if (c == '\t' || c == '\n' || c == '\r') continue;
    if (c == ':') return read;
    const char small = static_cast<char>(c | 0x20);
    const bool is_letter = small >= 'a' && small <= 'z';
    const bool is_other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!is_letter && (read.empty() || !is_other)) return {};
    read += is_letter ? small : c;
  }
  return {};
}

bool is_raster_data(std::string_view url) {
  std::string read;
  for (const char c : lower(url))
    if (static_cast<unsigned char>(c) > 0x20) read += c;
  constexpr auto kinds = std::to_array<std::string_view>({"png", "jpeg", "gif", "webp", "avif"});
  return std::ranges::any_of(kinds, [&](std::string_view kind) {
    return read.starts_with("data:image/" + std::string(kind) + ";") ||
           read.starts_with("data:image/" + std::string(kind) + ",");
  });
}

class ShapeReader {
 public:
  void read(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        return element(node->v.element);
      case GUMBO_NODE_COMMENT:
        shape_.tree.append("<!--").append(node->v.text.text).append("-->");
        return;
      case GUMBO_NODE_CDATA:
        shape_.tree += "[CDATA]";
        return;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
        return;
    }
  }

  PageShape finish() { return std::move(shape_); }

 private:
  void danger(std::string what) { shape_.dangers.push_back(std::move(what)); }

  static std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return lower(std::string_view(piece.data, piece.length));
  }

  static std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? found->value : std::string_view();
  }

  void element(const GumboElement& element) {
    const std::string name = name_of(element);
    if (name == "br" && element.attributes.length == 0) return;  // newline_to_br yields one a line
    shape_.tree += "<" + std::to_string(element.tag_namespace) + name;
    if (name == "script" || name == "noscript" || name == "base") danger("an element <" + name + ">");
    for (unsigned i = 0; i < element.attributes.length; ++i)
      value(name, *static_cast<const GumboAttribute*>(element.attributes.data[i]));
    check_window(name, element);
    shape_.tree += ">";
    if (name == "style" && element.children.length > 0) {
      std::string css;
      for (unsigned i = 0; i < element.children.length; ++i)
        css += static_cast<const GumboNode*>(element.children.data[i])->v.text.text;
      style(css);
    }
    for (unsigned i = 0; i < element.children.length; ++i)
      read(static_cast<const GumboNode*>(element.children.data[i]));
    shape_.tree += "</>";
  }

  void check_window(std::string_view name, const GumboElement& element) {
    if (name != "a" && name != "area" && name != "form") return;
    const std::string target = lower(attribute(element, "target"));
    if (target != "_blank") return;
    std::string rel = " " + lower(attribute(element, "rel")) + " ";
    std::ranges::replace_if(rel, is_space, ' ');
    if (!rel.contains(" noopener ") && !rel.contains(" noreferrer ")) danger("a window with an opener");
  }

  void value(const std::string& tag, const GumboAttribute& attribute) {
    std::string name = lower(attribute.name);
    const std::string_view value = attribute.value;
    shape_.tree += " " + name;
    if (name.starts_with("on")) danger("a handler " + name);
    if (name == "srcdoc") danger("srcdoc");
    if (name == "formtarget" && lower(value) == "_blank") danger("a button's window with an opener");
    if (name == "style") return style(value);
    constexpr auto paints =
        std::to_array<std::string_view>({"fill", "filter", "mask", "clip-path", "cursor", "stroke"});
    if (std::ranges::find(paints, name) != paints.end()) return style(value);
    if (name.starts_with("xlink:")) name.erase(0, 6);
    const bool is_image_element =
        tag == "img" || tag == "source" || tag == "input" || tag == "image" || tag == "feimage";
    constexpr auto links = std::to_array<std::string_view>({"href", "src", "action", "formaction", "cite", "data",
                                                            "manifest", "longdesc", "usemap", "background", "poster"});
    if (name == "srcset" || name == "imagesrcset") return candidates(value);
    if (name == "ping") return words(value);
    const bool is_image =
        name == "poster" || name == "background" || (is_image_element && (name == "src" || name == "href"));
    if (std::ranges::find(links, name) != links.end()) url(value, is_image);
  }

  void url(std::string_view value, bool is_image) {
    constexpr auto safe = std::to_array<std::string_view>({"", "http", "https", "mailto", "tel", "sms", "about"});
    const std::string scheme = scheme_of(value);
    if (std::ranges::find(safe, scheme) != safe.end()) return;
    if (is_image && is_raster_data(value)) return;
    danger("a URL of the scheme " + scheme + ": " + std::string(value));
  }

  void words(std::string_view value) {
    while (!value.empty()) {
      const std::size_t end = std::min(value.find_first_of(" \t\n\f\r"), value.size());
      url(value.substr(0, end), false);
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  }

  // https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
  void candidates(std::string_view value) {
    while (true) {
      const std::size_t begin = value.find_first_not_of(" \t\n\f\r,");
      if (begin == std::string_view::npos) return;
      value.remove_prefix(begin);
      const std::size_t end = std::min(value.find_first_of(" \t\n\f\r"), value.size());
      const std::string_view candidate = value.substr(0, end);
      url(candidate.substr(0, candidate.find_last_not_of(',') + 1), true);
      value.remove_prefix(end);
      if (candidate.ends_with(',')) continue;
      unsigned depth = 0;
      std::size_t i = 0;
      for (; i < value.size(); ++i) {
        if (value[i] == '(') depth = 1;
        if (value[i] == ')') depth = 0;
        if (value[i] == ',' && depth == 0) break;
      }
      value.remove_prefix(i);
    }
  }

  void style(std::string_view css) {
    const CssShape read = css_shape(css);
    shape_.tree += "{" + read.structure + "}";
    for (const std::string& each : read.urls) url(each, true);
    if (read.structure.contains("expression()")) danger("an expression() of CSS");
  }

  PageShape shape_;
};

}  // namespace

PageShape page_shape(std::string_view html) {
  const std::string page = "<!doctype html><html><head></head><body><div>" + std::string(html) + "</div></body></html>";
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  ShapeReader reader;
  reader.read(output->root);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return reader.finish();
}

}  // namespace pagewright::checking
