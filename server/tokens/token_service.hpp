// Reading and replacing an organisation's design tokens.
#pragma once

#include "server/tokens/design_system_store.hpp"
#include "server/tokens/token_file.hpp"
#include "server/tokens/token_publisher.hpp"

namespace pagewright::tokens {

// See engine/token/resolver_document.hpp.
struct TokenImport {
  json::Value resolver;
  json::Object files;    // name → document
  json::Object inputs;   // modifier → context
  std::string modifier;  // whose contexts become the themes; may be empty
};

class TokenService {
 public:
  TokenService(database::Database& database, ExecutorPool& pool, TokenPublisher& publisher)
      : database_(database), pool_(pool), publisher_(publisher) {}

  Task<Outcome<DesignSystem>> get(std::string organization_id);
  // `text` is `tokens` as they were written, which is what is kept, as a new version. Faults of the tokens are a
  // validation problem with an entry each.
  Task<Outcome<DesignSystem>> replace(http::Caller caller, json::Value tokens, std::string text);
  // The tokens of a resolver document, one of whose modifiers becomes their themes.
  Task<Outcome<DesignSystem>> import_resolver(http::Caller caller, TokenImport given);
  Task<Outcome<TokenFile>> export_file(std::string organization_id, std::string format, std::string theme);

 private:
  database::Database& database_;
  ExecutorPool& pool_;
  TokenPublisher& publisher_;
};

}  // namespace pagewright::tokens
