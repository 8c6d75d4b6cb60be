// Parses what stands inside {{ … }} and {% … %}: operands, paths, filters and conditions.
#pragma once

#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// Reads one markup from left to right. After the first fault has_failed() is true, the fault is recorded, and what is
// returned is a harmless placeholder.
class ExpressionParser {
 public:
  static constexpr unsigned most_nested = 16;       // a[b[c…]]
  static constexpr std::size_t most_parts = 64;     // comparisons in a condition, filters in a chain, steps in a path
  static constexpr std::size_t most_arguments = 8;  // of a filter

  // How much must be understood: in lax markup, what follows an expression is skipped.
  enum class Rigour : std::uint8_t { strict, lax };

  // `markup` is a view into `source`, from which offsets are counted.
  ExpressionParser(std::string_view source, std::string_view markup, DiagnosticList& faults,
                   Rigour rigour = Rigour::strict);

  [[nodiscard]] Expression parse_operand();
  [[nodiscard]] FilteredExpression parse_filtered();
  [[nodiscard]] Condition parse_condition();
  // A variable's name; the fault names `purpose`.
  [[nodiscard]] std::string_view parse_name(std::string_view purpose);
  // What {% assign %} and {% capture %} may call a variable: digits may come first.
  [[nodiscard]] std::string_view parse_target();
  // Everything up to the end.
  [[nodiscard]] std::string_view parse_rest();
  // The markup between two places that at() gave, without its white space.
  [[nodiscard]] std::string compact_text(std::size_t begin, std::size_t end) const;

  // Skips the mark or the word if it is next.
  bool accept(std::string_view mark);
  bool accept_word(std::string_view word);
  void expect(std::string_view mark);
  // Reports whatever is left.
  void expect_end();

  [[nodiscard]] bool is_at_end();
  [[nodiscard]] bool has_failed() const { return has_failed_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(base_ + at_); }
  void fail(std::string message) { fail_at(offset(), std::move(message)); }

 private:
  void fail_at(std::uint32_t offset, std::string message);
  void skip_white_space();
  void skip_to_filter();
  std::string_view peek_name();
  Expression parse_string();
  Expression parse_number_literal();
  Expression parse_range();
  Expression parse_path();
  Expression parse_bracketed_path();
  void parse_steps(Path& path);
  [[nodiscard]] std::string_view skip_unknown_operator();
  Comparison parse_comparison();
  FilterCall parse_filter();

  std::string_view markup_;
  std::size_t base_;
  std::size_t at_ = 0;
  unsigned nested_ = 0;
  bool has_failed_ = false;
  Rigour rigour_;
  DiagnosticList& faults_;
};

}  // namespace pagewright::liquid
