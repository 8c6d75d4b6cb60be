// A template as a tree. Names and texts are views into the source; offsets are byte offsets into it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

struct Expression;

// One step of a path: .name, or [expression].
struct PathStep {
  std::string_view name;
  std::unique_ptr<Expression> index;  // null for a name
};

struct Path {
  std::string_view root;
  std::vector<PathStep> steps;
};

struct RangeLiteral {
  std::unique_ptr<Expression> first;
  std::unique_ptr<Expression> last;
};

struct Expression {
  std::variant<Value, Path, RangeLiteral> form;  // a Value is a literal
  std::uint32_t offset = 0;
};

struct NamedExpression {
  std::string_view name;
  Expression value;
};

struct FilterCall {
  std::string_view name;
  std::uint32_t offset = 0;
  std::vector<Expression> arguments;
  std::vector<NamedExpression> named;
};

struct FilteredExpression {
  Expression input;
  std::vector<FilterCall> filters;
};

enum class Comparison : std::uint8_t {
  none,
  equal,
  not_equal,
  less,
  greater,
  less_or_equal,
  greater_or_equal,
  contains
};
enum class Link : std::uint8_t { none, conjunction, disjunction };

// One comparison of a condition and how it hangs together with those to its right: a and (b or (c …)).
struct ConditionPart {
  Expression left;
  Comparison comparison = Comparison::none;
  std::optional<Expression> right;
  Link link = Link::none;
};

using Condition = std::vector<ConditionPart>;

struct Node;
using Block = std::vector<Node>;

struct TextNode {
  std::string_view text;
};

struct OutputNode {
  FilteredExpression value;
};

struct IfBranch {
  Condition condition;  // empty: else
  bool is_negated = false;
  Block body;
};

struct IfNode {
  std::vector<IfBranch> branches;
};

struct WhenBranch {
  std::vector<Expression> values;  // empty: else
  Block body;
};

struct CaseNode {
  Expression subject;
  std::vector<WhenBranch> branches;
};

struct ForNode {
  std::string_view variable;
  Expression collection;
  std::optional<Expression> limit;
  std::optional<Expression> offset;
  bool is_reversed = false;
  Block body;
  Block otherwise;
};

struct AssignNode {
  std::string_view variable;
  FilteredExpression value;
};

struct CaptureNode {
  std::string_view variable;
  Block body;
};

struct BreakNode {};
struct ContinueNode {};

struct SlotNode {
  std::string_view name;
};

struct EditableNode {
  std::string_view prop;
};

struct Node {
  std::variant<TextNode, OutputNode, IfNode, CaseNode, ForNode, AssignNode, CaptureNode, BreakNode, ContinueNode,
               SlotNode, EditableNode>
      form;
  std::uint32_t offset = 0;
};

}  // namespace pagewright::liquid
