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
  begin_loop,   // collection [, limit] [, offset] → loop `first`, item in local `wide`; jump to `second` if it has no
                // item
  next_loop,    // loop `first`: next item into local `wide` and jump to `second`, or go on
  loop_memory,  // behind begin_loop: local `first` keeps how far the loop came
  begin_capture,
  end_capture,  // → local `first`
  special,      // Special(small)
  slot,         // names[first]
  editable,     // text[first, first + second) in the canvas
  root_class,
  root_attributes,
  end
};

// What few templates do, kept out of the machine's main loop.
enum class Special : std::uint8_t {
  or_local,        // an unset value → local `first`
  or_variable,     // an unset value → variable `first`
  push_named,      // text → the value of what is called so: named_locals[first], or a member of variable `second` - 1
  begin_table,     // columns → for the table of loop `first`
  enter_partial,   // unsets the locals [first, first + second)
  leave_partial,   //
  field_of_list,   // → LoopField `second` of loop `first` if it goes through a list, else nil
  cycle,           // name, `wide` values → the one whose turn it is; `first` is 1 where the name was given
  count,           // → the next number of counter local `first`, which starts at variable `second` - 1; down if `wide`
  end_if_changed,  // the captured text, if it differs from local `first`
  raise            // ends with the error constants[first]
};

enum LoopFlags : std::uint8_t {
  loop_has_limit = 1,
  loop_has_offset = 2,
  loop_is_reversed = 4,
  loop_has_memory = 8,       // loop_memory follows
  loop_continues = 16,       // and says where to begin
  loop_takes_anything = 32,  // what is no list is its own only item, nil too
  loop_of_table = 64,        // limit and offset are read as far as they are numbers
  loop_keeps_objects = 128   // an object is no list
};
enum TextTest : std::uint8_t { jumps_if_equal = 1, tests_local = 2 };
enum class LoopField : std::uint8_t {
  index,
  index0,
  rindex,
  rindex0,
  first,
  last,
  length,
  // Of table rows.
  col,
  col0,
  col_first,
  col_last,
  row,
  next_row,
  ends_row  // the last column of a row that is not the last one
};

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

struct NamedLocal {
  std::string name;
  std::uint32_t local;
};

// The instructions [begin, end) of a node: where an error is said to be, and where the run goes on behind it. Those of
// inner nodes stand before those around them.
struct NodeSpan {
  std::uint32_t begin;
  std::uint32_t end;
  unsigned line;
  unsigned column;
  bool is_blank;              // nothing is put out for the error either
  std::uint32_t partial = 0;  // names[partial - 1] is the partial that it stands in; 0: in none
};

struct Bytecode {
  // Deeper than any expression that the parser lets through.
  static constexpr std::size_t stack_size = 96;

  std::vector<Instruction> instructions;
  std::string text;  // with TextWriter::padding behind it
  std::vector<Value> constants;
  std::deque<std::string> strings;      // a deque: constants and names point into them
  std::vector<std::string_view> names;  // the same, for quick reach
  std::vector<std::string> variables;
  std::vector<FilterFunction> filters;
  std::vector<MarkupCall> markup_calls;
  // What a computed name may stand for: those bound where it stands, then those of the template or partial.
  std::vector<std::vector<NamedLocal>> bound_names;
  std::vector<std::vector<NamedLocal>> scope_names;
  std::vector<NodeSpan> spans;  // empty where errors are silent
  ErrorMode errors = ErrorMode::silent;
  std::uint32_t locals = 0;
  std::uint32_t loops = 0;
};

}  // namespace pagewright::liquid
