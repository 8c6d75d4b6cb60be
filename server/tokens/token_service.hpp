// Reading and replacing an organisation's design tokens.
#pragma once

#include "server/tokens/design_system_store.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::tokens {

inline constexpr std::size_t max_token_bytes = 1024 * 1024;

class TokenService {
 public:
  TokenService(database::Database& database, ExecutorPool& pool, Libraries& libraries)
      : database_(database), pool_(pool), libraries_(libraries) {}

  Task<Outcome<DesignSystem>> get(std::string organization_id);
  // Faults of the tokens are a validation problem with an entry each.
  Task<Outcome<DesignSystem>> replace(http::Caller caller, json::Value tokens);

 private:
  database::Database& database_;
  ExecutorPool& pool_;
  Libraries& libraries_;
};

}  // namespace pagewright::tokens
