// Where in HTML a template stands: the tokenizer's state with all that decides how an output is escaped.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/liquid/css_position.hpp"
#include "engine/liquid/html_link.hpp"
#include "engine/liquid/html_names.hpp"
#include "engine/liquid/url_position.hpp"

namespace pagewright::liquid {

enum class HtmlState : std::uint8_t {
  text,
  content,  // of title, textarea, style or iframe, up to the end tag
  comment,
  declaration,   // <!doctype …>
  tag_open,      // behind <
  end_tag_open,  // behind </
  markup_open,   // behind <!
  tag_name,
  end_tag_name,
  before_attribute,  // behind white space
  attribute_name,
  after_attribute_name,
  before_value,
  double_quoted,
  single_quoted,
  unquoted,
  after_attribute,  // a quoted value, or a name that a Liquid tag ended: white space, / or > must follow
  self_closing      // behind /
};

// What the last piece of output was, for dropping white space between tags.
enum class Edge : std::uint8_t { other, tag, space };

// An element of one name is another one in each: only SVG's <title> holds HTML, only MathML's <mi> does.
enum class Namespace : std::uint8_t { html, svg, math };

struct OpenElement {
  std::string name;
  std::uint32_t offset;
  Namespace of;
  bool operator==(const OpenElement& other) const { return name == other.name; }
};

// Whether an element of SVG or MathML has HTML in it.
[[nodiscard]] bool holds_html(const OpenElement& element);

struct HtmlContext {
  HtmlState state = HtmlState::text;
  Edge edge = Edge::other;
  std::string tag;        // the element whose tag or content this is
  std::string attribute;  // the attribute whose name or value this is
  std::string value;      // the attribute's value, `undecided` where an output or a branch decides
  AttributeKind kind = AttributeKind::plain;
  UrlPosition url;
  CssPosition css;
  std::vector<OpenElement> open;
  std::uint32_t tag_offset = 0;
  std::uint8_t dashes = 0;      // of a comment: two and > end it
  bool owes_space = false;      // before_attribute: the white space is not written yet
  bool has_class = false;       // of the present tag
  LinkPaths link;               // of the present tag
  bool gains_quotes = false;    // unquoted: has an output, and is published in double quotes
  bool is_unreachable = false;  // behind break or continue
  bool has_root = false;        // of a component

  [[nodiscard]] bool is_in_attribute_value() const {
    return state == HtmlState::double_quoted || state == HtmlState::single_quoted || state == HtmlState::unquoted;
  }
  [[nodiscard]] bool is_in_css() const;
  [[nodiscard]] bool is_inside(std::string_view element) const;
  // What an element of this name would be if it began here.
  [[nodiscard]] Namespace namespace_of(std::string_view element) const;
  // Inside <svg> or <math> but not in HTML in them, where HTML's special elements are ordinary ones.
  [[nodiscard]] bool is_foreign() const;
  // The same place in HTML: what loops and branches must agree on.
  [[nodiscard]] bool agrees_with(const HtmlContext& other) const;
  // Whether the body of a loop that began at `start` may begin again here.
  [[nodiscard]] bool may_repeat(const HtmlContext& start) const;
};

// Where two branches meet; nothing where they end in different places of HTML.
[[nodiscard]] std::optional<HtmlContext> join(const HtmlContext& a, const HtmlContext& b);

// Where the template stands, as a person would say it: "in the tag of <a>".
[[nodiscard]] std::string describe(const HtmlContext& context);

struct OutputPlace {
  OutputEscape escape = OutputEscape::html;
  std::string fault;  // empty: an output may stand here
};

// The escape of an output that stands here; moves the context on.
[[nodiscard]] OutputPlace place_output(HtmlContext& context);

}  // namespace pagewright::liquid
