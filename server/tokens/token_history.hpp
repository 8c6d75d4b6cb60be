// The draft of an organisation's design tokens, and the versions that were published.
#pragma once

#include "server/http/entity_tag.hpp"
#include "server/tokens/token_publisher.hpp"
#include "server/tokens/token_version_store.hpp"

namespace pagewright::tokens {

struct DraftChange {
  json::Value tokens;
  std::string text;                               // the same as it was written
  std::optional<std::int64_t> base_version = {};  // nothing: as before; of a new draft the present version
};

class TokenHistory {
 public:
  TokenHistory(database::Database& database, ExecutorPool& pool, TokenPublisher& publisher,
               std::function<Milliseconds()> clock)
      : database_(database), pool_(pool), publisher_(publisher), clock_(std::move(clock)) {}

  Task<Outcome<TokenDraft>> draft(http::Caller caller);
  // precondition_failed where there is a draft and `if_match` does not name its revision: nobody writes over what they
  // have not seen. Faults of the tokens are a validation problem.
  Task<Outcome<TokenDraft>> save_draft(http::Caller caller, DraftChange change, http::IfMatch if_match);
  Task<Outcome<void>> discard_draft(http::Caller caller, http::IfMatch if_match);

  // The draft becomes a version, and is gone. Conflict where somebody published since the version that it began with.
  Task<Outcome<TokenVersion>> publish(http::Caller caller, std::string message, http::IfMatch if_match);
  // What that version said, as a new one. Conflict where it is the present one.
  Task<Outcome<TokenVersion>> restore(http::Caller caller, std::int64_t number, std::string message);

  Task<Outcome<TokenVersionList>> list(http::Caller caller, std::int64_t limit, std::int64_t offset);
  Task<Outcome<TokenVersion>> version(http::Caller caller, std::int64_t number);
  // {"from", "to", "added", "changed", "removed"}
  Task<Outcome<std::string>> compare(http::Caller caller, std::int64_t from, std::int64_t to);

 private:
  Task<Outcome<TokenVersion>> publish_version(http::Caller caller, NewVersion version, TokenPublisher::First first);

  database::Database& database_;
  ExecutorPool& pool_;
  TokenPublisher& publisher_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::tokens
