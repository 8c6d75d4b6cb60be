// Making a document of design tokens the one that counts, as a numbered version.
#pragma once

#include <functional>

#include "server/http/caller.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/tokens/design_system_store.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::tokens {

inline constexpr std::size_t max_token_bytes = 1024 * 1024;

struct NewVersion {
  std::string text;  // the document as it was written, which is what is kept
  std::string message = {};
  std::optional<std::int64_t> restored_from = {};
  std::string event = "design_tokens.updated";
};

class TokenPublisher {
 public:
  TokenPublisher(database::Database& database, ExecutorPool& pool, Libraries& libraries,
                 std::function<Milliseconds()> clock)
      : database_(database), pool_(pool), libraries_(libraries), clock_(std::move(clock)) {}

  // Whether pages can be rendered with these tokens. Faults of theirs are a validation problem with an entry each.
  Task<Outcome<void>> check(json::Value tokens, std::size_t text_size);

  // Done before the version is written, in the same transaction: it may refuse.
  using First = std::function<Outcome<void>(database::Connection&, const DesignSystem& present)>;
  // The version's text has been checked. Pages are rendered with it from now on.
  Task<Outcome<DesignSystem>> publish(http::Caller caller, NewVersion version, First first = {});

 private:
  database::Database& database_;
  ExecutorPool& pool_;
  Libraries& libraries_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::tokens
