// Follows the aliases of a token document: "{color.primary}" and {"$ref": "#/color/primary/$value"}, also within
// composite values.
#pragma once

#include <map>

#include "engine/token/token_tree.hpp"

namespace pagewright::token {

struct ResolvedToken {
  std::string type;
  json::Value value;     // without aliases
  std::size_t size = 0;  // of the value, in JSON values
};

class Resolver {
 public:
  // Both outlive the resolver.
  Resolver(const std::vector<RawToken>& tokens, Faults& faults);

  // Null where a fault was reported.
  const ResolvedToken* resolve(std::size_t index);

 private:
  enum class State : unsigned char { unseen, open, done, faulty };

  const ResolvedToken* follow(std::string_view path);
  // False where a fault was reported. `type` receives that of the token which the whole value refers to.
  bool replace_aliases(const json::Value& value, json::Value& out, std::string* type, unsigned depth);
  bool replace_pointer(std::string_view pointer, json::Value& out, std::string* type);
  // Counts what the token being resolved takes over, since aliases in lists could double it at each step.
  bool take_over(std::size_t size);
  void report_cycle(std::size_t index);

  const std::vector<RawToken>& tokens_;
  Faults& faults_;
  std::map<std::string_view, std::size_t, std::less<>> index_;
  std::vector<State> states_;
  std::vector<ResolvedToken> resolved_;
  std::size_t size_ = 0;            // of what is being resolved, so far
  std::vector<std::size_t> chain_;  // tokens being resolved, from the first asked for
};

}  // namespace pagewright::token
