#include "server/components/json_place.hpp"

#include <optional>
#include <string>

#include "engine/json/pointer.hpp"
#include "engine/json/value.hpp"

namespace pagewright::components {
namespace {

// Walks over valid JSON without reading its values.
class JsonWalk {
 public:
  explicit JsonWalk(std::string_view text) : text_(text) { skip_space(); }

  [[nodiscard]] std::size_t position() const { return at_; }

  // To the member or item of that name. Nothing where there is none; else the offset at which it begins, and the walk
  // goes on at its value.
  std::optional<std::size_t> enter(const std::string& token) {
    if (now() == '{') return enter_member(token);
    if (now() == '[') return enter_item(token);
    return std::nullopt;
  }

 private:
  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (now() == ' ' || now() == '\t' || now() == '\n' || now() == '\r') ++at_;
  }

  void step() {
    ++at_;
    skip_space();
  }

  // Gives the text with its quotes.
  std::string_view skip_string() {
    const std::size_t start = at_++;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    ++at_;
    return text_.substr(start, at_ - start);
  }

  void skip_value() {
    std::size_t depth = 0;
    while (at_ < text_.size()) {
      const char letter = now();
      if (depth == 0 && (letter == ',' || letter == '}' || letter == ']')) return;
      if (letter == '"') {
        skip_string();
        continue;
      }
      if (letter == '{' || letter == '[') ++depth;
      if (letter == '}' || letter == ']') --depth;
      ++at_;
    }
  }

  std::optional<std::size_t> enter_member(const std::string& token) {
    step();
    while (now() == '"') {
      const std::size_t start = at_;
      const auto name = json::parse(skip_string());
      skip_space();
      step();  // over the colon
      if (name && name->is_string() && json::view(name->get_string()) == token) return start;
      skip_value();
      if (now() == ',') step();
    }
    return std::nullopt;
  }

  std::optional<std::size_t> enter_item(const std::string& token) {
    step();
    for (std::size_t index = 0; now() != ']' && now() != '\0'; ++index) {
      if (std::to_string(index) == token) return at_;
      skip_value();
      if (now() == ',') step();
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::size_t place_in_json(std::string_view text, std::string_view pointer) {
  JsonWalk walk(text);
  std::size_t found = walk.position();
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    const auto next = walk.enter(json::unescaped_token(token));
    if (!next) break;
    found = *next;
  }
  return found;
}

}  // namespace pagewright::components
