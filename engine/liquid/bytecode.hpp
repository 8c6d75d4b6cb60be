// What a template is compiled to: a flat list of instructions for a machine with a stack of values.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/liquid/filters.hpp"
#include "engine/liquid/program.hpp"
#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

enum class Operation : std::uint8_t {
  text,                    // append text[first, first + second)
  push_constant,           // constants[first]
  push_variable,           // the value of variables[first]
  push_local,              // local `first`
  push_local_or_variable,  // local `first` if it was assigned, else variable `second`
  push_loop,               // field `small` of loop `first`
  push_node_id,
  get_member,       // container → container.names[first]
  get_element,      // container, index → container[index]
  make_range,       // first, last → range
  filter,           // input, `small` arguments → filters[first]
  compare,          // left, right → Comparison(small)
  output,           // value → appended with OutputEscape(small)
  output_variable,  // the same with variable `first`
  output_member,    // the same with variable `first`, member names[second]
  output_markup,    // input, named arguments → markup_calls[first]
  jump,             // to `second`
  jump_if_false,    // value →; jump to `second` if it is falsy
  jump_if_true,
  jump_unless_variable,  // jump to `second` if variable `first` is falsy
  jump_unless_local,     // jump to `second` if local `first` is falsy
  jump_on_text,          // compare variable (or local) `first` with the text constants[wide]; jump to `second` as
                         // TextTest(small) says
  store_local,           // value → local `first`
  begin_loop,  // collection [, limit] [, offset] → loop `first`, item in local `wide`; jump to `second` if it has no
               // item
  next_loop,   // loop `first`: next item into local `wide` and jump to `second`, or go on
  begin_capture,
  end_capture,  // → local `first`
  slot,         // names[first]
  editable,     // text[first, first + second) in the canvas
  root_class,
  root_attributes,
  end
};

enum LoopFlags : std::uint8_t { loop_has_limit = 1, loop_has_offset = 2, loop_is_reversed = 4 };
enum TextTest : std::uint8_t { jumps_if_equal = 1, tests_local = 2 };
enum class LoopField : std::uint8_t { index, index0, rindex, rindex0, first, last, length };

struct Instruction {
  Operation operation;
  std::uint8_t small = 0;
  std::uint16_t wide = 0;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

struct MarkupCall {
  void (*append)(const json::Value* input, std::span<const NamedArgument> arguments, std::string& out);
  std::vector<std::string> names;
};

struct Bytecode {
  // Deeper than any expression that the parser lets through.
  static constexpr std::size_t stack_size = 64;

  std::vector<Instruction> instructions;
  std::string text;  // with TextWriter::padding behind it
  std::vector<Value> constants;
  std::deque<std::string> strings;      // a deque: constants and names point into them
  std::vector<std::string_view> names;  // the same, for quick reach
  std::vector<std::string> variables;
  std::vector<FilterFunction> filters;
  std::vector<MarkupCall> markup_calls;
  std::uint32_t locals = 0;
  std::uint32_t loops = 0;
};

}  // namespace pagewright::liquid
