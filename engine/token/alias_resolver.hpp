// Follows the aliases of a token document: "{color.primary}" and {"$ref": "#/color/primary/$value"}, also within
// composite values. https://www.designtokens.org/tr/2025.10/format/#aliases-references
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/token/token_tree.hpp"

namespace pagewright::token {

struct ResolvedToken {
  std::string type;
  json::Value value;      // without aliases
  std::size_t size = 0;   // of the value, in JSON values
  std::size_t bytes = 0;  // of its texts and names
};

class AliasResolver {
 public:
  // All outlive the resolver.
  AliasResolver(const json::Value& document, const std::vector<RawToken>& tokens, Faults& faults);

  // Null where a fault was reported.
  const ResolvedToken* resolve(std::size_t index);

 private:
  enum class State : unsigned char { unseen, open, done, faulty };
  using Names = std::vector<std::string>;

  // Where in a token's value an alias stands: a type that the format prescribes there, and the names that lead there.
  struct Place {
    std::string_view expected;
    std::string where;
    unsigned depth = 0;
  };

  void report_unknown(std::string_view path);
  bool settle_type(const RawToken& token, std::string_view target_type, ResolvedToken& resolved);
  // False where a fault was reported. `type` receives that of the token which the whole value refers to.
  bool replace(const json::Value& value, json::Value& out, const Place& place, std::string* type);
  bool replace_alias(std::string_view text, json::Value& out, const Place& place, std::string* type);
  bool replace_members(const json::Object& object, json::Value& out, const Place& place);
  bool replace_reference(const json::Object& object, json::Value& out, const Place& place, std::string* type);
  bool replace_pointer(std::string_view pointer, json::Value& out, const Place& place, std::string* type);
  // How many of `names` lead to a token; 0 where none does.
  [[nodiscard]] std::size_t names_of_token(const Names& names) const;
  bool take_token(const ResolvedToken& target, json::Value& out, const Place& place, std::string* type);
  // Counts what the token being resolved takes over, since aliases in lists could double it at each step.
  bool take_over(std::size_t size, std::size_t bytes);
  // Counts what the set holds: a long value with many aliases is held by each of them.
  bool keep(const ResolvedToken& resolved);
  bool refuse_here(const Place& place, std::string_view message);
  void report_cycle(std::size_t index);

  const json::Value& document_;
  const std::vector<RawToken>& tokens_;
  Faults& faults_;
  std::map<std::string_view, std::size_t, std::less<>> index_;
  std::vector<State> states_;
  std::vector<ResolvedToken> resolved_;
  std::size_t size_ = 0;            // of what is being resolved, so far
  std::size_t bytes_ = 0;           // of its texts and names
  std::size_t kept_ = 0;            // bytes of all that is resolved, about
  std::vector<std::size_t> chain_;  // tokens being resolved, from the first asked for
  unsigned suggestions_ = 0;        // made so far: each looks at every name
};

}  // namespace pagewright::token
