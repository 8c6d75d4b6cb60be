// Writes one JSON object as text, member by member: for answers and messages that are made often or are large.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "engine/json/value.hpp"
#include "server/base/timestamp.hpp"

namespace pagewright {

class JsonText {
 public:
  JsonText& text(std::string_view name, std::string_view value) {
    begin(name);
    json::append_quoted(out_, value);
    return *this;
  }
  JsonText& text(std::string_view name, const std::same_as<std::optional<std::string>> auto& value) {
    return value ? text(name, std::string_view(*value)) : raw(name, "null");
  }
  JsonText& number(std::string_view name, std::int64_t value) { return raw(name, std::to_string(value)); }
  JsonText& boolean(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
  JsonText& time(std::string_view name, Milliseconds value) { return text(name, std::string_view(to_iso8601(value))); }
  JsonText& time(std::string_view name, std::optional<Milliseconds> value) {
    return value ? time(name, *value) : raw(name, "null");
  }
  // `json` is JSON already.
  JsonText& raw(std::string_view name, std::string_view json) {
    begin(name);
    out_ += json;
    return *this;
  }

  // The object. The writer is spent.
  [[nodiscard]] std::string take() {
    out_ += out_.empty() ? "{}" : "}";
    return std::move(out_);
  }

 private:
  void begin(std::string_view name) {
    out_ += out_.empty() ? '{' : ',';
    json::append_quoted(out_, name);
    out_ += ':';
  }
  std::string out_;
};

// "[…]" of texts that are JSON already.
template <typename Texts>
[[nodiscard]] std::string json_array(const Texts& texts) {
  std::string out = "[";
  for (const auto& text : texts) {
    if (out.size() > 1) out += ',';
    out += text;
  }
  out += ']';
  return out;
}

// The page of a list: {"items", "total", "limit", "offset"}.
template <typename Texts>
[[nodiscard]] std::string json_list(const Texts& items, std::int64_t total, std::int64_t limit, std::int64_t offset) {
  return JsonText()
      .raw("items", json_array(items))
      .number("total", total)
      .number("limit", limit)
      .number("offset", offset)
      .take();
}

}  // namespace pagewright
