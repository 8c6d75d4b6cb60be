// What the machine does for few templates: cycles, counters, partials, tables, limits of loops and errors.
#include <algorithm>
#include <string>

#include "engine/liquid/machine.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {

Machine::Rare& Machine::rare() {
  if (!rare_) rare_ = std::make_unique<Rare>();
  return *rare_;
}

Value* Machine::run_special(const Instruction& instruction, Value* top) {
  switch (static_cast<Special>(instruction.small)) {
    case Special::or_local:
      if (top[-1].is_unset()) top[-1] = locals_[instruction.first];
      return top;
    case Special::or_variable:
      if (top[-1].is_unset()) top[-1] = variable(instruction.first);
      return top;
    case Special::push_named:
      top[-1] = named(instruction, top[-1]);
      return top;
    case Special::begin_table:
      loops_[instruction.first].columns = read_whole(*--top);
      return top;
    case Special::enter_partial:
      std::fill_n(locals_ + instruction.first, instruction.second, Value::unset());
      steps_ -= instruction.second;
      rare().frames.push_back(rare().frame_count++);
      return top;
    case Special::leave_partial:
      rare().frames.pop_back();
      return top;
    case Special::field_of_list: {
      const Loop& loop = loops_[instruction.first];
      const bool is_list = loop.collection.is_list() || loop.collection.json_object();
      *top++ = is_list ? loop_field(loop, static_cast<LoopField>(instruction.second)) : Value();
      return top;
    }
    case Special::cycle:
      top -= instruction.wide;
      top[-1] = turn_of_cycle(instruction, std::span<const Value>(top - 1, std::size_t{instruction.wide} + 1));
      return top;
    case Special::count:
      *top++ = next_count(instruction);
      return top;
    case Special::end_if_changed:
      end_if_changed(instruction.first);
      return top;
    case Special::raise:
      arena_.raise(code_.constants[instruction.first].text());
      return top;
  }
  std::unreachable();
}

Value Machine::named(const Instruction& instruction, const Value& name) {
  if (!name.is_string()) return {};
  for (const auto* names : {&code_.bound_names[instruction.first], &code_.scope_names[instruction.wide]}) {
    steps_ -= static_cast<std::int64_t>(names->size());
    for (const NamedLocal& known : *names)
      if (known.name == name.text() && !locals_[known.local].is_unset()) return locals_[known.local];
  }
  return instruction.second == 0 ? Value() : element(variable(instruction.second - 1), name);
}

// Cycles of the same name share their turn; without a name, those of the same literal values.
Value Machine::turn_of_cycle(const Instruction& instruction, std::span<const Value> operands) {
  std::string name(1, instruction.first == 1 ? static_cast<char>(operands[0].kind()) : 'v');
  steps_ -= static_cast<std::int64_t>(weight_of(operands[0]) / 4);
  append_text(name, operands[0]);
  steps_ -= static_cast<std::int64_t>(name.size() / 16);
  Rare& rare = this->rare();
  const std::uint32_t frame = rare.frames.back();
  const auto found = std::ranges::find_if(
      rare.cycles, [&](const Rare::Cycle& cycle) { return cycle.frame == frame && cycle.name == name; });
  steps_ -= static_cast<std::int64_t>(rare.cycles.size() / 4);
  Rare::Cycle& cycle =
      found != rare.cycles.end() ? *found : rare.cycles.emplace_back(Rare::Cycle{frame, std::move(name), 0});
  const std::span<const Value> values = operands.subspan(1);
  const Value value = cycle.turn < values.size() ? values[cycle.turn] : Value();
  cycle.turn = cycle.turn + 1 >= values.size() ? 0 : cycle.turn + 1;
  return value;
}

// A limit or an offset.
std::int64_t Machine::read_count(const Value& value) {
  charge(value);
  if (!is_integer(value)) arena_.raise("invalid integer");
  return std::clamp(integer_of(value), -most_count, most_count);
}

// One of a table, or its columns: as far as it is a number, nil is 0.
std::int64_t Machine::read_whole(const Value& value) {
  charge(value);
  if (!value.is_number() && !value.is_string() && !value.is_nil()) arena_.raise("invalid integer");
  return std::clamp(integer_of(value), -most_count, most_count);
}

// An increment yields what was before, a decrement what is then.
Value Machine::next_count(const Instruction& instruction) {
  Value& counter = locals_[instruction.first];
  if (counter.is_unset())
    counter = Value::of(instruction.second == 0 ? std::int64_t{0} : integer_of(variable(instruction.second - 1)));
  const Value before = counter;
  counter = add(counter, Value::of(std::int64_t{instruction.wide == 0 ? 1 : -1}));
  return instruction.wide == 0 ? before : counter;
}

Value Machine::make_range(const Value& first, const Value& last) {
  const auto is_end = [](const Value& value) { return value.is_number() || value.is_string() || value.is_nil(); };
  charge(first);
  charge(last);
  if (!is_end(first) || !is_end(last)) arena_.raise("invalid integer");
  return Value::range(integer_of(first), integer_of(last));
}

void Machine::end_if_changed(std::uint32_t local) {
  const Value last = locals_[local];
  const std::size_t begin = captures_.back();
  steps_ -= static_cast<std::int64_t>(out_.written_since(begin).size() / 64);
  if (last.is_string() && last.text() == out_.written_since(begin))
    out_.truncate(begin);
  else
    locals_[local] = Value::of(arena_.keep(out_.written_since(begin)));
  captures_.pop_back();
}

Value Machine::table_field(const Loop& loop, LoopField field) {
  const std::int64_t columns = loop.columns > 0 ? loop.columns : INT64_MAX;
  const std::int64_t column = loop.index % columns;
  switch (field) {
    case LoopField::col:
      return Value::of(column + 1);
    case LoopField::col0:
      return Value::of(column);
    case LoopField::col_first:
      return Value::of(column == 0);
    case LoopField::col_last:
      return Value::of(column + 1 == columns);
    case LoopField::row:
      return Value::of(loop.index / columns + 1);
    case LoopField::next_row:
      return Value::of(loop.index / columns + 2);
    default:
      return Value::of(column + 1 == columns && loop.index + 1 != loop.count);
  }
}

void Machine::check_comparable(const Value& left, const Value& right) {
  if (!are_incomparable(left, right)) return;
  const auto name = [](const Value& value) {
    return value.is_string() ? "String" : value.kind() == Kind::integer ? "Integer" : "Float";
  };
  std::string what;
  if (right.is_string())
    what = name(right);
  else
    append_text(what, right);
  arena_.raise("comparison of ", name(left) + std::string(" with ") + what, " failed");
}

Machine::Stop Machine::recover(const Instruction& failed, const Instruction*& next) {
  if (arena_.is_exhausted()) return Stop::memory;
  const auto place = static_cast<std::uint32_t>(&failed - code_.instructions.data());
  const auto span =
      std::ranges::find_if(code_.spans, [&](const NodeSpan& node) { return node.begin <= place && place < node.end; });
  const std::string message = arena_.take_error();
  const bool has_partial = span != code_.spans.end() && span->partial > 0;
  const std::string partial(has_partial ? code_.names[span->partial - 1] : std::string_view());
  if (code_.errors == ErrorMode::strict || span == code_.spans.end()) {
    const NodeSpan where = span == code_.spans.end() ? NodeSpan{0, 0, 1, 1, false} : *span;
    rare().error = {ErrorCode::invalid_template,
                    has_partial ? "In the partial \"" + partial + "\": " + message : message,
                    std::to_string(where.line) + ":" + std::to_string(where.column)};
    return Stop::error;
  }
  steps_ -= static_cast<std::int64_t>(code_.spans.size() / 16);
  if (!span->is_blank) {
    out_.append("Liquid error (" + partial + (has_partial ? " " : "") + "line " + std::to_string(span->line) +
                "): " + message);
    if (out_.size() > output_limit_) return Stop::output;
  }
  next = code_.instructions.data() + span->end;
  return Stop::done;
}

}  // namespace pagewright::liquid
