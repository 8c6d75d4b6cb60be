#include "engine/document/node.hpp"

#include "engine/style/properties.hpp"

namespace pagewright::document {

std::optional<NodeId> NodeId::parse(std::string_view text) {
  if (text.empty() || text.size() > max_size) return std::nullopt;
  for (char c : text) {
    const bool allowed =
        (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!allowed) return std::nullopt;
  }
  NodeId id;
  std::ranges::copy(text, id.text_.begin());
  id.size_ = static_cast<std::uint8_t>(text.size());
  return id;
}

SharedValue Registers::find_shared(std::string_view key) const {
  for (const Entry& entry : entries_)
    if (entry.key == key) return entry.value;
  return nullptr;
}

void Registers::set(std::string_view key, SharedValue value) {
  const auto at =
      std::ranges::lower_bound(entries_, key, {}, [](const Entry& entry) { return std::string_view(entry.key); });
  const bool present = at != entries_.end() && at->key == key;
  if (!value) {
    if (present) entries_.erase(at);
  } else if (present) {
    at->value = std::move(value);
  } else {
    entries_.insert(at, Entry{std::string(key), std::move(value)});
  }
}

bool Registers::operator==(const Registers& other) const {
  return std::ranges::equal(entries_, other.entries_, [](const Entry& a, const Entry& b) {
    return a.key == b.key && (a.value == b.value || json::equal(*a.value, *b.value));
  });
}

const std::string* Styles::find(style::Breakpoint breakpoint, std::string_view property) const {
  for (const Declaration& declaration : declarations_)
    if (declaration.breakpoint == breakpoint && declaration.property == property) return &declaration.value;
  return nullptr;
}

void Styles::set(style::Breakpoint breakpoint, std::string_view property, std::optional<std::string> value) {
  const auto at =
      std::ranges::lower_bound(declarations_, std::pair(breakpoint, property), {},
                               [](const Declaration& entry) { return std::pair(entry.breakpoint, entry.property); });
  const bool present = at != declarations_.end() && at->breakpoint == breakpoint && at->property == property;
  if (!value) {
    if (present) declarations_.erase(at);
  } else if (present) {
    at->value = std::move(*value);
  } else {
    declarations_.insert(at, Declaration{breakpoint, style::allowed_property(property).value(), std::move(*value)});
  }
}

}  // namespace pagewright::document
