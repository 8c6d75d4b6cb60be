#include "engine/liquid/tag_markup.hpp"

namespace pagewright::liquid {
namespace {

constexpr std::size_t most_values = 32;  // of a cycle or a when, arguments of a render

void parse_subject(ExpressionParser& parser, LoopHead& head, std::string_view example) {
  head.variable = parser.parse_name("the loop's variable");
  if (!parser.accept_word("in")) parser.fail("Expected \"in\" here: " + std::string(example) + ".");
  const std::size_t begin = parser.at();
  head.collection = parser.parse_operand();
  head.name = std::string(head.variable) + "-" + parser.compact_text(begin, parser.at());
}

}  // namespace

LoopHead parse_loop_head(ExpressionParser& parser) {
  LoopHead head;
  parse_subject(parser, head, "{% for item in items %}");
  while (!parser.has_failed() && !parser.is_at_end()) {
    if (parser.accept(",")) continue;
    const std::string_view option = parser.parse_name("limit, offset or reversed");
    if (option == "reversed") {
      head.is_reversed = true;
      continue;
    }
    if (option != "limit" && option != "offset") parser.fail("A loop knows limit, offset and reversed only.");
    parser.expect(":");
    if (option == "limit")
      head.limit = parser.parse_operand();
    else if (parser.accept_word("continue"))
      head.continues = true;
    else
      head.offset = parser.parse_operand();
  }
  return head;
}

LoopHead parse_table_head(ExpressionParser& parser) {
  LoopHead head;
  parse_subject(parser, head, "{% tablerow item in items %}");
  while (!parser.has_failed() && !parser.is_at_end()) {
    if (parser.accept(",")) continue;
    const std::string_view option = parser.parse_name("cols, limit or offset");
    parser.expect(":");
    if (option == "cols")
      head.columns = parser.parse_operand();
    else if (option == "limit")
      head.limit = parser.parse_operand();
    else if (option == "offset")
      head.offset = parser.parse_operand();
    else
      parser.fail("A table row knows cols, limit and offset only.");
  }
  return head;
}

AssignNode parse_assign(ExpressionParser& parser, bool may_lack_value) {
  AssignNode node;
  node.variable = parser.parse_target();
  parser.expect("=");
  if (may_lack_value && !parser.has_failed() && parser.is_at_end()) return node;
  node.value = parser.parse_filtered();
  parser.expect_end();
  return node;
}

CycleNode parse_cycle(ExpressionParser& parser) {
  CycleNode node;
  std::size_t begin = parser.at();
  Expression first = parser.parse_operand();
  if (parser.accept(":")) {
    node.name = std::move(first);
    begin = parser.at();
    first = parser.parse_operand();
  }
  const auto keep = [&](Expression value) {
    const Value* literal = std::get_if<Value>(&value.form);
    if (!literal) node.has_literals_only = false;
    if (!literal || !literal->is_nil()) node.values.push_back(std::move(value));  // Liquid leaves a literal nil out
  };
  keep(std::move(first));
  while (!parser.has_failed() && parser.accept(",") && !parser.is_at_end()) {
    keep(parser.parse_operand());
    if (node.values.size() > most_values) parser.fail("A cycle has 32 values at most.");
  }
  node.values_text = parser.compact_text(begin, parser.at());
  parser.expect_end();
  return node;
}

CounterNode parse_counter(ExpressionParser& parser, bool is_decrement) {
  const std::string_view name = parser.parse_rest();
  if (name.empty()) parser.fail("Expected a counter's name here.");
  return {name, is_decrement};
}

RenderNode parse_render(ExpressionParser& parser, bool shares_scope) {
  RenderNode node{.shares_scope = shares_scope};
  node.name = parser.parse_operand();
  const Value* literal = std::get_if<Value>(&node.name.form);
  if (!shares_scope && (!literal || !literal->is_string()))
    parser.fail("A partial is named by a literal text: {% render \"card\" %}.");
  const bool is_for_each = parser.accept_word("for");
  if (is_for_each || parser.accept_word("with")) {
    node.is_for_each = is_for_each;
    node.value = parser.parse_operand();
  }
  if (parser.accept_word("as")) node.alias = parser.parse_name("a variable's name");
  while (!parser.has_failed() && !parser.is_at_end()) {
    if (parser.accept(",")) continue;
    const std::string_view name = parser.parse_name("an argument's name");
    parser.expect(":");
    node.arguments.push_back({name, parser.parse_operand()});
    if (node.arguments.size() > most_values) parser.fail("A partial takes 32 arguments at most.");
  }
  return node;
}

std::string_view parse_captured_name(ExpressionParser& parser) {
  for (const char* quote : {"\"", "'"}) {
    if (!parser.accept(quote)) continue;
    const std::string_view name = parser.parse_target();
    parser.expect(quote);
    return name;
  }
  return parser.parse_target();
}

std::vector<Expression> parse_when_values(ExpressionParser& parser) {
  std::vector<Expression> values;
  do values.push_back(parser.parse_operand());
  while (!parser.has_failed() && (parser.accept(",") || parser.accept_word("or")));
  return values;
}

}  // namespace pagewright::liquid
