// Parses what stands behind the name of a tag: {% for item in items limit: 3 %}.
#pragma once

#include "engine/liquid/expression_parser.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// Each reads the whole markup; a fault is reported and seen by parser.has_failed().
[[nodiscard]] LoopHead parse_loop_head(ExpressionParser& parser);
[[nodiscard]] LoopHead parse_table_head(ExpressionParser& parser);
[[nodiscard]] AssignNode parse_assign(ExpressionParser& parser, bool may_lack_value);
[[nodiscard]] CycleNode parse_cycle(ExpressionParser& parser);
[[nodiscard]] CounterNode parse_counter(ExpressionParser& parser, bool is_decrement);
// {% render %}, or {% include %} where `shares_scope`: only that one may take a name that is computed.
[[nodiscard]] RenderNode parse_render(ExpressionParser& parser, bool shares_scope);
// The name that {% capture %} gives; it may stand in quotes.
[[nodiscard]] std::string_view parse_captured_name(ExpressionParser& parser);
// The values of {% when %}: a, b or c.
[[nodiscard]] std::vector<Expression> parse_when_values(ExpressionParser& parser);

}  // namespace pagewright::liquid
