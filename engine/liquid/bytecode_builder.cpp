#include "engine/liquid/bytecode_builder.hpp"

#include <algorithm>
#include <utility>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {

void BytecodeBuilder::flush_text() {
  if (pending_.empty()) return;
  const std::string text = std::exchange(pending_, std::string());
  const auto begin = static_cast<std::uint32_t>(code_.text.size());
  code_.text += text;
  code_.instructions.push_back(
      {.operation = Operation::text, .first = begin, .second = static_cast<std::uint32_t>(text.size())});
}

std::uint32_t BytecodeBuilder::emit(Instruction instruction) {
  flush_text();
  code_.instructions.push_back(instruction);
  return static_cast<std::uint32_t>(code_.instructions.size() - 1);
}

Instruction* BytecodeBuilder::last() {
  const bool is_free = pending_.empty() && code_.instructions.size() > barrier_;
  return is_free ? &code_.instructions.back() : nullptr;
}

void BytecodeBuilder::emit_output(OutputEscape escape) {
  const auto how = static_cast<std::uint8_t>(escape);
  Instruction* before = last();
  if (before && before->operation == Operation::push_constant) {
    const Value value = code_.constants[before->first];
    code_.instructions.pop_back();
    TextWriter writer(pending_);
    append_value(writer, value, escape);
    return;
  }
  if (before && before->operation == Operation::push_variable) {
    *before = {.operation = Operation::output_variable, .small = how, .first = before->first};
    return;
  }
  const std::size_t count = code_.instructions.size();
  if (before && before->operation == Operation::get_member && count >= barrier_ + 2 &&
      code_.instructions[count - 2].operation == Operation::push_variable) {
    const std::uint32_t key = before->first;
    code_.instructions.pop_back();
    Instruction& push = code_.instructions.back();
    push = {.operation = Operation::output_member, .small = how, .first = push.first, .second = key};
    return;
  }
  emit({.operation = Operation::output, .small = how});
}

std::uint32_t BytecodeBuilder::constant(const Value& value) {
  const Value kept = value.is_string() ? Value::of(std::string_view(code_.strings[string(value.text())])) : value;
  code_.constants.push_back(kept);
  return static_cast<std::uint32_t>(code_.constants.size() - 1);
}

void BytecodeBuilder::emit_constant(const Value& value) {
  emit({.operation = Operation::push_constant, .first = constant(value)});
}

void BytecodeBuilder::emit_special(Special special, std::uint32_t first, std::uint32_t second, std::uint16_t wide) {
  emit({.operation = Operation::special,
        .small = static_cast<std::uint8_t>(special),
        .wide = wide,
        .first = first,
        .second = second});
}

void BytecodeBuilder::emit_raise(std::string_view message) {
  emit_special(Special::raise, constant(Value::of(message)));
}

std::vector<Value> BytecodeBuilder::last_constants(std::size_t count) const {
  std::vector<Value> values;
  if (!pending_.empty() || code_.instructions.size() < barrier_ + count) return values;
  for (const Instruction& instruction : std::span(code_.instructions).last(count)) {
    if (instruction.operation != Operation::push_constant) return {};
    values.push_back(code_.constants[instruction.first]);
  }
  return values;
}

void BytecodeBuilder::replace_by_constant(std::size_t count, const Value& value) {
  code_.instructions.resize(code_.instructions.size() - count);
  emit_constant(value);
}

void BytecodeBuilder::emit_range() {
  const std::vector<Value> ends = last_constants(2);
  if (ends.empty())
    emit({.operation = Operation::make_range});
  else
    replace_by_constant(2, Value::range(integer_of(ends[0]), integer_of(ends[1])));
}

void BytecodeBuilder::emit_compare(Comparison comparison) {
  emit({.operation = Operation::compare, .small = static_cast<std::uint8_t>(comparison)});
}

void BytecodeBuilder::emit_filter(FilterFunction function, std::uint8_t arguments) {
  const std::vector<Value> values = last_constants(std::size_t{arguments} + 1);
  if (!values.empty()) {
    constexpr std::size_t longest = 4096;
    Arena arena(longest);
    arena.note_errors();
    const Value result = function(values[0], std::span(values).subspan(1), arena);
    const bool is_plain = !result.is_list() && !result.json_object();
    if (is_plain && !arena.is_exhausted() && !arena.has_error()) return replace_by_constant(values.size(), result);
  }
  emit({.operation = Operation::filter, .small = arguments, .first = filter(function)});
}

std::uint32_t BytecodeBuilder::bound_names(std::vector<NamedLocal> names) {
  code_.bound_names.push_back(std::move(names));
  return static_cast<std::uint32_t>(code_.bound_names.size() - 1);
}

// One for each partial that is put in, which are few.
std::uint16_t BytecodeBuilder::scope_names(std::vector<NamedLocal> names) {
  code_.scope_names.push_back(std::move(names));
  return static_cast<std::uint16_t>(code_.scope_names.size() - 1);
}

void BytecodeBuilder::emit_editable(std::string_view text) {
  flush_text();
  const auto begin = static_cast<std::uint32_t>(code_.text.size());
  code_.text += text;
  emit({.operation = Operation::editable, .first = begin, .second = static_cast<std::uint32_t>(text.size())});
}

bool BytecodeBuilder::join_text_test(Operation jump) {
  const std::size_t count = code_.instructions.size();
  if (!pending_.empty() || count < barrier_ + 3) return false;
  if (jump != Operation::jump_if_false && jump != Operation::jump_if_true) return false;
  const Instruction& compare = code_.instructions[count - 1];
  const Instruction& constant = code_.instructions[count - 2];
  Instruction& subject = code_.instructions[count - 3];
  const auto comparison = static_cast<Comparison>(compare.small);
  const bool is_test = compare.operation == Operation::compare &&
                       (comparison == Comparison::equal || comparison == Comparison::not_equal);
  const bool is_text = constant.operation == Operation::push_constant && constant.first <= UINT16_MAX &&
                       code_.constants[constant.first].is_string();
  const bool is_local = subject.operation == Operation::push_local;
  if (!is_test || !is_text || (!is_local && subject.operation != Operation::push_variable)) return false;
  const bool if_equal = (comparison == Comparison::equal) == (jump == Operation::jump_if_true);
  subject = {.operation = Operation::jump_on_text,
             .small = static_cast<std::uint8_t>((if_equal ? jumps_if_equal : 0) | (is_local ? tests_local : 0)),
             .wide = static_cast<std::uint16_t>(constant.first),
             .first = subject.first};
  code_.instructions.resize(count - 2);
  return true;
}

void BytecodeBuilder::jump(Operation operation, Jumps& jumps) {
  if (join_text_test(operation)) {
    jumps.push_back(static_cast<std::uint32_t>(code_.instructions.size() - 1));
    barrier_ = code_.instructions.size();
    return;
  }
  Instruction* before = operation == Operation::jump_if_false ? last() : nullptr;
  const bool tests_variable = before && before->operation == Operation::push_variable;
  const bool tests_a_local = before && before->operation == Operation::push_local;
  if (tests_variable || tests_a_local) {
    before->operation = tests_variable ? Operation::jump_unless_variable : Operation::jump_unless_local;
    jumps.push_back(static_cast<std::uint32_t>(code_.instructions.size() - 1));
  } else {
    jumps.push_back(emit({.operation = operation}));
  }
  barrier_ = code_.instructions.size();
}

std::uint32_t BytecodeBuilder::here() {
  flush_text();
  barrier_ = code_.instructions.size();
  return static_cast<std::uint32_t>(code_.instructions.size());
}

void BytecodeBuilder::arrive(const Jumps& jumps) {
  const std::uint32_t target = here();
  for (const std::uint32_t jump : jumps) code_.instructions[jump].second = target;
}

std::uint32_t BytecodeBuilder::variable(std::string_view name) {
  const auto [found, is_new] = variables_.try_emplace(std::string(name), code_.variables.size());
  if (is_new) code_.variables.emplace_back(name);
  return found->second;
}

std::uint32_t BytecodeBuilder::string(std::string_view text) {
  if (const auto found = strings_.find(text); found != strings_.end()) return found->second;
  const auto index = static_cast<std::uint32_t>(code_.strings.size());
  strings_.emplace(code_.strings.emplace_back(text), index);
  return index;
}

std::uint32_t BytecodeBuilder::filter(FilterFunction function) {
  const auto found = std::ranges::find(code_.filters, function);
  if (found != code_.filters.end()) return static_cast<std::uint32_t>(found - code_.filters.begin());
  code_.filters.push_back(function);
  return static_cast<std::uint32_t>(code_.filters.size() - 1);
}

std::uint32_t BytecodeBuilder::markup_call(MarkupCall call) {
  code_.markup_calls.push_back(std::move(call));
  return static_cast<std::uint32_t>(code_.markup_calls.size() - 1);
}

Bytecode BytecodeBuilder::finish() {
  emit({.operation = Operation::end});
  code_.names.assign(code_.strings.begin(), code_.strings.end());
  code_.text.append(TextWriter::padding, '\0');
  return std::move(code_);
}

}  // namespace pagewright::liquid
