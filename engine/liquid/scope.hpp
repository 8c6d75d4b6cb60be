// Which names of a template are its own (assigned, captured, counted, loop variables) and which come from outside.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/liquid/bytecode_builder.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

// A loop around the place that is being compiled, seen by its body as forloop or tablerowloop.
struct LoopScope {
  std::string name;
  std::uint32_t loop;
  bool is_table = false;
  bool may_be_none = false;  // of {% render … for %}, which is a loop over lists only
};

// The names of one template or partial.
class Scope {
 public:
  // What a partial does not know is nil; what the template itself does not know comes from outside.
  enum class Outside : std::uint8_t { variables, nothing };
  // Yields the blocks that an {% include %} may put in, whose names are the template's own; each but once.
  using FindIncluded = std::function<std::vector<const Block*>(const RenderNode&)>;

  // Gives a local to every name that is assigned anywhere in the block, and to the parameters.
  Scope(const Block& block, std::span<const std::string_view> parameters, Outside outside, BytecodeBuilder& builder,
        const FindIncluded& find_included);

  // The locals that must be unset where the block begins.
  [[nodiscard]] std::uint32_t first_local() const { return first_local_; }
  [[nodiscard]] std::uint32_t local_count() const { return local_count_; }

  // Emits the instructions that push the value of a name.
  void emit_push(std::string_view name);
  // The name that a computed text yields: [name]. The text is on the stack.
  void emit_push_named();

  // A name that is not (only) a variable from outside.
  [[nodiscard]] bool is_own(std::string_view name) const;
  // The local of a name that the template assigns. From here on, up to the end of the block, it is known to be set.
  [[nodiscard]] std::uint32_t assign(std::string_view name);
  [[nodiscard]] std::uint32_t parameter(std::string_view name) const { return find(assigned_, name)->local; }
  [[nodiscard]] std::uint32_t counter(std::string_view name) const { return find(counters_, name)->local; }
  [[nodiscard]] bool has_outside() const { return outside_ == Outside::variables; }
  // Where a loop keeps how far it came; none where no loop of that name continues.
  [[nodiscard]] std::optional<std::uint32_t> continuation(std::string_view name) const {
    const Local* local = find(continuations_, name);
    return local ? std::optional(local->local) : std::nullopt;
  }

  // Loop variables and the arguments of an include hide other names.
  void bind(std::string_view name, std::uint32_t local) {
    bound_.push_back({std::string(name), local});
    bound_names_.reset();
  }
  void unbind(std::size_t count) {
    bound_.resize(bound_.size() - count);
    bound_names_.reset();
  }

  void enter_loop(LoopScope loop) { loops_.push_back(std::move(loop)); }
  void leave_loop() { loops_.pop_back(); }
  [[nodiscard]] std::span<const LoopScope> loops() const { return loops_; }

  // Where an error may leave out an assignment, no name is ever known to be set.
  void expect_errors() { may_leave_out_ = true; }

  // What is assigned inside a block may not be set behind it.
  [[nodiscard]] std::size_t enter_block() const { return surely_set_.size(); }
  void leave_block(std::size_t mark);

 private:
  struct Local {
    std::uint32_t local;
    unsigned surely_set = 0;  // by how many assignments
  };
  using Locals = std::map<std::string, Local, std::less<>>;

  // Null where there is none.
  [[nodiscard]] static const Local* find(const Locals& locals, std::string_view name);
  [[nodiscard]] bool is_bound(std::string_view name) const;
  void collect(const Block& block, const FindIncluded& find_included);
  void collect_name(Locals& locals, std::string_view name);

  BytecodeBuilder& builder_;
  Outside outside_;
  Locals assigned_;
  Locals counters_;
  Locals continuations_;
  std::vector<NamedLocal> bound_;
  std::optional<std::uint32_t> bound_names_;  // in the bytecode, as they are now
  std::optional<std::uint16_t> scope_names_;
  std::vector<LoopScope> loops_;
  std::vector<Local*> surely_set_;
  bool may_leave_out_ = false;
  std::uint32_t first_local_;
  std::uint32_t local_count_ = 0;
};

}  // namespace pagewright::liquid
