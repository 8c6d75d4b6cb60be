#include "engine/liquid/checking/template_generator.hpp"

#include <utility>

#include "engine/base/checking/hostile_values.hpp"
#include "engine/liquid/checking/template_words.hpp"

namespace pagewright::liquid::checking {
namespace {

using namespace std::string_view_literals;

constexpr unsigned text_props = 4;
constexpr unsigned conditions = 3;

class TemplateGenerator {
 public:
  explicit TemplateGenerator(Choices& choices) : choices_(choices) {}

  std::string run() {
    content(0, false);
    return std::move(out_);
  }

 private:
  void add(std::string_view text) { out_ += text; }

  void output() {
    const unsigned which = choices_.below(text_props + 2);
    if (which < text_props)
      add("{{ p" + std::to_string(which));
    else if (which == text_props && in_loop_)
      add("{{ item");
    else
      add("{{ list");
    add(choices_.one_of(filters));
    add(" }}");
  }

  // A block of Liquid around what `inner` writes.
  template <typename Inner>
  void block(Inner inner) {
    const std::string condition = "c" + std::to_string(choices_.below(conditions));
    ++blocks_;
    switch (choices_.below(5)) {
      case 0:
        add("{% if " + condition + " %}");
        inner();
        add("{% endif %}");
        break;
      case 1:
        add("{% unless " + condition + " %}");
        inner();
        add("{% else %}");
        inner();
        add("{% endunless %}");
        break;
      case 2:
        add("{% case n %}{% when 1 %}");
        inner();
        add("{% when 2, 3 %}");
        inner();
        if (choices_.one_in(2)) add("{% else %}");
        add("{% endcase %}");
        break;
      case 3: {
        add("{% for item in list %}");
        const bool was = std::exchange(in_loop_, true);
        inner();
        if (choices_.one_in(4)) add("{% if " + condition + " %}{% break %}{% endif %}");
        if (choices_.one_in(4)) inner();
        in_loop_ = was;
        if (choices_.one_in(4)) add("{% else %}");
        add("{% endfor %}");
        break;
      }
      default:
        add("{% for item in none %}");
        inner();
        add("{% else %}");
        inner();
        add("{% endfor %}");
        break;
    }
    --blocks_;
  }

  // Something that should not stand here; the compiler must refuse it or read it as a browser does.
  void stray() { add(choices_.one_of(strays)); }

  void content(unsigned depth, bool is_phrasing) {
    for (unsigned count = choices_.below(depth == 0 ? 5 : 4); count > 0 && !choices_.is_used_up(); --count) {
      const unsigned kind = choices_.below(24);
      if (kind < 3)
        add("word ");
      else if (kind < 8)
        output();
      else if (kind < 15 && depth < 5)
        element(depth + 1, is_phrasing);
      else if (kind < 18 && blocks_ < 3)
        block([&] { content(depth + 1, is_phrasing); });
      else if (kind == 18)
        style_element();
      else if (kind == 19 && depth < 5 && !is_phrasing)
        table(depth + 1);
      else if (kind == 20)
        choices_.one_in(3) ? formula(depth + 1) : vector_image(depth + 1);
      else if (kind == 21)
        escapable();
      else if (kind == 22 && choices_.one_in(2))
        add("{{ p2 | newline_to_br }}");
      else if (kind == 22)
        add("{% capture z %}<b>{{ p1 }}{% endcapture %}{{ z }}");
      else if (choices_.one_in(3))
        stray();
    }
  }

  void element(unsigned depth, bool is_phrasing) {
    constexpr auto phrasing = std::to_array<std::string_view>(
        {"span", "b", "em", "i", "label", "code", "a", "q", "button", "object", "video", "custom-part", "A", "SPAN"});
    constexpr auto flow = std::to_array<std::string_view>(
        {"div", "section", "p", "ul", "h2", "form", "blockquote", "figure", "details", "DIV", "pre", "dl", "body"});
    constexpr auto empty =
        std::to_array<std::string_view>({"img", "input", "br", "source", "track", "area", "embed", "IMG"});
    if (choices_.one_in(4)) {
      start_tag(choices_.one_of(empty), "");
      return;
    }
    const bool takes_phrasing = is_phrasing || choices_.one_in(2);
    const std::string_view tag = takes_phrasing ? choices_.one_of(phrasing) : choices_.one_of(flow);
    start_tag(tag, "");
    if (tag == "ul") {
      start_tag("li", "");
      content(depth + 1, false);
      add("</li>");
    } else {
      content(depth + 1, takes_phrasing || tag == "p" || tag == "h2" || tag == "pre");
    }
    add("</" + std::string(tag) + ">");
  }

  void table(unsigned depth) {
    add("<table><tbody>");
    block([&] {
      start_tag("tr", "");
      start_tag("td", "");
      content(depth, false);
      add("</td></tr>");
    });
    if (choices_.one_in(8)) output();
    add("</tbody></table>");
  }

  void escapable() {
    const std::string_view tag = choices_.one_in(2) ? "title" : "textarea";
    add("<" + std::string(tag) + ">");
    for (unsigned count = choices_.below(4); count > 0; --count) {
      if (choices_.one_in(6)) stray();
      output();
      add(" text ");
    }
    add("</" + std::string(tag) + ">");
  }

  void vector_image(unsigned depth) {
    constexpr auto shapes = std::to_array<std::string_view>(
        {"path", "g", "use", "image", "a", "animate", "set", "text", "title", "feImage"});
    add("<svg>");
    for (unsigned count = choices_.below(3); count > 0; --count) {
      const std::string_view tag = choices_.one_of(shapes);
      const bool closes_itself = choices_.one_in(2);
      start_tag(tag, closes_itself ? "/" : "");
      if (closes_itself) continue;
      if (choices_.one_in(2)) output();
      add("</" + std::string(tag) + ">");
    }
    if (choices_.one_in(3) && depth < 5) {
      add("<foreignObject>");
      content(depth + 1, false);
      add("</foreignObject>");
    }
    add("</svg>");
  }

  // Names of which some mean something in MathML, some in SVG, some in HTML only.
  void formula(unsigned depth) {
    constexpr auto parts = std::to_array<std::string_view>(
        {"mi", "mtext", "mrow", "title", "desc", "mglyph", "foreignObject", "svg", "annotation", "style"});
    add("<math>");
    for (unsigned count = choices_.below(3); count > 0; --count) {
      const std::string_view tag = choices_.one_of(parts);
      start_tag(tag, "");
      if (choices_.one_in(2)) output();
      if (choices_.one_in(3)) add("<style><img src=x onerror=x></style>");
      if (choices_.one_in(2) && depth < 5) content(depth + 1, false);
      add("</" + std::string(tag) + ">");
    }
    add("</math>");
  }

  void start_tag(std::string_view tag, std::string_view end) {
    add("<" + std::string(tag));
    for (unsigned count = choices_.below(4); count > 0; --count) {
      if (choices_.one_in(30)) {
        stray();
      } else if (choices_.one_in(5) && blocks_ < 3) {
        block([&] { attribute(); });
      } else {
        attribute();
      }
    }
    add(end);
    add(">");
  }

  void attribute() {
    constexpr auto plain =
        std::to_array<std::string_view>({"title", "class", "alt", "data-x", "id", "value", "name", "lang", "TITLE",
                                         "x:y", "sandbox", "onclick", "d", "values"});
    constexpr auto urls = std::to_array<std::string_view>(
        {"href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "background", "usemap",
         "longdesc", "HREF", "manifest", "ping", "srcset", "ping", "srcset", "imagesrcset"});
    constexpr auto paints =
        std::to_array<std::string_view>({"fill", "filter", "mask", "clip-path", "cursor", "stroke"});
    switch (choices_.below(8)) {
      case 0:
      case 1:
        return value_of(choices_.one_of(plain), [&] { plain_value(); });
      case 2:
      case 3:
      case 4:
        return value_of(choices_.one_of(urls), [&] { url_value(); });
      case 5:
        return value_of("style", [&] { declarations(); });
      case 6:
        return value_of(choices_.one_of(paints), [&] { css_value(); });
      default:
        if (choices_.one_in(2))
          value_of(choices_.one_in(4) ? "formtarget" : "target", [&] { target_value(); });
        else
          value_of("rel", [&] { choices_.one_in(2) ? output() : add(choices_.one_in(2) ? "nofollow" : "NoOpener"); });
    }
  }

  template <typename Value>
  void value_of(std::string_view name, Value value) {
    constexpr auto quotes = std::to_array<std::string_view>({"\"", "\"", "\"", "\"", "'", ""});
    const std::string_view quote = choices_.one_of(quotes);
    add(" " + std::string(name));
    if (choices_.one_in(30)) return;
    add("=" + std::string(quote));
    value();
    add(quote);
  }

  // Pieces one after the other: outputs, blocks of them, literals, now and then a stray one.
  template <std::size_t Count>
  void pieces(const std::array<std::string_view, Count>& literals) {
    for (unsigned count = 1 + choices_.below(4); count > 0; --count) {
      const unsigned kind = choices_.below(12);
      if (kind < 5)
        output();
      else if (kind < 9)
        add(choices_.one_of(literals));
      else if (kind == 9 && blocks_ < 3)
        block([&] { choices_.one_in(2) ? output() : add(choices_.one_of(literals)); });
      else if (kind == 10)
        stray();
    }
  }

  void plain_value() { pieces(std::to_array<std::string_view>({"word", "a-b", "&amp;", "&", "7", "&#"})); }
  void url_value() {
    pieces(std::to_array<std::string_view>({"https://example.org/", "/path/", "?q=", "#", "mailto:", "a", ", ", " 2x, ",
                                            " 3w,", "&amp;b=", "&", "java", "script", "//", "/", ".",
                                            "data:image/png;base64,", " ", "&#x2f;"}));
  }
  void target_value() {
    pieces(std::to_array<std::string_view>({"_blank", "_self", "_", "_b", "frame", "_BLANK", "&#95;blank"}));
  }

  void css_value() {
    constexpr auto values = std::to_array<std::string_view>(
        {"red", "calc(1px + ", ")",  "url(", "url(\"",   "url('",        "\")",    "')",       "\"",
         "'",   "12px/",       "#",  " ",    ", ",       "rgb(",         "1px ",   "/a/b.png", "https://example.org/",
         "?q=", "u",           "rl", "url",  "var(--a)", "image-set(\"", "/* c */"});
    // Often a whole shape, so that the compiler accepts it.
    switch (choices_.below(9)) {
      case 0:
      case 1:
        return output();
      case 2:
        return around("url(", ")");
      case 3:
        return around("url(\"/a/", "\")");
      case 4:
        return around("url('https://example.org/?q=", "')");
      case 5:
        return around("'", "'");
      case 6:
        return around("calc(1px * ", ")");
      case 7:
        return around("12px/", " serif");
      default:
        return pieces(values);
    }
  }
  void around(std::string_view before, std::string_view behind) {
    add(before);
    output();
    add(behind);
  }

  void declarations() {
    constexpr auto properties =
        std::to_array<std::string_view>({"color", "background", "content", "--x", "width", "font", "mask"});
    for (unsigned count = 1 + choices_.below(3); count > 0; --count) {
      if (choices_.one_in(10)) {
        stray();
      } else if (choices_.one_in(6) && blocks_ < 3) {
        block([&] { declaration(choices_.one_of(properties)); });
      } else {
        declaration(choices_.one_of(properties));
      }
    }
  }
  void declaration(std::string_view property) {
    add(property);
    if (property == "--x" && choices_.one_in(2)) {
      add("-");
      output();
    }
    add(": ");
    css_value();
    add("; ");
  }

  void style_element() {
    constexpr auto selectors = std::to_array<std::string_view>(
        {".a", "#b", "p", ".a:hover", "a[title=\"x\"]", "*", "@font-face", "@media (min-width: 1px)"});
    add("<style>");
    for (unsigned count = 1 + choices_.below(3); count > 0; --count) {
      if (choices_.one_in(8)) stray();
      if (choices_.one_in(3))
        around(choices_.one_in(2) ? ".a-" : "#", " ");
      else if (choices_.one_in(4))
        around("[title=\"", "\"]");
      else
        add(choices_.one_of(selectors));
      add(" { ");
      declarations();
      add("} ");
    }
    add("</style>");
  }

  Choices& choices_;
  std::string out_;
  unsigned blocks_ = 0;
  bool in_loop_ = false;
};

}  // namespace

GeneratedCase generate_case(Choices& choices) {
  GeneratedCase made;
  json::Object harmless;
  json::Object hostile;
  for (unsigned i = 0; i < text_props; ++i) {
    harmless["p" + std::to_string(i)] = "abc";
    hostile["p" + std::to_string(i)] = pagewright::checking::hostile_value(choices);
  }
  json::Array words;
  json::Array attacks;
  for (unsigned count = choices.below(4); count > 0; --count) {
    words.push_back(json::Value("abc"));
    attacks.push_back(json::Value(pagewright::checking::hostile_value(choices)));
  }
  harmless["list"] = std::move(words);
  hostile["list"] = std::move(attacks);
  for (unsigned i = 0; i < conditions; ++i) {
    const bool holds = choices.below(2) == 1;
    harmless["c" + std::to_string(i)] = holds;
    hostile["c" + std::to_string(i)] = holds;
  }
  const unsigned n = choices.below(4);
  harmless["n"] = n;
  hostile["n"] = n;
  made.harmless = std::move(harmless);
  made.hostile = std::move(hostile);
  made.source = TemplateGenerator(choices).run();
  return made;
}

}  // namespace pagewright::liquid::checking
