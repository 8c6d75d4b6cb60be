// Runs a Bytecode once.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/bytecode.hpp"
#include "engine/liquid/escape.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

class Machine {
 public:
  Machine(const Bytecode& code, std::span<const json::Value* const> values, std::string_view node_id, Host* host,
          TextWriter& out, const Limits& limits);

  Result<void> run();

 private:
  enum class Stop : std::uint8_t { done, steps, output, memory, error };

  struct Loop {
    Value collection;
    std::int64_t begin;  // first item's place in the collection
    std::int64_t count;
    std::int64_t index;
    std::int64_t columns;  // of a table
  };

  // What few templates need.
  struct Rare {
    struct Cycle {
      std::uint32_t frame;
      std::string name;
      std::uint32_t turn;
    };

    std::vector<Cycle> cycles;
    std::vector<std::uint32_t> frames = {0};  // the partials around, each run with a number of its own
    std::uint32_t frame_count = 1;
    Error error;  // of Stop::error
  };

  Stop execute();
  [[nodiscard]] Value variable(std::uint32_t index) const {
    return index < values_.size() && values_[index] ? Value::of(*values_[index]) : Value();
  }
  [[nodiscard]] Value variable_member(std::uint32_t index, std::string_view key);
  // Each iterates or calls and takes its operands off the stack, which ends at `top`; returns the new top.
  Value* begin_loop(const Instruction& instruction, Value* top, bool& has_items);
  [[nodiscard]] std::int64_t read_count(const Value& value);
  [[nodiscard]] std::int64_t read_whole(const Value& value);
  bool next_loop(const Instruction& instruction);
  void check_comparable(const Value& left, const Value& right);
  Value* call_filter(const Instruction& instruction, Value* top);
  Value* output_markup(const Instruction& instruction, Value* top);
  Value* compare(const Instruction& instruction, Value* top);
  // What Special names.
  Value* run_special(const Instruction& instruction, Value* top);
  [[nodiscard]] Value named(const Instruction& instruction, const Value& name);
  [[nodiscard]] Value turn_of_cycle(const Instruction& instruction, std::span<const Value> operands);
  [[nodiscard]] Value next_count(const Instruction& instruction);
  [[nodiscard]] Value make_range(const Value& first, const Value& last);
  void end_if_changed(std::uint32_t local);
  Rare& rare();
  // After an error in `failed`: goes on behind the node that it belongs to, or says why not.
  Stop recover(const Instruction& failed, const Instruction*& next);
  void set_item(const Instruction& instruction, const Loop& loop);
  [[nodiscard]] static Value loop_field(const Loop& loop, LoopField field);
  [[nodiscard]] static Value table_field(const Loop& loop, LoopField field);
  void end_capture(std::uint32_t local);
  void append_slot(std::string_view name);
  void output_value(const Value& value, OutputEscape escape);
  // Long operands cost more than one step.
  void charge(const Value& value);
  void charge_comparison(Comparison comparison, const Value& left, const Value& right);

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
  std::unique_ptr<Rare> rare_;

  static constexpr std::int64_t most_count = std::int64_t{1} << 40;  // of a limit or an offset
  static constexpr std::size_t few_locals = 12;
  static constexpr std::size_t few_loops = 3;
  // Raw storage, so that a run doesn't pay for what it doesn't use.
  alignas(Value) std::byte few_locals_[few_locals * sizeof(Value)];
  alignas(Loop) std::byte few_loops_[few_loops * sizeof(Loop)];
};

}  // namespace pagewright::liquid
