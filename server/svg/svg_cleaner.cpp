#include "server/svg/svg_cleaner.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <charconv>
#include <cmath>
#include <memory>

#include "engine/base/html.hpp"
#include "server/svg/svg_vocabulary.hpp"

namespace pagewright::svg {
namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";
constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";
constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
constexpr unsigned most_elements = 50'000;

std::unexpected<Problem> unacceptable(std::string detail) {
  return std::unexpected(
      Problem{.kind = ProblemKind::validation, .title = "The file was not accepted", .detail = std::move(detail)});
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view namespace_of(const xmlNs* ns) {
  return ns == nullptr ? std::string_view() : view(ns->href);
}

// Of its texts; entities were refused before.
std::string value_of(const xmlNode* texts) {
  std::string value;
  for (const xmlNode* text = texts; text != nullptr; text = text->next)
    if (text->type == XML_TEXT_NODE || text->type == XML_CDATA_SECTION_NODE) value += view(text->content);
  return value;
}

enum class Place : std::uint8_t { text, attribute };

// White space that a reader would otherwise make something else of is written as a reference.
void append_escaped(std::string& out, std::string_view text, Place place) {
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\n':
      case '\t':
        if (place == Place::attribute) {
          out += letter == '\n' ? "&#10;" : "&#9;";
          break;
        }
        [[fallthrough]];
      default:
        out += letter;
    }
  }
}

// A part of the same file; for <image> also a raster picture that is in it.
bool may_refer_to(std::string_view target, std::string_view element) {
  if (target.starts_with('#')) return true;
  return element == "image" && target.starts_with("data:image/") && html::is_safe_image_url(target);
}

bool may_stay(std::string_view name, std::string_view value, std::string_view element) {
  if (name == "href") return may_refer_to(value, element);
  if (name == "attributeName") return may_animate_svg_attribute(value);
  return is_self_contained_css(value);
}

class Cleaner {
 public:
  // False: it has too many elements.
  bool write(const xmlNode* root) {
    write_element(root, true);
    return elements_ <= most_elements;
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void write_children(const xmlNode* parent) {
    for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
      if (child->type == XML_ELEMENT_NODE)
        write_element(child, false);
      else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        append_escaped(out_, view(child->content), Place::text);
    }
  }

  void write_element(const xmlNode* element, bool is_root) {
    if (++elements_ > most_elements) return;
    const std::string_view name = view(element->name);
    const std::string_view space = namespace_of(element->ns);
    if (!space.empty() && space != svg_namespace) return;
    switch (judge_svg_element(name)) {
      case SvgElement::goes:
        return;
      case SvgElement::is_unwrapped:
        return write_children(element);
      case SvgElement::stays:
        break;
    }
    if (name == "style") return write_style(element);
    if (is_animation_of_what_must_stay(element)) return;
    out_.append("<").append(name);
    if (is_root) out_.append(" xmlns=\"").append(svg_namespace).append("\"");
    write_attributes(element, name);
    out_ += '>';
    const std::size_t start = out_.size();
    write_children(element);
    if (out_.size() == start)
      out_.replace(start - 1, 1, "/>");
    else
      out_.append("</").append(name).append(">");
  }

  void write_style(const xmlNode* element) {
    const std::string css = value_of(element->children);
    if (!is_self_contained_css(css)) return;
    out_ += "<style>";
    append_escaped(out_, css, Place::text);
    out_ += "</style>";
  }

  static bool is_animation_of_what_must_stay(const xmlNode* element) {
    const std::string_view name = view(element->name);
    if (name != "animate" && name != "set" && name != "animateTransform") return false;
    for (const xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next)
      if (view(attribute->name) == "attributeName") return !may_animate_svg_attribute(value_of(attribute->children));
    return true;
  }

  void write_attributes(const xmlNode* element, std::string_view of) {
    bool has_reference = false;
    for (const xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next) {
      const std::string_view name = view(attribute->name);
      const std::string_view space = namespace_of(attribute->ns);
      const std::string value = value_of(attribute->children);
      if (space == xml_namespace && (name == "space" || name == "lang")) {
        write_attribute("xml:" + std::string(name), value);
      } else if ((space == xlink_namespace && name == "href") || (space.empty() && name == "href")) {
        if (!has_reference && may_refer_to(value, of)) write_attribute("href", value);
        has_reference = true;
      } else if (space.empty() && may_have_svg_attribute(name) && may_stay(name, value, of)) {
        write_attribute(name, value);
      }
    }
  }

  void write_attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"");
    append_escaped(out_, value, Place::attribute);
    out_ += '"';
  }

  std::string out_;
  unsigned elements_ = 0;
};

// "24", "24px"; nothing for other units.
std::optional<double> pixels(std::string_view text) {
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const bool is_length = fault == std::errc{} && (unit.empty() || unit == "px") && number > 0 && number < 100'000;
  return is_length ? std::optional(number) : std::nullopt;
}

std::string attribute_of(const xmlNode* element, std::string_view name) {
  for (const xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next)
    if (attribute->ns == nullptr && view(attribute->name) == name) return value_of(attribute->children);
  return {};
}

void take_size(const xmlNode* root, CleanSvg& svg) {
  auto width = pixels(attribute_of(root, "width"));
  auto height = pixels(attribute_of(root, "height"));
  if (!width || !height) {
    std::string box = attribute_of(root, "viewBox");
    for (char& letter : box)
      if (letter == ',' || letter == '\n' || letter == '\t') letter = ' ';
    std::vector<std::string_view> parts;
    for (std::string_view rest = box; !rest.empty();) {
      const auto part = rest.substr(0, rest.find(' '));
      if (!part.empty()) parts.push_back(part);
      rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    if (parts.size() != 4) return;
    width = pixels(parts[2]);
    height = pixels(parts[3]);
  }
  if (!width || !height) return;
  svg.width = std::max<std::int64_t>(1, std::llround(*width));
  svg.height = std::max<std::int64_t>(1, std::llround(*height));
}

// A document type may name what everybody knows; it may not define anything.
bool defines_something(const xmlDoc* document) {
  return document->intSubset != nullptr && document->intSubset->children != nullptr;
}

}  // namespace

Outcome<CleanSvg> clean_svg(std::string_view text) {
  if (text.size() > most_svg_bytes) return unacceptable("An SVG may have at most 2 MiB.");
  // Nothing is fetched (no network, no document types), and entities are not put in.
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA),
      &xmlFreeDoc);
  if (document == nullptr) {
    const xmlError* fault = xmlGetLastError();
    std::string where = fault == nullptr ? "" : " (line " + std::to_string(fault->line) + ")";
    return unacceptable("The SVG is no well-formed XML" + where + ".");
  }
  if (defines_something(document.get())) return unacceptable("An SVG may not define entities: save it without a DTD.");
  const xmlNode* root = xmlDocGetRootElement(document.get());
  const std::string_view space = root == nullptr ? std::string_view() : namespace_of(root->ns);
  if (root == nullptr || view(root->name) != "svg" || (!space.empty() && space != svg_namespace))
    return unacceptable("The file is no SVG: its first element is another one.");
  Cleaner cleaner;
  if (!cleaner.write(root)) return unacceptable("An SVG may have at most 50,000 elements.");
  CleanSvg svg{.text = cleaner.take(), .width = {}, .height = {}};
  take_size(root, svg);
  return svg;
}

}  // namespace pagewright::svg
