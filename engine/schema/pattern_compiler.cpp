// Recursive descent over the pattern; each construct appends its instructions. Thompson's construction.
#include <optional>

#include "engine/schema/code_point_set.hpp"
#include "engine/schema/pattern.hpp"

namespace pagewright::schema {
namespace {

constexpr std::size_t max_instructions = 20'000;
constexpr unsigned max_nesting = 50;
constexpr std::uint32_t unlimited = UINT32_MAX;

std::optional<unsigned> hex_digit(char32_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

}  // namespace

class PatternCompiler {
 public:
  explicit PatternCompiler(std::string_view source) : source_(decode_utf8(source)) {}

  std::expected<Pattern, std::string> compile() {
    if (parse_alternatives() && at_ < source_.size()) refuse("there is a \")\" without its \"(\"");
    emit(Pattern::Action::accept);
    if (!fault_.empty()) return std::unexpected("The pattern can't be used: " + fault_ + ".");
    return std::move(pattern_);
  }

 private:
  using Action = Pattern::Action;
  using Instruction = Pattern::Instruction;
  struct Repeat {
    std::uint32_t least;
    std::uint32_t most;
  };

  bool refuse(std::string fault) {
    if (fault_.empty()) fault_ = std::move(fault) + " (at character " + std::to_string(at_ + 1) + ")";
    return false;
  }

  [[nodiscard]] bool is_next(char32_t c) const { return at_ < source_.size() && source_[at_] == c; }
  bool take(char32_t c) {
    if (!is_next(c)) return false;
    ++at_;
    return true;
  }

  std::vector<Instruction>& program() { return pattern_.program_; }
  [[nodiscard]] std::uint32_t here() { return static_cast<std::uint32_t>(program().size()); }

  std::uint32_t emit(Action action, std::uint32_t first = 0, std::uint32_t second = 0) {
    if (program().size() >= max_instructions)
      refuse("it is too large");
    else
      program().push_back({action, first, second});
    return here() - 1;
  }

  void emit_set(CodePointSet set) {
    Pattern::Consumed consumed{std::move(set), {}};
    for (char32_t c = 0; c < 128; ++c)
      if (contains(consumed.set, c)) consumed.ascii[c / 64] |= std::uint64_t{1} << c % 64;
    pattern_.sets_.push_back(std::move(consumed));
    emit(Action::consume, static_cast<std::uint32_t>(pattern_.sets_.size() - 1));
  }

  // Moves the instructions from `start` on by one, so that a split can stand before them.
  void insert_split(std::uint32_t start) {
    shift(start, here(), 1);
    program().insert(program().begin() + start, Instruction{Action::split, start + 1, 0});
  }

  void shift(std::uint32_t from, std::uint32_t to, std::uint32_t by) {
    for (std::uint32_t i = from; i < to; ++i) {
      Instruction& instruction = program()[i];
      if (instruction.action == Action::split) instruction.second += by;
      if (instruction.action == Action::split || instruction.action == Action::jump) instruction.first += by;
    }
  }

  bool parse_alternatives() {
    if (++nesting_ > max_nesting) return refuse("its groups are nested too deeply");
    const std::uint32_t start = here();
    if (!parse_sequence()) return false;
    std::vector<std::uint32_t> ends;
    std::uint32_t last_start = start;
    while (take('|')) {
      insert_split(last_start);
      ends.push_back(emit(Action::jump));
      program()[last_start].second = here();
      last_start = here();
      if (!parse_sequence()) return false;
    }
    for (const std::uint32_t end : ends) program()[end].first = here();
    --nesting_;
    return true;
  }

  bool parse_sequence() {
    while (at_ < source_.size() && !is_next('|') && !is_next(')')) {
      const std::uint32_t start = here();
      bool can_repeat = true;
      if (!parse_atom(can_repeat) || !parse_quantifier(start, can_repeat)) return false;
    }
    return true;
  }

  bool parse_atom(bool& can_repeat) {
    const char32_t c = source_[at_++];
    switch (c) {
      case '(':
        return parse_group();
      case '[':
        return parse_class();
      case '.':
        emit_set(any_but_line_ends());
        return true;
      case '^':
        emit(Action::line_start);
        can_repeat = false;
        return true;
      case '$':
        emit(Action::line_end);
        can_repeat = false;
        return true;
      case '\\':
        return parse_escape(can_repeat);
      case '*':
      case '+':
      case '?':
        return refuse("there is nothing to repeat");
      case '{':
      case '}':
      case ']':
        return refuse("a bracket must be written with a backslash before it");
      default:
        emit_set({{c, c}});
        return true;
    }
  }

  bool parse_group() {
    if (take('?')) {
      if (take('<')) {
        if (is_next('=') || is_next('!')) return refuse("looking behind is not supported");
        while (at_ < source_.size() && !is_next('>')) ++at_;
        if (!take('>')) return refuse("a group's name lacks its \">\"");
      } else if (!take(':')) {
        return refuse("looking ahead is not supported");
      }
    }
    if (!parse_alternatives()) return false;
    return take(')') || refuse("a \"(\" lacks its \")\"");
  }

  bool parse_escape(bool& can_repeat) {
    if (at_ == source_.size()) return refuse("it ends with a backslash");
    const char32_t c = source_[at_];
    if (c == 'b' || c == 'B') {
      ++at_;
      can_repeat = false;
      emit(c == 'b' ? Action::word_boundary : Action::no_word_boundary);
      return true;
    }
    if (auto set = class_escape(c)) {
      ++at_;
      emit_set(std::move(*set));
      return true;
    }
    const auto literal = parse_character_escape();
    if (!literal) return false;
    emit_set({{*literal, *literal}});
    return true;
  }

  std::optional<char32_t> parse_hex(unsigned count) {
    char32_t value = 0;
    for (unsigned i = 0; i < count; ++i) {
      const auto digit = at_ < source_.size() ? hex_digit(source_[at_]) : std::nullopt;
      if (!digit) {
        refuse("a \\x or \\u lacks digits");
        return std::nullopt;
      }
      value = value * 16 + *digit;
      ++at_;
    }
    return value;
  }

  std::optional<char32_t> parse_character_escape() {
    const char32_t c = source_[at_++];
    switch (c) {
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'v':
        return '\v';
      case 'f':
        return '\f';
      case 'r':
        return '\r';
      case '0':
        return U'\0';
      case 'c':
        if (at_ < source_.size() && is_word(source_[at_]) && source_[at_] > '9' && source_[at_] != '_')
          return source_[at_++] % 32;
        refuse("a \\c lacks its letter");
        return std::nullopt;
      case 'x':
        return parse_hex(2);
      case 'u':
        if (take('{')) {
          char32_t value = 0;
          while (at_ < source_.size() && hex_digit(source_[at_]) && value <= last_code_point)
            value = value * 16 + *hex_digit(source_[at_++]);
          if (value <= last_code_point && take('}')) return value;
          refuse("a \\u{…} is not whole");
          return std::nullopt;
        }
        return parse_hex(4);
      case 'p':
      case 'P':
        refuse("\\p{…} is not supported");
        return std::nullopt;
      case 'k':
        refuse("backreferences are not supported");
        return std::nullopt;
      default:
        if (c >= '1' && c <= '9') {
          refuse("backreferences are not supported");
          return std::nullopt;
        }
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
          refuse("an escape is not known");
          return std::nullopt;
        }
        return c;
    }
  }

  // One member of a class: a set (\d) or a single character, from which a range may start.
  std::optional<char32_t> parse_class_member(CodePointSet& set) {
    if (!take('\\')) return source_[at_++];
    if (at_ == source_.size()) return std::nullopt;
    if (const auto escape = class_escape(source_[at_])) {
      ++at_;
      set.insert(set.end(), escape->begin(), escape->end());
      return std::nullopt;
    }
    if (take('b')) return U'\b';
    return parse_character_escape();
  }

  bool parse_class() {
    const bool is_negated = take('^');
    CodePointSet set;
    while (at_ < source_.size() && !is_next(']')) {
      const auto first = parse_class_member(set);
      if (!fault_.empty()) return false;
      if (!first) continue;
      auto last = first;
      if (is_next('-') && at_ + 1 < source_.size() && source_[at_ + 1] != ']') {
        ++at_;
        last = parse_class_member(set);
        if (!last || *last < *first) return refuse("a range in [] is not in order");
      }
      set.emplace_back(*first, *last);
    }
    if (!take(']')) return refuse("a \"[\" lacks its \"]\"");
    set = normalized(std::move(set));
    emit_set(is_negated ? complement(set) : std::move(set));
    return true;
  }

  std::optional<std::uint32_t> parse_count() {
    std::uint32_t count = 0;
    const std::size_t start = at_;
    while (at_ < source_.size() && source_[at_] >= '0' && source_[at_] <= '9' && count < max_instructions)
      count = count * 10 + static_cast<std::uint32_t>(source_[at_++] - '0');
    if (at_ == start) return std::nullopt;
    return count;
  }

  std::optional<Repeat> parse_braces() {
    const auto least = parse_count();
    if (!least) return std::nullopt;
    Repeat repeat{*least, *least};
    if (take(',')) repeat.most = parse_count().value_or(unlimited);
    if (!take('}') || repeat.most < repeat.least) return std::nullopt;
    return repeat;
  }

  bool parse_quantifier(std::uint32_t start, bool can_repeat) {
    Repeat repeat{1, 1};
    if (take('*'))
      repeat = {0, unlimited};
    else if (take('+'))
      repeat = {1, unlimited};
    else if (take('?'))
      repeat = {0, 1};
    else if (take('{')) {
      const auto braces = parse_braces();
      if (!braces) return refuse("a repetition must be {n}, {n,} or {n,m}");
      repeat = *braces;
    } else {
      return fault_.empty();
    }
    if (!can_repeat) return refuse("there is nothing to repeat");
    take('?');  // lazy or greedy: the same texts match
    repeat_from(start, repeat);
    return fault_.empty();
  }

  // Writes the instructions from `start` on as often as `repeat` wants.
  void repeat_from(std::uint32_t start, Repeat repeat) {
    const std::vector<Instruction> body(program().begin() + start, program().end());
    program().resize(start);
    const auto copies = static_cast<std::uint64_t>(repeat.most == unlimited ? repeat.least + 1 : repeat.most);
    if (start + copies * (body.size() + 2) > max_instructions) {
      refuse("it repeats too much");
      return;
    }
    const auto append_body = [&] {
      const std::uint32_t from = here();
      program().insert(program().end(), body.begin(), body.end());
      shift(from, here(), from - start);
    };
    for (std::uint32_t i = 0; i < repeat.least; ++i) append_body();
    if (repeat.most == unlimited) {
      const std::uint32_t split = emit(Action::split, here() + 1);
      append_body();
      emit(Action::jump, split);
      program()[split].second = here();
      return;
    }
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = repeat.least; i < repeat.most; ++i) {
      splits.push_back(emit(Action::split, here() + 1));
      append_body();
    }
    for (const std::uint32_t split : splits) program()[split].second = here();
  }

  std::u32string source_;
  std::size_t at_ = 0;
  unsigned nesting_ = 0;
  std::string fault_;
  Pattern pattern_;
};

std::expected<Pattern, std::string> Pattern::compile(std::string_view source) {
  return PatternCompiler(source).compile();
}

}  // namespace pagewright::schema
