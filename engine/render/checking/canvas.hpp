// For tests: a canvas that is a text. It applies patches as docs/formats/patches.md says, and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::render {

class TextCanvas {
 public:
  // `html`: the page in canvas mode.
  explicit TextCanvas(std::string_view html) {
    const auto start = html.find("<main>") + 6;
    body_ = html.substr(start, html.rfind("</main>") - start);
  }

  // What stands in the page's root.
  [[nodiscard]] const std::string& body() const { return body_; }

  void apply(const json::Value& patch) {
    const std::string type(*json::find_string(patch, "type"));
    if (type == "insert") {
      place(patch, std::string(*json::find_string(patch, "html")));
    } else if (type == "remove") {
      take(*json::find_string(patch, "id"));
    } else if (type == "move") {
      place(patch, take(*json::find_string(patch, "id")));
    } else if (type == "update") {
      const Range old = element(*json::find_string(patch, "id"));
      const std::string updated = with_slots_of(std::string(*json::find_string(patch, "html")), old);
      body_.replace(old.start, old.end - old.start, updated);
    }
  }

 private:
  struct Range {
    std::size_t start;
    std::size_t end;
  };
  struct Slot {
    std::string name;
    Range content;
  };

  static bool is_void(std::string_view tag) {
    return tag == "img" || tag == "input" || tag == "hr" || tag == "br" || tag == "source" || tag == "wbr";
  }

  static std::string_view tag_at(std::string_view html, std::size_t name) {
    return html.substr(name, html.find_first_of(" >/", name) - name);
  }

  // The element that starts at `start`: values can't contain "<", so tags of its name are all that has to be counted.
  static Range element_at(std::string_view html, std::size_t start) {
    const std::string_view tag = tag_at(html, start + 1);
    std::size_t depth = 0;
    for (std::size_t at = start; at != std::string_view::npos; at = html.find('<', at + 1)) {
      const bool closes = html[at + 1] == '/';
      if (tag_at(html, at + 1 + closes) != tag) continue;
      const std::size_t end = html.find('>', at) + 1;
      if (!closes) ++depth;
      if (closes || is_void(tag)) --depth;
      if (depth == 0) return {start, end};
    }
    return {start, html.size()};
  }

  // The own slots of what stands in `range`, not those inside of them.
  static std::vector<Slot> slots_in(std::string_view html, Range range) {
    std::vector<Slot> slots;
    std::size_t depth = 0;
    for (std::size_t at = html.find("<!--", range.start); at < range.end; at = html.find("<!--", at + 4)) {
      const std::size_t end = html.find("-->", at) + 3;
      const std::string_view comment = html.substr(at + 4, end - at - 7);
      if (comment.starts_with("slot ") && depth++ == 0) slots.push_back({std::string(comment.substr(5)), {end, end}});
      if (comment.starts_with("/slot ") && --depth == 0) slots.back().content.end = at;
    }
    return slots;
  }

  [[nodiscard]] Range element(std::string_view id) const {
    const auto mark = body_.find(" data-node=\"" + std::string(id) + "\"");
    return element_at(body_, body_.rfind('<', mark));
  }

  std::string take(std::string_view id) {
    const Range range = element(id);
    std::string taken = body_.substr(range.start, range.end - range.start);
    body_.erase(range.start, taken.size());
    return taken;
  }

  void place(const json::Value& patch, const std::string& html) {
    const auto parent = json::find_string(patch, "parent");
    const Range range = parent ? element(*parent) : Range{0, body_.size()};
    for (const Slot& slot : slots_in(body_, range)) {
      if (slot.name != *json::find_string(patch, "slot")) continue;
      const auto before = json::find_string(patch, "before");
      body_.insert(before ? element(*before).start : slot.content.end, html);
      return;
    }
  }

  // New markup with its empty slots filled by what stands in those of the old.
  [[nodiscard]] std::string with_slots_of(std::string html, Range old) const {
    for (const Slot& slot : slots_in(body_, old)) {
      for (const Slot& empty : slots_in(html, {0, html.size()})) {
        if (empty.name != slot.name) continue;
        html.insert(empty.content.start, body_.substr(slot.content.start, slot.content.end - slot.content.start));
        break;
      }
    }
    return html;
  }

  std::string body_;
};

}  // namespace pagewright::render
