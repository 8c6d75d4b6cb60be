#include "engine/diff/rich_text_difference.hpp"

#include <algorithm>

#include "engine/richtext/node_rules.hpp"

namespace pagewright::diff {
namespace {

using richtext::Content;
using richtext::NodeKind;

struct Line {
  std::string block;
  std::string text;
  std::string source;  // all that makes it what it is: equal lines have equal sources
};

void collect_lines(const json::Value& node, NodeKind kind, const std::string& path, unsigned depth,
                   std::vector<Line>& lines) {
  if (depth > richtext::max_depth) return;
  const Content content = richtext::content_of(kind);
  const bool is_line = content == Content::inlines || content == Content::plain || kind == NodeKind::horizontal_rule;
  const json::Value* children = json::find(node, "content");
  const json::Array* list = children ? children->if_array() : nullptr;
  if (is_line) {
    Line line{path, {}, path + '\n' + json::serialize(node)};
    if (list)
      for (const json::Value& child : *list)
        line.text += richtext::node_kind(child) == NodeKind::hard_break ? std::string_view("\n")
                                                                        : json::find_string(child, "text").value_or("");
    lines.push_back(std::move(line));
    return;
  }
  if (!list) return;
  for (const json::Value& child : *list) {
    const std::string name(json::find_string(child, "type").value_or(""));
    collect_lines(child, richtext::node_kind(child), path.empty() ? name : path + '/' + name, depth + 1, lines);
  }
}

std::vector<Line> lines_of(const json::Value& value) {
  std::vector<Line> lines;
  if (value.is_string()) {
    std::string_view text = json::view(value.get_string());
    while (!text.empty()) {
      const auto end = text.find('\n');
      const std::string_view line = text.substr(0, end);
      lines.push_back({"paragraph", std::string(line), std::string(line)});
      text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
  } else if (richtext::node_kind(value) == NodeKind::doc) {
    collect_lines(value, NodeKind::doc, "", 0, lines);
  }
  return lines;
}

std::vector<std::uint32_t> numbers_of(const std::vector<Line>& lines, TokenNumbers& numbers) {
  std::vector<std::uint32_t> out;
  for (const Line& line : lines) out.push_back(numbers.of(line.source));
  return out;
}

LineDifference whole(LineChange change, Edit edit, const Line& line) {
  LineDifference difference{.change = change, .block = line.block};
  if (!line.text.empty()) difference.runs.push_back({edit, line.text});
  return difference;
}

LineDifference changed(const Line& before, const Line& after) {
  LineDifference difference{.change = LineChange::changed, .block = after.block};
  if (before.block != after.block) difference.block_before = before.block;
  difference.formatting = before.text == after.text && before.block == after.block;
  difference.runs = word_difference(before.text, after.text);
  return difference;
}

std::string_view name_of(Edit edit) {
  switch (edit) {
    case Edit::kept:
      return "kept";
    case Edit::removed:
      return "removed";
    case Edit::inserted:
      return "inserted";
  }
  std::unreachable();
}

std::string_view name_of(LineChange change) {
  switch (change) {
    case LineChange::kept:
      return "kept";
    case LineChange::changed:
      return "changed";
    case LineChange::removed:
      return "removed";
    case LineChange::inserted:
      return "inserted";
  }
  std::unreachable();
}

}  // namespace

std::vector<LineDifference> rich_text_difference(const json::Value& before, const json::Value& after) {
  const std::vector<Line> old_lines = lines_of(before);
  const std::vector<Line> new_lines = lines_of(after);
  TokenNumbers numbers;
  const auto runs = shortest_edit(numbers_of(old_lines, numbers), numbers_of(new_lines, numbers));
  std::vector<LineDifference> out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const EditRun& run = runs[i];
    // Lines that went where others came are the same lines, rewritten.
    const bool is_rewritten = run.edit == Edit::removed && i + 1 < runs.size() && runs[i + 1].edit == Edit::inserted;
    const std::size_t paired = is_rewritten ? std::min(run.count, runs[i + 1].count) : 0;
    for (std::size_t k = 0; k < paired; ++k)
      out.push_back(changed(old_lines[run.before + k], new_lines[runs[i + 1].after + k]));
    for (std::size_t k = paired; k < run.count; ++k) {
      if (run.edit == Edit::inserted)
        out.push_back(whole(LineChange::inserted, Edit::inserted, new_lines[run.after + k]));
      else if (run.edit == Edit::removed)
        out.push_back(whole(LineChange::removed, Edit::removed, old_lines[run.before + k]));
      else
        out.push_back(whole(LineChange::kept, Edit::kept, new_lines[run.after + k]));
    }
    if (!is_rewritten) continue;
    for (std::size_t k = paired; k < runs[i + 1].count; ++k)
      out.push_back(whole(LineChange::inserted, Edit::inserted, new_lines[runs[i + 1].after + k]));
    ++i;
  }
  return out;
}

json::Value to_json(const std::vector<TextRun>& runs) {
  json::Array out;
  for (const TextRun& run : runs) out.push_back(json::Object{{name_of(run.edit), run.text}});
  return out;
}

json::Value to_json(const std::vector<LineDifference>& lines) {
  json::Array out;
  for (const LineDifference& line : lines) {
    json::Object object{{"change", name_of(line.change)}, {"block", line.block}};
    if (!line.block_before.empty()) object["blockBefore"] = line.block_before;
    if (line.formatting) object["formatting"] = true;
    object["runs"] = to_json(line.runs);
    out.push_back(std::move(object));
  }
  return out;
}

}  // namespace pagewright::diff
