// A template as a tree. Names and texts are views into the source; offsets are byte offsets into it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
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
  std::unique_ptr<Expression> named_by;  // [expression] instead of a root: the variable that it names
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
  std::string_view unknown_operator;  // an error once the condition is looked at
  Link link = Link::none;
};

using Condition = std::vector<ConditionPart>;

struct Node;
using Block = std::vector<Node>;

struct TextNode {
  std::string_view text;
  bool is_raw = false;
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

// What {% for %} and {% tablerow %} run over.
struct LoopHead {
  std::string_view variable;
  std::string name;  // forloop.name: "item-page.items"
  Expression collection;
  std::optional<Expression> limit;
  std::optional<Expression> offset;
  std::optional<Expression> columns;  // of a table row
  bool continues = false;             // offset: continue
  bool is_reversed = false;
};

struct ForNode {
  LoopHead head;
  Block body;
  Block otherwise;
};

struct TableRowNode {
  LoopHead head;
  Block body;
};

struct AssignNode {
  std::string_view variable;
  FilteredExpression value;
};

struct CaptureNode {
  std::string_view variable;
  Block body;
};

struct CycleNode {
  std::optional<Expression> name;
  std::string values_text;        // stands for a name where none is given
  bool has_literals_only = true;  // if not, only this very tag is called so
  std::vector<Expression> values;
};

struct CounterNode {
  std::string_view variable;
  bool is_decrement = false;
};

struct IfChangedNode {
  Block body;
};

// {% render "card" with product as item, size: 2 %}
struct RenderNode {
  Expression name;
  std::optional<Expression> value;
  bool is_for_each = false;
  bool shares_scope = false;  // {% include %}
  std::string_view alias;     // empty: the partial's name
  std::vector<NamedExpression> arguments;
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
  std::variant<TextNode, OutputNode, IfNode, CaseNode, ForNode, TableRowNode, AssignNode, CaptureNode, CycleNode,
               CounterNode, IfChangedNode, RenderNode, BreakNode, ContinueNode, SlotNode, EditableNode>
      form;
  std::uint32_t offset = 0;
};

}  // namespace pagewright::liquid
