#include "server/base/fields.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/json/pointer.hpp"

namespace pagewright {

Fields::Fields(const json::Value& body) {
  if (body.is_object()) {
    body_ = &body.get_object();
  } else {
    add_error("", "must be an object, is " + std::string(json::type_name(body)), "wrong_type");
  }
}

const json::Value* Fields::any(std::string_view name) {
  known_.push_back(name);
  if (body_ == nullptr) return nullptr;
  const auto member = body_->find(name);
  return member == body_->end() || member->value().is_null() ? nullptr : &member->value();
}

std::optional<std::string> Fields::text(std::string_view name, TextRule rule) {
  const json::Value* value = any(name);
  if (value == nullptr) {
    if (rule.required && body_ != nullptr) add_error(json::pointer_to("", name), "is required", "required");
    return std::nullopt;
  }
  if (!value->is_string()) {
    add_error(json::pointer_to("", name), "must be a string, is " + std::string(json::type_name(*value)), "wrong_type");
    return std::nullopt;
  }
  const std::string_view text = json::view(value->get_string());
  if (const std::size_t size = count_characters(text); size > rule.max) {
    add_error(json::pointer_to("", name),
              "must be at most " + std::to_string(rule.max) + " characters, is " + std::to_string(size), "too_long");
    return std::nullopt;
  }
  if (!rule.blank && trimmed(text).empty()) {
    add_error(json::pointer_to("", name), "must not be empty", "too_short");
    return std::nullopt;
  }
  if (text.find('\0') != std::string_view::npos) {
    add_error(json::pointer_to("", name), "must not contain the character NUL", "invalid_text");
    return std::nullopt;
  }
  return std::string(text);
}

const json::Object* Fields::object(std::string_view name) {
  const json::Value* value = any(name);
  if (value == nullptr) return nullptr;
  if (value->is_object()) return &value->get_object();
  add_error(json::pointer_to("", name), "must be an object, is " + std::string(json::type_name(*value)), "wrong_type");
  return nullptr;
}

std::optional<bool> Fields::boolean(std::string_view name) {
  const json::Value* value = any(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_bool()) return value->get_bool();
  add_error(json::pointer_to("", name), "must be true or false, is " + std::string(json::type_name(*value)),
            "wrong_type");
  return std::nullopt;
}

std::optional<std::string> Fields::choice(std::string_view name, std::initializer_list<std::string_view> values) {
  auto chosen = text(name, {});
  if (!chosen || std::ranges::find(values, *chosen) != values.end()) return chosen;
  std::string message = "must be one of";
  for (const std::string_view value : values) message += (value == *values.begin() ? " " : ", ") + std::string(value);
  add_error(json::pointer_to("", name), std::move(message), "not_allowed");
  return std::nullopt;
}

void Fields::refuse_others(std::initializer_list<std::string_view> ignored) {
  if (body_ == nullptr) return;
  for (const auto& member : *body_) {
    const std::string_view name = json::view(member.key());
    if (std::ranges::find(known_, name) != known_.end() || std::ranges::find(ignored, name) != ignored.end()) continue;
    add_error(json::pointer_to("", name), "is not known here", "unknown_field");
  }
}

void Fields::add_error(std::string path, std::string message, std::string code) {
  constexpr std::size_t max_errors = 50;
  if (errors_.size() < max_errors) errors_.push_back({std::move(path), std::move(message), std::move(code)});
}

Outcome<void> Fields::check(std::string title) const {
  if (errors_.empty()) return {};
  return std::unexpected(Problem::validation(std::move(title), errors_));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

}  // namespace pagewright
