// An immutable hash map as a value: copying it is O(1) and shares everything; changing a copy copies only the path to
// the value, and nothing at all where nobody else shares it. A compressed hash-array mapped prefix tree (Steindorfer &
// Vinju, OOPSLA 2015), a branch being one allocation.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/base/persistent_branch.hpp"

namespace pagewright {

// Values carry their key: KeyOf{}(value) is a reference to it.
template <typename Value, typename KeyOf, typename Hash>
class PersistentMap {
 public:
  using Key = std::remove_cvref_t<std::invoke_result_t<KeyOf, const Value&>>;

  PersistentMap() = default;
  // With all of `values`, whose keys differ: as set() one by one would leave it, each branch being made once.
  explicit PersistentMap(std::vector<Value> values) : size_(values.size()) {
    std::vector<Hashed> hashed;
    hashed.reserve(values.size());
    for (Value& value : values) hashed.push_back({Hash{}(KeyOf{}(value)), &value});
    std::vector<Hashed> sorted(hashed.size());
    if (!values.empty()) root_ = branch_of(hashed, sorted, 0);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  // Null where there is no such key. Valid until this map changes.
  [[nodiscard]] const Value* find(const Key& key) const {
    std::uint64_t hash = Hash{}(key);
    const Branch* branch = root_.get();
    for (unsigned depth = 0; branch; ++depth, hash >>= bits) {
      if (depth == max_depth) return find_in_bucket(*branch, key);
      const std::uint32_t bit = bit_of(hash);
      if (branch->value_bits & bit) {
        const Value& value = branch->values()[index_of(branch->value_bits, bit)];
        return KeyOf{}(value) == key ? &value : nullptr;
      }
      if (!(branch->child_bits & bit)) return nullptr;
      branch = branch->children()[index_of(branch->child_bits, bit)].get();
    }
    return nullptr;
  }

  // Adds the value, or replaces the one with its key.
  void set(Value value) {
    const std::uint64_t hash = Hash{}(KeyOf{}(value));
    if (insert(root_, hash, 0, value)) ++size_;
  }

  // The value of `key` for changing in place, except its key; null where there is none. Copies what is shared on the
  // way.
  [[nodiscard]] Value* find_to_change(const Key& key) {
    if (!find(key)) return nullptr;
    std::uint64_t hash = Hash{}(key);
    Owner* branch = &root_;
    for (unsigned depth = 0;; ++depth, hash >>= bits) {
      own(*branch);
      if (depth == max_depth) return const_cast<Value*>(find_in_bucket(**branch, key));
      const std::uint32_t bit = bit_of(hash);
      if ((*branch)->value_bits & bit) return &(*branch)->values()[index_of((*branch)->value_bits, bit)];
      branch = &(*branch)->children()[index_of((*branch)->child_bits, bit)];
    }
  }

  void erase(const Key& key) {
    if (!find(key)) return;
    remove(root_, Hash{}(key), 0, key);
    --size_;
  }

  // Calls visit(value) for each, in an order that depends only on the keys' hashes.
  template <typename Visit>
  void for_each(Visit visit) const {
    if (root_) visit_all(*root_, visit);
  }

  // Calls visit(before, after), pointers to the values, for each key whose values differ, skipping all that the two
  // maps share. Absent: null.
  template <typename Visit>
  static void for_each_difference(const PersistentMap& before, const PersistentMap& after, Visit visit) {
    compare(before.root_.get(), after.root_.get(), before, after, visit);
  }

 private:
  using Branch = PersistentBranch<Value>;
  using Owner = typename Branch::Owner;
  using Edit = typename Branch::Edit;

  static constexpr unsigned bits = 5;
  static constexpr unsigned max_depth = 12;  // 60 bits of the hash; beyond them, values share a bucket

  static std::uint32_t bit_of(std::uint64_t hash) { return 1u << (hash & 31); }
  static std::uint32_t index_of(std::uint32_t map, std::uint32_t bit) {
    return static_cast<std::uint32_t>(std::popcount(map & (bit - 1)));
  }

  struct Hashed {
    std::uint64_t hash = 0;  // what is left of it at a depth
    Value* value = nullptr;
  };

  // Of at least one. `room` is as large as `hashed`, and both are used up.
  static Owner branch_of(std::span<Hashed> hashed, std::span<Hashed> room, unsigned depth) {
    std::array<Value*, 32> values;
    std::array<Owner, 32> children;
    std::uint32_t value_bits = 0;
    std::uint32_t child_bits = 0;
    std::uint32_t value_count = 0;
    std::uint32_t child_count = 0;
    if (depth == max_depth) {
      std::vector<Value*> bucket;
      for (const Hashed& each : hashed) bucket.push_back(each.value);
      return Branch::of(0, {}, 0, bucket);
    }
    // Those of each place side by side.
    std::array<std::size_t, 33> starts{};
    for (const Hashed& each : hashed) ++starts[(each.hash & 31) + 1];
    for (std::size_t place = 0; place < 32; ++place) starts[place + 1] += starts[place];
    std::array<std::size_t, 32> next;
    std::copy_n(starts.begin(), next.size(), next.begin());
    for (const Hashed& each : hashed) room[next[each.hash & 31]++] = {each.hash >> bits, each.value};
    for (std::size_t place = 0; place < 32; ++place) {
      const std::size_t count = starts[place + 1] - starts[place];
      if (count == 0) continue;
      if (count == 1) {
        value_bits |= 1U << place;
        values[value_count++] = room[starts[place]].value;
      } else {
        child_bits |= 1U << place;
        children[child_count++] =
            branch_of(room.subspan(starts[place], count), hashed.subspan(starts[place], count), depth + 1);
      }
    }
    return Branch::of(child_bits, std::span(children).first(child_count), value_bits,
                      std::span(values).first(value_count));
  }

  static const Value* find_in_bucket(const Branch& bucket, const Key& key) {
    for (std::uint32_t i = 0; i < bucket.value_count; ++i)
      if (KeyOf{}(bucket.values()[i]) == key) return &bucket.values()[i];
    return nullptr;
  }

  static void own(Owner& branch) {
    if (!branch.is_only_owner()) branch = Branch::edited(branch, {});
  }

  // True when the key is new.
  static bool insert(Owner& branch, std::uint64_t hash, unsigned depth, Value& value) {
    if (depth == max_depth) {
      if (branch && find_in_bucket(*branch, KeyOf{}(value))) {
        own(branch);
        *const_cast<Value*>(find_in_bucket(*branch, KeyOf{}(value))) = std::move(value);
        return false;
      }
      branch = Branch::edited(branch, {.added_value = branch ? branch->value_count : 0, .value = &value});
      return true;
    }
    const std::uint32_t bit = bit_of(hash);
    if (branch && branch->child_bits & bit) {
      own(branch);
      return insert(branch->children()[index_of(branch->child_bits, bit)], hash >> bits, depth + 1, value);
    }
    const std::uint32_t at = branch ? index_of(branch->value_bits, bit) : 0;
    if (!branch || !(branch->value_bits & bit)) {
      branch = Branch::edited(branch, {.flipped_values = bit, .added_value = at, .value = &value});
      return true;
    }
    own(branch);
    Value& present = branch->values()[at];
    if (KeyOf{}(present) == KeyOf{}(value)) {
      present = std::move(value);
      return false;
    }
    Owner child;
    const std::uint64_t present_hash = Hash{}(KeyOf{}(present)) >> (bits * (depth + 1));
    insert(child, present_hash, depth + 1, present);
    insert(child, hash >> bits, depth + 1, value);
    branch = Branch::edited(branch, {.flipped_values = bit,
                                     .flipped_children = bit,
                                     .removed_value = at,
                                     .added_child = index_of(branch->child_bits, bit),
                                     .child = &child});
    return true;
  }

  static void remove(Owner& branch, std::uint64_t hash, unsigned depth, const Key& key) {
    if (depth == max_depth) {
      const auto at = static_cast<std::uint32_t>(find_in_bucket(*branch, key) - branch->values());
      branch = Branch::edited(branch, {.removed_value = at});
      return;
    }
    const std::uint32_t bit = bit_of(hash);
    const std::uint32_t value_at = index_of(branch->value_bits, bit);
    if (branch->value_bits & bit) {
      branch = Branch::edited(branch, {.flipped_values = bit, .removed_value = value_at});
      return;
    }
    own(branch);
    const std::uint32_t at = index_of(branch->child_bits, bit);
    Owner& child = branch->children()[at];
    remove(child, hash >> bits, depth + 1, key);
    if (child->child_bits != 0 || child->value_count > 1) return;
    // A child of one value is folded into its parent, so that equal maps have equal shapes.
    const Owner folded = std::move(child);
    Value last = folded->values()[0];
    branch = Branch::edited(
        branch,
        {.flipped_values = bit, .flipped_children = bit, .added_value = value_at, .removed_child = at, .value = &last});
  }

  template <typename Visit>
  static void visit_all(const Branch& branch, Visit& visit) {
    for (std::uint32_t i = 0; i < branch.value_count; ++i) visit(std::as_const(branch.values()[i]));
    for (std::uint32_t i = 0; i < branch.child_count(); ++i) visit_all(*branch.children()[i], visit);
  }

  template <typename Visit>
  static void compare(const Branch* before, const Branch* after, const PersistentMap& old_map,
                      const PersistentMap& new_map, Visit& visit) {
    if (before == after) return;
    constexpr const Value* absent = nullptr;
    const auto child_at = [](const Branch* branch, std::uint32_t bit) -> const Branch* {
      return branch && branch->child_bits & bit ? branch->children()[index_of(branch->child_bits, bit)].get() : nullptr;
    };
    // Values on either side are looked up in the other map: they may stand one level deeper there.
    for (std::uint32_t i = 0; before && i < before->value_count; ++i) {
      const Value& value = before->values()[i];
      const Value* other = new_map.find(KeyOf{}(value));
      if (!other || !(*other == value)) visit(&value, other);
    }
    for (std::uint32_t i = 0; after && i < after->value_count; ++i) {
      const Value& value = after->values()[i];
      if (!old_map.find(KeyOf{}(value))) visit(absent, &value);
    }
    std::uint32_t either = (before ? before->child_bits : 0) | (after ? after->child_bits : 0);
    for (; either != 0; either &= either - 1) {
      const std::uint32_t bit = either & (~either + 1);
      compare(child_at(before, bit), child_at(after, bit), old_map, new_map, visit);
    }
  }

  Owner root_;
  std::size_t size_ = 0;
};

}  // namespace pagewright
