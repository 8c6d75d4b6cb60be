// A node: an instance of a component with props and styles, placed in a slot of its parent. Immutable and shared once
// it is in a document.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/hash.hpp"
#include "engine/base/same_text.hpp"
#include "engine/json/value.hpp"
#include "engine/style/declaration.hpp"

namespace pagewright::document {

// 1 to 36 characters of A–Z a–z 0–9 _ -, or empty for the page's root. A small value: copying allocates nothing.
class NodeId {
 public:
  static constexpr std::size_t max_size = 36;

  constexpr NodeId() = default;  // the root
  [[nodiscard]] static std::optional<NodeId> parse(std::string_view text);

  [[nodiscard]] constexpr bool is_root() const { return size_ == 0; }
  [[nodiscard]] std::string_view text() const { return {text_.data(), size_}; }
  [[nodiscard]] std::uint64_t hash() const;

  // What follows the text is zero, so comparing the whole tells the same, in as many steps for any length.
  bool operator==(const NodeId& other) const { return std::memcmp(text_.data(), other.text_.data(), max_size) == 0; }
  std::strong_ordering operator<=>(const NodeId& other) const { return text().compare(other.text()) <=> 0; }

 private:
  std::array<char, max_size> text_{};
  std::uint8_t size_ = 0;
};

// As many steps as the text has words; what follows the text is zero.
inline std::uint64_t NodeId::hash() const {
  std::uint64_t hash = size_;
  for (std::size_t at = 0; at < size_; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text_.data() + at, at + 8 <= max_size ? 8 : max_size % 8);
    hash = mix(hash ^ word) + 0x9e3779b97f4a7c15ULL;
  }
  return hash;
}

struct NodeIdHash {
  std::size_t operator()(const NodeId& id) const { return static_cast<std::size_t>(id.hash()); }
};

// Where a node stands. See docs/formats/document.md for ranks.
struct Place {
  NodeId parent;
  std::string slot;
  std::string rank;
  bool operator==(const Place&) const = default;
};

inline constexpr std::string_view root_slot = "components";

using SharedValue = std::shared_ptr<const json::Value>;

// Values by key, sorted by key: few entries, so a flat list. Copies share the values.
class Registers {
 public:
  struct Entry {
    std::string key;
    SharedValue value;
  };

  [[nodiscard]] const json::Value* find(std::string_view key) const {
    for (const Entry& entry : entries_)
      if (same_text(entry.key, key)) return entry.value.get();
    return nullptr;
  }
  [[nodiscard]] SharedValue find_shared(std::string_view key) const;
  void reserve(std::size_t count) { entries_.reserve(count); }
  // A null `value` takes the register away.
  void set(std::string_view key, SharedValue value);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  bool operator==(const Registers& other) const;

 private:
  std::vector<Entry> entries_;
};

struct Declaration {
  style::Breakpoint breakpoint;
  std::string_view property;  // of the list of allowed ones: a node need not hold its name
  std::string value;
  bool operator==(const Declaration&) const = default;
};

// Sorted by breakpoint, then by property.
class Styles {
 public:
  [[nodiscard]] const std::string* find(style::Breakpoint breakpoint, std::string_view property) const;
  // The property must be an allowed one.
  void set(style::Breakpoint breakpoint, std::string_view property, std::optional<std::string> value);
  [[nodiscard]] const std::vector<Declaration>& declarations() const { return declarations_; }
  [[nodiscard]] bool empty() const { return declarations_.empty(); }
  bool operator==(const Styles&) const = default;

 private:
  std::vector<Declaration> declarations_;
};

// A node's settings, which its component knows nothing of. Absent is the default.
inline constexpr std::string_view name_setting = "name";      // what its authors call it
inline constexpr std::string_view locked_setting = "locked";  // true: editors keep it from being changed by accident
inline constexpr std::string_view hidden_setting = "hidden";  // true: neither it nor what is below it is rendered

struct Node {
  NodeId id;
  std::string component;
  Registers settings;
  Registers props;
  Styles styles;
  Place place;
  [[nodiscard]] bool is_hidden() const { return !settings.empty() && settings.find(hidden_setting) != nullptr; }
  bool operator==(const Node&) const = default;
};

using NodePointer = std::shared_ptr<const Node>;

}  // namespace pagewright::document
