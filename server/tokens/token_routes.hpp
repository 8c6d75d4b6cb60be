// GET /design-tokens, PUT /design-tokens, GET /design-tokens/themes, GET /design-tokens/export, POST
// /design-tokens/import
#pragma once

#include "server/http/router.hpp"
#include "server/tokens/token_service.hpp"

namespace pagewright::tokens {

class TokenRoutes {
 public:
  TokenRoutes(TokenService& service, const components::BuiltInLibrary& library);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> put(http::Request& request);
  Task<Outcome<http::Response>> themes(http::Request& request);
  Task<Outcome<http::Response>> export_file(http::Request& request);
  Task<Outcome<http::Response>> import_resolver(http::Request& request);

 private:
  [[nodiscard]] http::Response answer(const DesignSystem& design_system) const;
  TokenService& service_;
  const components::BuiltInLibrary& library_;
  std::string themes_;  // the answer, which never changes
};

}  // namespace pagewright::tokens
