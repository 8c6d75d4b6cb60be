// Conditional requests (RFC 9110, 13.1.1 and 13.1.2). Tags are given without their quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/problem/problem.hpp"

namespace pagewright::http {

// True when the If-None-Match header names `tag` (without quotes), weakly or not, in any of its encodings' forms
// ("<tag>-br",
// "<tag>-gz"), or is "*".
[[nodiscard]] bool matches_tag(std::string_view if_none_match, std::string_view tag);

// What If-Match demands of what a request is about to change.
class IfMatch {
 public:
  // Demands nothing.
  IfMatch() = default;
  // An empty header demands nothing; what is no list of tags is malformed.
  [[nodiscard]] static Outcome<IfMatch> parse(std::string_view header);

  [[nodiscard]] bool demands_a_tag() const { return !is_any_; }
  // Weak tags are never equal to anything here.
  [[nodiscard]] bool is_met_by(std::string_view tag) const;

 private:
  bool is_any_ = true;
  std::vector<std::string> tags_;
};

}  // namespace pagewright::http
