// Runs a Bytecode once.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/bytecode.hpp"

namespace pagewright::liquid {

class Machine {
 public:
  Machine(const Bytecode& code, std::span<const json::Value* const> values, std::string_view node_id, Host* host,
          TextWriter& out, const Limits& limits);

  Result<void> run();

 private:
  enum class Stop : std::uint8_t { done, steps, output, memory };

  struct Loop {
    Value collection;
    std::int64_t begin;  // first item's place in the collection
    std::int64_t count;
    std::int64_t index;
  };

  Stop execute();
  [[nodiscard]] Value variable(std::uint32_t index) const {
    return index < values_.size() && values_[index] ? Value::of(*values_[index]) : Value();
  }
  [[nodiscard]] Value variable_member(std::uint32_t index, std::string_view key);
  // Each iterates or calls and takes its operands off the stack, which ends at `top`; returns the new top.
  Value* begin_loop(const Instruction& instruction, Value* top, bool& has_items);
  bool next_loop(const Instruction& instruction);
  Value* call_filter(const Instruction& instruction, Value* top);
  Value* output_markup(const Instruction& instruction, Value* top);
  Value* compare(const Instruction& instruction, Value* top);
  void set_item(const Instruction& instruction, const Loop& loop);
  [[nodiscard]] Value loop_field(const Loop& loop, LoopField field) const;
  void end_capture(std::uint32_t local);
  void append_slot(std::string_view name);
  // Long operands cost more than one step.
  void charge(const Value& value);

  const Bytecode& code_;
  std::span<const json::Value* const> values_;
  std::string_view node_id_;
  Host* host_;
  TextWriter& out_;
  std::size_t start_;
  std::size_t output_limit_;  // what out_.size() may become
  std::int64_t steps_;
  Arena arena_;
  Value* locals_;
  Loop* loops_;
  std::vector<Value> many_locals_;
  std::vector<Loop> many_loops_;
  std::vector<std::size_t> captures_;

  static constexpr std::size_t few_locals = 12;
  static constexpr std::size_t few_loops = 3;
  // Raw storage, so that a run doesn't pay for what it doesn't use.
  alignas(Value) std::byte few_locals_[few_locals * sizeof(Value)];
  alignas(Loop) std::byte few_loops_[few_loops * sizeof(Loop)];
};

}  // namespace pagewright::liquid
