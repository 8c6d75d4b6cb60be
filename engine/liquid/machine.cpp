#include "engine/liquid/machine.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/base/same_text.hpp"
#include "engine/liquid/escape.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

bool holds(Comparison comparison, const Value& left, const Value& right) {
  switch (comparison) {
    case Comparison::none:
      return left.is_truthy();
    case Comparison::equal:
      return equal(left, right);
    case Comparison::not_equal:
      return !equal(left, right);
    case Comparison::less:
      return order(left, right) == Order::less;
    case Comparison::greater:
      return order(left, right) == Order::greater;
    case Comparison::less_or_equal: {
      const Order found = order(left, right);
      return found == Order::less || found == Order::same;
    }
    case Comparison::greater_or_equal: {
      const Order found = order(left, right);
      return found == Order::greater || found == Order::same;
    }
    case Comparison::contains:
      return contains(left, right);
  }
  std::unreachable();
}

}  // namespace

Machine::Machine(const Bytecode& code, std::span<const json::Value* const> values, std::string_view node_id, Host* host,
                 TextWriter& out, const Limits& limits)
    : code_(code),
      values_(values),
      node_id_(node_id),
      host_(host),
      out_(out),
      start_(out.size()),
      output_limit_(out.size() + limits.output_bytes),
      steps_(limits.steps),
      arena_(limits.output_bytes) {
  if (code.errors != ErrorMode::silent) [[unlikely]]
    arena_.note_errors();
  if (code.locals <= few_locals) {
    locals_ = reinterpret_cast<Value*>(few_locals_);
    std::uninitialized_fill_n(locals_, code.locals, Value::unset());
  } else {
    many_locals_.resize(code.locals, Value::unset());
    locals_ = many_locals_.data();
  }
  if (code.loops <= few_loops) {
    loops_ = reinterpret_cast<Loop*>(few_loops_);
  } else {
    many_loops_.resize(code.loops);
    loops_ = many_loops_.data();
  }
}

Result<void> Machine::run() {
  const Stop stop = execute();
  if (stop == Stop::done) [[likely]]
    return {};
  out_.truncate(start_);
  switch (stop) {
    case Stop::steps:
      return fail(ErrorCode::limit_exceeded, "The template takes too many steps: make its loops smaller.");
    case Stop::output:
      return fail(ErrorCode::limit_exceeded, "The template puts out too much text.");
    case Stop::memory:
      return fail(ErrorCode::limit_exceeded, "The template's filters make too long texts or lists.");
    case Stop::error:
      return std::unexpected(std::move(rare_->error));
    case Stop::done:
      break;
  }
  std::unreachable();
}

// A text that is put out as it is, or longer, has its limit in the output; others may be read for nothing.
inline void Machine::output_value(const Value& value, OutputEscape escape) {
  if (value.is_string()) {
    if (escape != OutputEscape::html && escape != OutputEscape::none) charge(value);
  } else if (value.is_list() || value.json_object()) {
    steps_ -= static_cast<std::int64_t>(weight_of(value) / 4);
  }
  append_value(out_, value, escape);
}

Machine::Stop Machine::execute() {
  alignas(Value) std::byte storage[Bytecode::stack_size * sizeof(Value)];
  Value* top = reinterpret_cast<Value*>(storage);  // one behind the last value
  const Instruction* const begin = code_.instructions.data();
  const char* const text = code_.text.data();
  for (const Instruction* next = begin;;) {
    const Instruction& at = *next++;
    if (--steps_ < 0) [[unlikely]]
      return Stop::steps;
    switch (at.operation) {
      case Operation::text:
        out_.append_padded(text + at.first, at.second);
        if (out_.size() > output_limit_) [[unlikely]]
          return Stop::output;
        break;
      case Operation::push_constant:
        *top++ = code_.constants[at.first];
        break;
      case Operation::push_variable:
        *top++ = variable(at.first);
        break;
      case Operation::push_local:
        *top++ = locals_[at.first];
        break;
      case Operation::push_local_or_variable:
        *top++ = locals_[at.first].is_unset() ? variable(at.second) : locals_[at.first];
        break;
      case Operation::push_loop:
        *top++ = loop_field(loops_[at.first], static_cast<LoopField>(at.small));
        break;
      case Operation::push_node_id:
        *top++ = Value::of(node_id_);
        break;
      case Operation::get_member:
        if (top[-1].is_string()) charge(top[-1]);
        top[-1] = member(top[-1], code_.names[at.first], arena_);
        break;
      case Operation::get_element:
        --top;
        if (top[0].is_string()) charge(top[0]);
        top[-1] = element(top[-1], top[0]);
        break;
      case Operation::make_range:
        --top;
        top[-1] = make_range(top[-1], top[0]);
        if (arena_.is_in_trouble()) [[unlikely]]
          goto trouble;
        break;
      case Operation::filter:
        top = call_filter(at, top);
        if (arena_.is_in_trouble()) [[unlikely]]
          goto trouble;
        break;
      case Operation::compare:
        top = compare(at, top);
        if (arena_.is_in_trouble()) [[unlikely]]
          goto trouble;
        break;
      case Operation::output:
        output_value(*--top, static_cast<OutputEscape>(at.small));
        if (out_.size() > output_limit_) [[unlikely]]
          return Stop::output;
        break;
      case Operation::output_variable:
        output_value(variable(at.first), static_cast<OutputEscape>(at.small));
        if (out_.size() > output_limit_) [[unlikely]]
          return Stop::output;
        break;
      case Operation::output_member:
        output_value(variable_member(at.first, code_.names[at.second]), static_cast<OutputEscape>(at.small));
        if (out_.size() > output_limit_) [[unlikely]]
          return Stop::output;
        break;
      case Operation::output_markup:
        top = output_markup(at, top);
        if (out_.size() > output_limit_) [[unlikely]]
          return Stop::output;
        break;
      case Operation::jump:
        next = begin + at.second;
        break;
      case Operation::jump_if_false:
        if (!(--top)->is_truthy()) next = begin + at.second;
        break;
      case Operation::jump_if_true:
        if ((--top)->is_truthy()) next = begin + at.second;
        break;
      case Operation::jump_unless_variable:
        if (!variable(at.first).is_truthy()) next = begin + at.second;
        break;
      case Operation::jump_unless_local:
        if (!locals_[at.first].is_truthy()) next = begin + at.second;
        break;
      case Operation::jump_on_text: {
        const Value tested = at.small & tests_local ? locals_[at.first] : variable(at.first);
        const Value& wanted = code_.constants[at.wide];
        steps_ -= static_cast<std::int64_t>(wanted.text().size() / 64);
        const bool is_equal = tested.is_string() ? same_text(tested.text(), wanted.text()) : equal(tested, wanted);
        if (is_equal == static_cast<bool>(at.small & jumps_if_equal)) next = begin + at.second;
        break;
      }
      case Operation::store_local:
        --top;
        locals_[at.first] = top->is_unset() ? Value() : *top;
        break;
      case Operation::begin_loop: {
        bool has_items = false;
        top = begin_loop(at, top, has_items);
        if (!has_items) next = begin + at.second;
        if (arena_.is_in_trouble()) [[unlikely]]
          goto trouble;
        break;
      }
      case Operation::loop_memory:
        break;
      case Operation::next_loop:
        if (next_loop(at)) next = begin + at.second;
        break;
      case Operation::begin_capture:
        captures_.push_back(out_.size());
        break;
      case Operation::end_capture:
        end_capture(at.first);
        if (arena_.is_exhausted()) [[unlikely]]
          return Stop::memory;
        break;
      case Operation::special:
        top = run_special(at, top);
        if (arena_.is_in_trouble()) [[unlikely]]
          goto trouble;
        break;
      case Operation::slot:
        append_slot(code_.names[at.first]);
        break;
      case Operation::editable:
        if (host_ && host_->is_canvas()) out_.append_padded(text + at.first, at.second);
        break;
      case Operation::root_class:
        if (host_) host_->append_root_class(out_);
        break;
      case Operation::root_attributes:
        if (host_) host_->append_root_attributes(out_);
        break;
      case Operation::end:
        return arena_.is_exhausted() ? Stop::memory : Stop::done;
    }
    continue;
  trouble:
    if (const Stop stop = recover(at, next); stop != Stop::done) return stop;
    top = reinterpret_cast<Value*>(storage);
  }
}

void Machine::charge(const Value& value) {
  if (value.is_string())
    steps_ -= static_cast<std::int64_t>(value.text().size() / 64);
  else if (value.is_list())
    steps_ -= size_of(value) / 4;
  else if (value.json_object())
    steps_ -= size_of(value) / 4;
}

// Lists and objects are compared at every depth, and a text is held against each item of a list.
void Machine::charge_comparison(Comparison comparison, const Value& left, const Value& right) {
  const bool is_deep = right.is_list() || right.json_object();
  if (is_deep && comparison == Comparison::contains)
    steps_ -= static_cast<std::int64_t>((weight_of(left) + weight_of(right)) / 4);
  else if (is_deep && (left.is_list() || left.json_object()))
    steps_ -= static_cast<std::int64_t>(weight_of(left) / 4);
  else if (right.is_string() && left.is_list() && comparison == Comparison::contains)
    steps_ -= size_of(left) * static_cast<std::int64_t>(right.text().size() / 64);
}

Value Machine::variable_member(std::uint32_t index, std::string_view key) {
  const Value container = variable(index);
  if (container.is_string()) charge(container);
  return member(container, key, arena_);
}

Value* Machine::compare(const Instruction& instruction, Value* top) {
  --top;
  charge(top[-1]);
  charge(top[0]);
  const auto comparison = static_cast<Comparison>(instruction.small);
  charge_comparison(comparison, top[-1], top[0]);
  if (comparison >= Comparison::less && comparison <= Comparison::greater_or_equal) check_comparable(top[-1], top[0]);
  top[-1] = Value::of(holds(comparison, top[-1], top[0]));
  return top;
}

Value* Machine::call_filter(const Instruction& instruction, Value* top) {
  top -= instruction.small;
  const std::span<const Value> arguments(top, instruction.small);
  charge(top[-1]);
  for (const Value& argument : arguments) charge(argument);
  top[-1] = code_.filters[instruction.first](top[-1], arguments, arena_);
  steps_ -= static_cast<std::int64_t>(arena_.take_spent() / 4);
  return top;
}

Value* Machine::begin_loop(const Instruction& instruction, Value* top, bool& has_items) {
  std::int64_t offset = 0;
  std::int64_t limit = INT64_MAX;
  const bool is_table = instruction.small & loop_of_table;
  if (instruction.small & loop_has_offset) {
    const Value given = *--top;
    if (is_table || !given.is_nil()) offset = is_table ? read_whole(given) : read_count(given);
  }
  if (instruction.small & loop_has_limit) {
    const Value given = *--top;
    if (is_table || !given.is_nil()) limit = is_table ? read_whole(given) : read_count(given);
  }
  Value* memory = instruction.small & loop_has_memory ? &locals_[(&instruction)[1].first] : nullptr;
  if (instruction.small & loop_continues) offset = integer_of(*memory);
  Loop& loop = loops_[instruction.first];
  loop.collection = *--top;
  const bool is_list =
      loop.collection.is_list() || (loop.collection.json_object() && (instruction.small & loop_keeps_objects) == 0);
  if (is_list) {
    const std::int64_t size = size_of(loop.collection);
    const std::int64_t end = limit == INT64_MAX ? size : std::clamp<std::int64_t>(offset + limit, 0, size);
    loop.begin = std::clamp<std::int64_t>(offset, 0, size);
    loop.count = std::max<std::int64_t>(0, end - loop.begin);
  } else {  // a text is its own only item
    const bool is_item = loop.collection.is_string() && !loop.collection.text().empty();
    loop.begin = 0;
    loop.count = is_item || (instruction.small & loop_takes_anything) ? 1 : 0;
  }
  loop.index = 0;
  loop.columns = loop.count;
  if (memory) *memory = Value::of(offset + loop.count);
  has_items = loop.count > 0;
  if (has_items) set_item(instruction, loop);
  return top;
}

bool Machine::next_loop(const Instruction& instruction) {
  Loop& loop = loops_[instruction.first];
  if (++loop.index >= loop.count) return false;
  set_item(instruction, loop);
  return true;
}

// An object's items are [key, value] pairs.
void Machine::set_item(const Instruction& instruction, const Loop& loop) {
  const bool is_reversed = instruction.small & loop_is_reversed;
  const std::int64_t place = loop.begin + (is_reversed ? loop.count - 1 - loop.index : loop.index);
  Value& item = locals_[instruction.wide];
  if (loop.collection.json_object() && (instruction.small & loop_keeps_objects) == 0)
    item = entry_at(loop.collection, place, arena_);
  else if (loop.collection.is_list())
    item = item_at(loop.collection, place);
  else
    item = loop.collection;
}

Value Machine::loop_field(const Loop& loop, LoopField field) {
  switch (field) {
    case LoopField::index:
      return Value::of(loop.index + 1);
    case LoopField::index0:
      return Value::of(loop.index);
    case LoopField::rindex:
      return Value::of(loop.count - loop.index);
    case LoopField::rindex0:
      return Value::of(loop.count - loop.index - 1);
    case LoopField::first:
      return Value::of(loop.index == 0);
    case LoopField::last:
      return Value::of(loop.index + 1 == loop.count);
    case LoopField::length:
      return Value::of(loop.count);
    default:
      return table_field(loop, field);
  }
}

void Machine::end_capture(std::uint32_t local) {
  const std::size_t begin = captures_.back();
  captures_.pop_back();
  locals_[local] = Value::of(arena_.keep(out_.written_since(begin)));
  out_.truncate(begin);
}

void Machine::append_slot(std::string_view name) {
  if (!host_) return;
  const std::size_t before = out_.size();
  host_->append_slot(name, out_);
  output_limit_ += out_.size() - before;
}

}  // namespace pagewright::liquid
