// Which names of a template are its own (assigned, captured, loop variables) and which come from outside.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/liquid/bytecode_builder.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

struct LoopScope {
  std::string_view variable;
  std::uint32_t local;
};

class Scope {
 public:
  // Gives every name that is assigned anywhere in the template a local.
  Scope(const Block& block, BytecodeBuilder& builder) : builder_(builder) { collect(block); }

  // Emits the instruction that pushes the value of a name.
  void emit_push(std::string_view name);

  [[nodiscard]] std::optional<std::uint32_t> find_local(std::string_view name) const;
  // The local of a name that the template assigns. From here on, up to the end of the block, it is known to be set.
  [[nodiscard]] std::uint32_t assign(std::string_view name);

  void enter_loop(const LoopScope& loop) { loops_.push_back(loop); }
  void leave_loop() { loops_.pop_back(); }
  [[nodiscard]] std::span<const LoopScope> loops() const { return loops_; }

  // What is assigned inside a block may not be set behind it.
  [[nodiscard]] std::size_t enter_block() const { return surely_set_.size(); }
  void leave_block(std::size_t mark) { surely_set_.resize(mark); }

 private:
  struct Local {
    std::string_view name;
    std::uint32_t local;
  };

  void collect(const Block& block);
  void collect_name(std::string_view name);

  BytecodeBuilder& builder_;
  std::vector<Local> assigned_;
  std::vector<LoopScope> loops_;
  std::vector<std::string_view> surely_set_;
};

}  // namespace pagewright::liquid
