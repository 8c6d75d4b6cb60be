// One branch of a PersistentMap: its header, its children and its values in one allocation, counted by its owners.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace pagewright {

template <typename Value>
class PersistentBranch {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  // A share in a branch, or in nothing.
  class Owner {
   public:
    Owner() = default;
    Owner(const Owner& other) : branch_(other.branch_) {
      if (branch_) branch_->owners_.fetch_add(1, std::memory_order_relaxed);
    }
    Owner(Owner&& other) noexcept : branch_(std::exchange(other.branch_, nullptr)) {}
    Owner& operator=(Owner other) noexcept {
      std::swap(branch_, other.branch_);
      return *this;
    }
    ~Owner() {
      if (branch_ && branch_->owners_.fetch_sub(1, std::memory_order_acq_rel) == 1) branch_->destroy();
    }

    [[nodiscard]] PersistentBranch* get() const { return branch_; }
    PersistentBranch* operator->() const { return branch_; }
    PersistentBranch& operator*() const { return *branch_; }
    explicit operator bool() const { return branch_ != nullptr; }
    [[nodiscard]] bool is_only_owner() const { return branch_->owners_.load(std::memory_order_acquire) == 1; }

   private:
    friend PersistentBranch;
    explicit Owner(PersistentBranch* branch) : branch_(branch) {}
    PersistentBranch* branch_ = nullptr;
  };

  // What a new branch has otherwise than the one that it is made from. Places of what is added count in the new one.
  struct Edit {
    std::uint32_t flipped_values = 0;  // bits
    std::uint32_t flipped_children = 0;
    std::uint32_t removed_value = none;  // places
    std::uint32_t added_value = none;
    std::uint32_t removed_child = none;
    std::uint32_t added_child = none;
    Value* value = nullptr;  // moved from
    Owner* child = nullptr;
  };

  // A branch like `from` (null: empty), edited. Takes what `from` holds where nobody else owns it, and copies it
  // otherwise.
  [[nodiscard]] static Owner edited(const Owner& from, const Edit& edit) {
    const std::uint32_t old_children = from ? from->child_count() : 0;
    const std::uint32_t old_values = from ? from->value_count : 0;
    const std::uint32_t children = old_children + (edit.child ? 1 : 0) - (edit.removed_child != none ? 1 : 0);
    const std::uint32_t values = old_values + (edit.value ? 1 : 0) - (edit.removed_value != none ? 1 : 0);
    auto* memory = ::operator new(sizeof(PersistentBranch) + children * sizeof(Owner) + values * sizeof(Value));
    auto* to = new (memory) PersistentBranch;
    to->value_bits = (from ? from->value_bits : 0) ^ edit.flipped_values;
    to->child_bits = (from ? from->child_bits : 0) ^ edit.flipped_children;
    to->value_count = values;
    const bool takes = from && from.is_only_owner();
    if (children > 0)
      fill(to->children(), children, from ? from->children() : nullptr, takes, edit.removed_child, edit.added_child,
           edit.child);
    if (values > 0)
      fill(to->values(), values, from ? from->values() : nullptr, takes, edit.removed_value, edit.added_value,
           edit.value);
    return Owner(to);
  }

  // A branch of so many children and values, by their bits, all moved from.
  [[nodiscard]] static Owner of(std::uint32_t child_bits, std::span<Owner> children, std::uint32_t value_bits,
                                std::span<Value* const> values) {
    auto* memory = ::operator new(sizeof(PersistentBranch) + children.size_bytes() + values.size() * sizeof(Value));
    auto* to = new (memory) PersistentBranch;
    to->child_bits = child_bits;
    to->value_bits = value_bits;
    to->value_count = static_cast<std::uint32_t>(values.size());
    std::uninitialized_move(children.begin(), children.end(), to->children());
    for (std::size_t at = 0; at < values.size(); ++at) std::construct_at(to->values() + at, std::move(*values[at]));
    return Owner(to);
  }

  [[nodiscard]] std::uint32_t child_count() const { return static_cast<std::uint32_t>(std::popcount(child_bits)); }
  [[nodiscard]] Owner* children() { return std::launder(reinterpret_cast<Owner*>(this + 1)); }
  [[nodiscard]] const Owner* children() const { return std::launder(reinterpret_cast<const Owner*>(this + 1)); }
  [[nodiscard]] Value* values() { return reinterpret_cast<Value*>(children() + child_count()); }
  [[nodiscard]] const Value* values() const { return reinterpret_cast<const Value*>(children() + child_count()); }

  std::uint32_t value_bits = 0;
  std::uint32_t child_bits = 0;
  std::uint32_t value_count = 0;  // the number of bits in value_bits, except in the bucket of equal hashes

 private:
  static_assert(alignof(Value) <= alignof(Owner), "values stand right behind the children");

  PersistentBranch() = default;
  ~PersistentBranch() = default;

  template <typename Item>
  static void fill(Item* to, std::uint32_t count, Item* from, bool takes, std::uint32_t removed, std::uint32_t added,
                   Item* item) {
    for (std::uint32_t at = 0; at < count; ++at) {
      if (at == added) {
        std::construct_at(to + at, std::move(*item));
        continue;
      }
      if (removed-- == 0) ++from;
      if (takes)
        std::construct_at(to + at, std::move(*from));
      else
        std::construct_at(to + at, std::as_const(*from));
      ++from;
    }
  }

  void destroy() {
    std::destroy_n(values(), value_count);
    std::destroy_n(children(), child_count());
    this->~PersistentBranch();
    ::operator delete(this);
  }

  std::atomic<std::uint32_t> owners_ = 1;
};

}  // namespace pagewright
