// Reading the members of a request's body: each wrong one becomes an entry in errors[], so that a client learns of all
// at once.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/value.hpp"
#include "server/problem/problem.hpp"

namespace pagewright {

class Fields {
 public:
  // `body` must outlive this.
  explicit Fields(const json::Value& body);

  struct TextRule {
    std::size_t max = 255;  // in characters
    bool required = false;  // must be there
    bool blank = true;      // may be empty or only white space
  };
  // Nothing where the member is absent or wrong. Null counts as absent.
  [[nodiscard]] std::optional<std::string> text(std::string_view name, TextRule rule);
  [[nodiscard]] const json::Object* object(std::string_view name);
  [[nodiscard]] const json::Value* any(std::string_view name);
  [[nodiscard]] std::optional<bool> boolean(std::string_view name);
  // A member whose text must be one of `values`.
  [[nodiscard]] std::optional<std::string> choice(std::string_view name,
                                                  std::initializer_list<std::string_view> values);

  // Members that are neither read so far nor in `ignored` are errors.
  void refuse_others(std::initializer_list<std::string_view> ignored = {});

  void add_error(std::string path, std::string message, std::string code);
  [[nodiscard]] bool has_errors() const { return !errors_.empty(); }

  // Nothing wrong, or the problem with that title.
  [[nodiscard]] Outcome<void> check(std::string title) const;

 private:
  const json::Object* body_ = nullptr;
  std::vector<std::string_view> known_;
  std::vector<FieldError> errors_;
};

// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace pagewright
