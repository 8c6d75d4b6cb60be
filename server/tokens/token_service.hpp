// Reading and replacing an organisation's design tokens.
#pragma once

#include "server/tokens/design_system_store.hpp"
#include "server/tokens/libraries.hpp"
#include "server/tokens/token_file.hpp"

namespace pagewright::tokens {

inline constexpr std::size_t max_token_bytes = 1024 * 1024;

// See engine/token/resolver_document.hpp.
struct TokenImport {
  json::Value resolver;
  json::Object files;    // name → document
  json::Object inputs;   // modifier → context
  std::string modifier;  // whose contexts become the themes; may be empty
};

class TokenService {
 public:
  TokenService(database::Database& database, ExecutorPool& pool, Libraries& libraries)
      : database_(database), pool_(pool), libraries_(libraries) {}

  Task<Outcome<DesignSystem>> get(std::string organization_id);
  // `text` is `tokens` as they were written, which is what is kept. Faults of the tokens are a validation problem with
  // an entry each.
  Task<Outcome<DesignSystem>> replace(http::Caller caller, json::Value tokens, std::string text);
  // The tokens of a resolver document, one of whose modifiers becomes their themes.
  Task<Outcome<DesignSystem>> import_resolver(http::Caller caller, TokenImport given);
  Task<Outcome<TokenFile>> export_file(std::string organization_id, std::string format, std::string theme);

 private:
  database::Database& database_;
  ExecutorPool& pool_;
  Libraries& libraries_;
};

}  // namespace pagewright::tokens
