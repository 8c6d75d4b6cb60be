#include "engine/liquid/lexer.hpp"

#include <algorithm>

namespace pagewright::liquid {
namespace {

std::string_view trim_start(std::string_view text) {
  while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// One {{ … }} or {% … %} as it stands in the source.
struct Delimited {
  bool is_tag = false;
  bool trims_before = false;
  bool trims_after = false;
  std::string_view name;
  std::string_view markup;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Each line of {% # … %} starts with # of its own.
void check_inline_comment(std::string_view markup, std::uint32_t offset, DiagnosticList& faults) {
  for (std::size_t line = markup.find('\n'); line != std::string_view::npos; line = markup.find('\n')) {
    markup = trim_start(markup.substr(line + 1));
    if (!markup.empty() && !markup.starts_with('#'))
      return faults.report(offset, "Each line of a comment {% # %} starts with #.");
  }
}

// Where a mark stands next. Asked for places in rising order, it looks at each byte once.
class Ahead {
 public:
  explicit Ahead(std::string_view mark) : mark_(mark) {}

  std::size_t next(std::string_view text, std::size_t from) {
    if (from < from_ || from > found_) {
      from_ = from;
      found_ = text.find(mark_, from);
    }
    return found_;
  }

 private:
  std::string_view mark_;
  std::size_t from_ = 1;
  std::size_t found_ = 0;
};

class Lexer {
 public:
  Lexer(std::string_view source, DiagnosticList& faults) : source_(source), faults_(faults) {}

  std::vector<Token> run() {
    std::size_t position = 0;
    bool trim_next = false;
    while (position < source_.size()) {
      const std::size_t begin = find_opening(position);
      if (begin == source_.size()) {
        push_text(position, begin, trim_next, false);
        break;
      }
      const Delimited found = read(begin);
      push_text(position, begin, trim_next, found.trims_before);
      trim_next = found.trims_after;
      position = found.end;
      if (!found.is_tag)
        push({TokenKind::output, {}, found.markup, offset(found.begin)});
      else if (found.name == "raw")
        position = skip_raw(found, trim_next);
      else if (found.name == "comment")
        position = skip_comment(found, trim_next);
      else if (found.name == "doc")
        position = skip_documentation(found, trim_next);
      else if (found.name.empty() && found.markup.starts_with('#'))
        check_inline_comment(found.markup, offset(found.begin), faults_);
      else
        push({TokenKind::tag, found.name, found.markup, offset(found.begin)});
    }
    return std::move(tokens_);
  }

 private:
  static std::uint32_t offset(std::size_t position) { return static_cast<std::uint32_t>(position); }

  void push(Token token) { tokens_.push_back(token); }

  void push_text(std::size_t begin, std::size_t end, bool trim_front, bool trim_back) {
    std::string_view text = source_.substr(begin, end - begin);
    if (trim_front) text = trim_start(text);
    if (trim_back) text = trim_end(text);
    if (!text.empty())
      push({TokenKind::text, {}, text, offset(static_cast<std::size_t>(text.data() - source_.data()))});
  }

  std::size_t find_opening(std::size_t from) const {
    for (std::size_t at = source_.find('{', from); at != std::string_view::npos; at = source_.find('{', at + 1))
      if (at + 1 < source_.size() && (source_[at + 1] == '{' || source_[at + 1] == '%')) return at;
    return source_.size();
  }

  Delimited read(std::size_t begin) {
    Delimited found{.is_tag = source_[begin + 1] == '%', .begin = begin};
    const std::size_t closing = source_.find(found.is_tag ? "%}" : "}}", begin + 2);
    if (closing == std::string_view::npos) {
      faults_.report(offset(begin),
                     found.is_tag ? "This tag is never closed: add %}." : "This output is never closed: add }}.");
      found.end = source_.size();
      found.markup = "#";  // skipped without a second fault
      found.is_tag = true;
      return found;
    }
    found.end = closing + 2;
    std::string_view inner = source_.substr(begin + 2, closing - begin - 2);
    if (inner.starts_with('-')) {
      found.trims_before = true;
      inner.remove_prefix(1);
    }
    if (inner.ends_with('-')) {
      found.trims_after = true;
      inner.remove_suffix(1);
    }
    inner = trim_end(trim_start(inner));
    std::size_t length = 0;
    if (found.is_tag)
      while (length < inner.size() && is_name_character(inner[length])) ++length;
    found.name = inner.substr(0, length);
    found.markup = trim_start(inner.substr(length));
    return found;
  }

  // Yields the content of {% raw %} … {% endraw %} as text, to the byte.
  std::size_t skip_raw(const Delimited& opening, bool& trim_next) {
    if (!opening.markup.empty()) faults_.report(offset(opening.begin), "{% raw %} takes nothing: write {% raw %}.");
    const Delimited closing = find_closing(opening, "raw", "endraw");
    const std::string_view text = source_.substr(opening.end, closing.begin - opening.end);
    if (!text.empty()) push({TokenKind::text, {}, text, offset(opening.end), true});
    trim_next = closing.trims_after;
    return closing.end;
  }

  // What stands in {% doc %} … {% enddoc %} is not looked at.
  std::size_t skip_documentation(const Delimited& opening, bool& trim_next) {
    if (!opening.markup.empty()) faults_.report(offset(opening.begin), "{% doc %} takes nothing: write {% doc %}.");
    const Delimited closing = find_closing(opening, "doc", "enddoc");
    trim_next = closing.trims_after;
    return closing.end;
  }

  // The name of the tag that begins at `at`.
  std::string_view name_at(std::size_t at) const {
    std::string_view inner = source_.substr(at + 2);
    if (inner.starts_with('-')) inner.remove_prefix(1);
    inner = trim_start(inner);
    return inner.substr(0,
                        static_cast<std::size_t>(std::ranges::find_if_not(inner, is_name_character) - inner.begin()));
  }

  // The first tag called `end`, wherever it begins.
  Delimited find_closing(const Delimited& opening, std::string_view name, std::string_view end) {
    for (std::size_t at = find_opening(opening.end); at < source_.size(); at = find_opening(at + 1)) {
      if (source_[at + 1] != '%' || tag_end_.next(source_, at) == std::string_view::npos) continue;
      const std::string_view found = name_at(at);
      if (found == end) return read(at);
      if (found == "doc" && name == "doc") faults_.report(offset(at), "Documentation cannot hold another {% doc %}.");
    }
    faults_.report(offset(opening.begin),
                   "{% " + std::string(name) + " %} is never closed: add {% " + std::string(end) + " %}.");
    return {.begin = source_.size(), .end = source_.size()};
  }

  // Goes from one tag or output to the next: {% endcomment %} inside another tag does not count.
  std::size_t skip_comment(const Delimited& opening, bool& trim_next) {
    unsigned depth = 1;
    for (std::size_t at = find_opening(opening.end); at < source_.size(); at = find_opening(at)) {
      const bool is_tag = source_[at + 1] == '%';
      const std::size_t closing = (is_tag ? tag_end_ : brace_).next(source_, at + 2);
      if (closing == std::string_view::npos) {
        at += 2;
        continue;
      }
      if (!is_tag) {
        at = closing + 1;
        continue;
      }
      const Delimited found = read(at);
      at = found.end;
      if (found.name == "raw") at = find_closing(found, "raw", "endraw").end;
      if (found.name == "comment") ++depth;
      if (found.name != "endcomment" || --depth > 0) continue;
      trim_next = found.trims_after;
      return found.end;
    }
    faults_.report(offset(opening.begin), "This comment is never closed: add {% endcomment %}.");
    return source_.size();
  }

  std::string_view source_;
  DiagnosticList& faults_;
  std::vector<Token> tokens_;
  Ahead tag_end_{"%}"};
  Ahead brace_{"}"};
};

}  // namespace

std::vector<Token> tokenize(std::string_view source, DiagnosticList& faults) {
  return Lexer(source, faults).run();
}

std::vector<Token> tokenize_lines(std::string_view source, std::string_view lines, DiagnosticList& faults) {
  std::vector<Token> tokens;
  unsigned comments = 0;
  std::uint32_t offset = 0;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = trim_end(trim_start(lines.substr(0, end)));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    offset = static_cast<std::uint32_t>(line.data() - source.data());
    const auto length = static_cast<std::size_t>(std::ranges::find_if_not(line, is_name_character) - line.begin());
    const std::string_view name = line.substr(0, length);
    if (name == "comment") ++comments;
    if (comments == 0 && !line.starts_with('#')) {
      tokens.push_back({TokenKind::tag, name, trim_start(line.substr(length)), offset});
    } else if (comments > 0 && name == "endcomment") {
      --comments;
    }
  }
  if (comments > 0) faults.report(offset, "This comment is never closed: add endcomment.");
  return tokens;
}

}  // namespace pagewright::liquid
