// Registers of two nodes (or pages) compared.
#pragma once

#include "engine/document/node.hpp"

namespace pagewright::diff {

[[nodiscard]] inline bool same_value(const document::SharedValue& a, const document::SharedValue& b) {
  return a == b || (a && b && json::equal(*a, *b));
}

// Calls visit(key, before, after) for each key whose values differ, in the order of keys. Absent: null.
template <typename Visit>
void for_each_changed_register(const document::Registers& before, const document::Registers& after, Visit visit) {
  auto old = before.entries().begin();
  auto now = after.entries().begin();
  const auto old_end = before.entries().end();
  const auto now_end = after.entries().end();
  while (old != old_end || now != now_end) {
    if (now == now_end || (old != old_end && old->key < now->key)) {
      visit(old->key, old->value, document::SharedValue());
      ++old;
    } else if (old == old_end || now->key < old->key) {
      visit(now->key, document::SharedValue(), now->value);
      ++now;
    } else {
      if (!same_value(old->value, now->value)) visit(now->key, old->value, now->value);
      ++old;
      ++now;
    }
  }
}

// Calls visit(breakpoint, property, before, after) for each declaration that differs. Absent: null.
template <typename Visit>
void for_each_changed_style(const document::Styles& before, const document::Styles& after, Visit visit) {
  for (const document::Declaration& old : before.declarations())
    if (!after.find(old.breakpoint, old.property))
      visit(old.breakpoint, old.property, &old.value, static_cast<const std::string*>(nullptr));
  for (const document::Declaration& now : after.declarations()) {
    const std::string* old = before.find(now.breakpoint, now.property);
    if (!old || *old != now.value) visit(now.breakpoint, now.property, old, &now.value);
  }
}

}  // namespace pagewright::diff
