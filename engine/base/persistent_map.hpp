// An immutable hash map as a value: copying it is O(1) and shares everything; changing a copy copies only the path to
// the entry, and nothing at all where nobody else shares it. A compressed hash-array mapped prefix tree (Steindorfer &
// Vinju, OOPSLA 2015).
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace pagewright {

template <typename Key, typename Value, typename Hash>
class PersistentMap {
 public:
  struct Entry {
    Key key;
    Value value;
  };

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  // Null where there is no such key. Valid until this map changes.
  [[nodiscard]] const Value* find(const Key& key) const {
    std::uint64_t hash = Hash{}(key);
    const Branch* branch = root_.get();
    for (unsigned depth = 0; branch; ++depth, hash >>= bits) {
      if (depth == max_depth) return find_in_bucket(*branch, key);
      const std::uint32_t bit = bit_of(hash);
      if (branch->entry_bits & bit) {
        const Entry& entry = branch->entries[index_of(branch->entry_bits, bit)];
        return entry.key == key ? &entry.value : nullptr;
      }
      if (!(branch->child_bits & bit)) return nullptr;
      branch = branch->children[index_of(branch->child_bits, bit)].get();
    }
    return nullptr;
  }

  void set(const Key& key, Value value) {
    if (!root_) root_ = std::make_shared<Branch>();
    if (insert(root_, Hash{}(key), 0, Entry{key, std::move(value)})) ++size_;
  }

  // The value of `key` for changing in place; null where there is none. Copies what is shared on the way.
  [[nodiscard]] Value* find_to_change(const Key& key) {
    if (!find(key)) return nullptr;
    std::uint64_t hash = Hash{}(key);
    std::shared_ptr<Branch>* branch = &root_;
    for (unsigned depth = 0;; ++depth, hash >>= bits) {
      own(*branch);
      Branch& owned = **branch;
      if (depth == max_depth) return const_cast<Value*>(find_in_bucket(owned, key));
      const std::uint32_t bit = bit_of(hash);
      if (owned.entry_bits & bit) return &owned.entries[index_of(owned.entry_bits, bit)].value;
      branch = &owned.children[index_of(owned.child_bits, bit)];
    }
  }

  void erase(const Key& key) {
    if (!find(key)) return;
    remove(root_, Hash{}(key), 0, key);
    --size_;
  }

  // Calls visit(key, value) for each entry, in an order that depends only on the keys' hashes.
  template <typename Visit>
  void for_each(Visit visit) const {
    if (root_) visit_all(*root_, visit);
  }

  // Calls visit(key, before, after) for each key whose values differ, skipping all that the two maps share. Absent:
  // null.
  template <typename Visit>
  static void for_each_difference(const PersistentMap& before, const PersistentMap& after, Visit visit) {
    compare(before.root_.get(), after.root_.get(), before, after, visit);
  }

 private:
  static constexpr unsigned bits = 5;
  static constexpr unsigned max_depth = 12;  // 60 bits of the hash; beyond them, entries share a bucket

  struct Branch {
    std::uint32_t entry_bits = 0;
    std::uint32_t child_bits = 0;
    std::vector<Entry> entries;
    std::vector<std::shared_ptr<Branch>> children;
  };

  static std::uint32_t bit_of(std::uint64_t hash) { return 1u << (hash & 31); }
  static std::size_t index_of(std::uint32_t map, std::uint32_t bit) {
    return static_cast<std::size_t>(std::popcount(map & (bit - 1)));
  }

  static const Value* find_in_bucket(const Branch& bucket, const Key& key) {
    for (const Entry& entry : bucket.entries)
      if (entry.key == key) return &entry.value;
    return nullptr;
  }

  static void own(std::shared_ptr<Branch>& branch) {
    if (branch.use_count() == 1)
      std::atomic_thread_fence(std::memory_order_acquire);
    else
      branch = std::make_shared<Branch>(*branch);
  }

  // True when the key is new.
  static bool insert(std::shared_ptr<Branch>& branch, std::uint64_t hash, unsigned depth, Entry entry) {
    own(branch);
    if (depth == max_depth) {
      for (Entry& present : branch->entries) {
        if (present.key == entry.key) {
          present.value = std::move(entry.value);
          return false;
        }
      }
      branch->entries.push_back(std::move(entry));
      return true;
    }
    const std::uint32_t bit = bit_of(hash);
    if (branch->child_bits & bit)
      return insert(branch->children[index_of(branch->child_bits, bit)], hash >> bits, depth + 1, std::move(entry));
    const auto at = static_cast<std::ptrdiff_t>(index_of(branch->entry_bits, bit));
    if (!(branch->entry_bits & bit)) {
      branch->entries.insert(branch->entries.begin() + at, std::move(entry));
      branch->entry_bits |= bit;
      return true;
    }
    Entry& present = branch->entries[static_cast<std::size_t>(at)];
    if (present.key == entry.key) {
      present.value = std::move(entry.value);
      return false;
    }
    auto child = std::make_shared<Branch>();
    const std::uint64_t present_hash = Hash{}(present.key) >> (bits * (depth + 1));
    insert(child, present_hash, depth + 1, std::move(present));
    insert(child, hash >> bits, depth + 1, std::move(entry));
    branch->entries.erase(branch->entries.begin() + at);
    branch->entry_bits &= ~bit;
    branch->children.insert(branch->children.begin() + static_cast<std::ptrdiff_t>(index_of(branch->child_bits, bit)),
                            std::move(child));
    branch->child_bits |= bit;
    return true;
  }

  static void remove(std::shared_ptr<Branch>& branch, std::uint64_t hash, unsigned depth, const Key& key) {
    own(branch);
    if (depth == max_depth) {
      std::erase_if(branch->entries, [&](const Entry& entry) { return entry.key == key; });
      return;
    }
    const std::uint32_t bit = bit_of(hash);
    if (branch->entry_bits & bit) {
      branch->entries.erase(branch->entries.begin() + static_cast<std::ptrdiff_t>(index_of(branch->entry_bits, bit)));
      branch->entry_bits &= ~bit;
      return;
    }
    const std::size_t at = index_of(branch->child_bits, bit);
    std::shared_ptr<Branch>& child = branch->children[at];
    remove(child, hash >> bits, depth + 1, key);
    if (!child->children.empty() || child->entries.size() > 1) return;
    // A child of one entry is folded into its parent, so that equal maps have equal shapes.
    if (child->entries.size() == 1) {
      branch->entries.insert(branch->entries.begin() + static_cast<std::ptrdiff_t>(index_of(branch->entry_bits, bit)),
                             std::move(child->entries.front()));
      branch->entry_bits |= bit;
    }
    branch->children.erase(branch->children.begin() + static_cast<std::ptrdiff_t>(at));
    branch->child_bits &= ~bit;
  }

  template <typename Visit>
  static void visit_all(const Branch& branch, Visit& visit) {
    for (const Entry& entry : branch.entries) visit(entry.key, entry.value);
    for (const auto& child : branch.children) visit_all(*child, visit);
  }

  template <typename Visit>
  static void compare(const Branch* before, const Branch* after, const PersistentMap& old_map,
                      const PersistentMap& new_map, Visit& visit) {
    if (before == after) return;
    const auto child_at = [](const Branch* branch, std::uint32_t bit) -> const Branch* {
      return branch && branch->child_bits & bit ? branch->children[index_of(branch->child_bits, bit)].get() : nullptr;
    };
    // Entries on either side are looked up in the other map: they may stand one level deeper there.
    if (before) {
      for (const Entry& entry : before->entries) {
        const Value* other = new_map.find(entry.key);
        if (!other || !(*other == entry.value)) visit(entry.key, &entry.value, other);
      }
    }
    if (after) {
      for (const Entry& entry : after->entries)
        if (!old_map.find(entry.key)) visit(entry.key, static_cast<const Value*>(nullptr), &entry.value);
    }
    for (unsigned i = 0; i < 32; ++i) {
      const std::uint32_t bit = 1u << i;
      const Branch* old_child = child_at(before, bit);
      const Branch* new_child = child_at(after, bit);
      if (!old_child && !new_child) continue;
      compare(old_child, new_child, old_map, new_map, visit);
    }
  }

  std::shared_ptr<Branch> root_;
  std::size_t size_ = 0;
};

}  // namespace pagewright
