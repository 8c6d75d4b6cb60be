#include "engine/liquid/html_nesting.hpp"

#include <algorithm>
#include <array>

namespace pagewright::liquid {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// What begins a new scope: a <p> outside it stays open.
// https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope
bool begins_scope(const OpenElement& element) {
  constexpr std::array<std::string_view, 7> names = {"table", "td", "th", "caption", "template", "object", "marquee"};
  return element.of == Namespace::html ? is_one_of(element.name, names) : holds_html(element);
}

// Where a link around it is forgotten, so that another one may stand in it: SVG's <foreignObject> is no such place.
// https://html.spec.whatwg.org/multipage/parsing.html#list-of-active-formatting-elements
bool hides_links(const OpenElement& element) {
  constexpr std::array<std::string_view, 6> names = {"td", "th", "caption", "template", "object", "marquee"};
  return element.of == Namespace::html && is_one_of(element.name, names);
}

bool ends_paragraph(std::string_view name) {
  constexpr std::array<std::string_view, 33> names = {
      "address", "article", "aside",   "blockquote", "center",     "dd",     "details", "dialog", "dir",
      "div",     "dl",      "dt",      "fieldset",   "figcaption", "figure", "footer",  "form",   "header",
      "hgroup",  "hr",      "li",      "listing",    "main",       "menu",   "nav",     "ol",     "p",
      "pre",     "search",  "section", "summary",    "table",      "ul"};
  return is_heading(name) || is_one_of(name, names);
}

bool ends_foreign_content(std::string_view name) {
  constexpr std::array<std::string_view, 39> names = {
      "b",    "big",  "blockquote", "body", "br",     "center", "code",    "dd",   "div",   "dl",   "dt", "em", "embed",
      "font", "head", "hr",         "i",    "img",    "li",     "listing", "menu", "meta",  "nobr", "ol", "p",  "pre",
      "ruby", "s",    "small",      "span", "strong", "strike", "sub",     "sup",  "table", "tt",   "u",  "ul", "var"};
  return is_heading(name) || is_one_of(name, names);
}

// Whether a wanted element is open, and none that ends the search inside it.
bool finds(std::span<const OpenElement> open, auto is_wanted, auto ends) {
  for (std::size_t i = open.size(); i > 0; --i) {
    if (is_wanted(open[i - 1])) return true;
    if (ends(open[i - 1])) return false;
  }
  return false;
}

// Table parts by the elements that they may stand in; empty for all other elements.
std::string_view parents_of_table_part(std::string_view name) {
  if (name == "caption" || name == "colgroup" || name == "thead" || name == "tbody" || name == "tfoot")
    return " table ";
  if (name == "tr") return " table thead tbody tfoot ";
  if (name == "td" || name == "th") return " tr ";
  return name == "col" ? " colgroup " : "";
}

bool is_listed(std::string_view list, const std::string& name) {
  return list.find(" " + name + " ") != std::string_view::npos;
}

constexpr std::string_view table_shell = " table thead tbody tfoot tr colgroup ";

std::string ends_other(std::string_view element, std::string_view other) {
  return "<" + std::string(element) + "> ends the <" + std::string(other) + "> around it in a browser: close <" +
         std::string(other) + "> before it.";
}

std::string fault_in_table_or_select(std::span<const OpenElement> open, std::string_view element) {
  if (open.empty()) return {};
  const std::string& parent = open.back().name;
  const std::string_view parents = parents_of_table_part(element);
  if (!parents.empty() && parent != "template" && !is_listed(parents, parent))
    return "A browser drops <" + std::string(element) + "> inside <" + parent + ">: put it into <" +
           std::string(parents.substr(1, parents.find(' ', 1) - 1)) + ">.";
  const bool is_part = !parents.empty() || element == "template" || element == "style";
  if (!is_part && is_listed(table_shell, parent))
    return "A browser moves <" + std::string(element) + "> out of <" + parent +
           ">: put it into a <td>, <th> or <caption>.";
  const bool in_select = std::ranges::any_of(open, [](const OpenElement& entry) { return entry.name == "select"; });
  if (in_select && element != "option" && element != "optgroup" && element != "hr")
    return "A <select> holds <option> and <optgroup> only.";
  if (in_select && parent == "option") return ends_other(element, "option");
  return {};
}

}  // namespace

std::string fault_of_nesting(std::span<const OpenElement> open, std::string_view element, bool is_foreign) {
  const auto is = [](std::string_view wanted) {
    return [wanted](const OpenElement& entry) { return entry.of == Namespace::html && entry.name == wanted; };
  };
  if (is_foreign) {
    if (ends_foreign_content(element))
      return "<" + std::string(element) +
             "> ends the <svg> or <math> around it in a browser: put it into <foreignObject>, or behind it.";
    return {};
  }
  if (element == "image") return "<image> is an element of SVG: write <img>.";
  if (ends_paragraph(element) &&
      finds(open, is("p"), [&](const OpenElement& entry) { return is("button")(entry) || begins_scope(entry); }))
    return ends_other(element, "p");
  if (element == "a" && finds(open, is("a"), hides_links)) return ends_other(element, "a");
  for (const std::string_view alone : {"button", "nobr"})
    if (element == alone && finds(open, is(alone), begins_scope)) return ends_other(element, alone);
  if (element == "form" && finds(open, is("form"), is("template"))) return ends_other(element, "form");
  if (is_heading(element) && !open.empty() && is_heading(open.back().name))
    return ends_other(element, open.back().name);
  const auto begins_list = [](const OpenElement& entry) {
    constexpr std::array<std::string_view, 4> lists = {"ul", "ol", "menu", "dl"};
    return (entry.of == Namespace::html && is_one_of(entry.name, lists)) || begins_scope(entry);
  };
  if (element == "li" && finds(open, is("li"), begins_list)) return ends_other(element, "li");
  if (element == "dt" || element == "dd")
    for (const std::string_view term : {"dt", "dd"})
      if (finds(open, is(term), begins_list)) return ends_other(element, term);
  return fault_in_table_or_select(open, element);
}

std::string fault_of_text(std::span<const OpenElement> open) {
  if (open.empty() || !is_listed(table_shell, open.back().name)) return {};
  return "A browser moves text out of <" + open.back().name + ">: put it into a <td>, <th> or <caption>.";
}

}  // namespace pagewright::liquid
