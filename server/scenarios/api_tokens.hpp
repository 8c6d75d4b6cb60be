// Programs that call with an API token, for tests.
#pragma once

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

class TokenCaller {
 public:
  // Makes a token "Test" of that person's.
  TokenCaller(Installation& installation, As owner, const std::vector<std::string>& scopes);
  // The token that an answer shows.
  TokenCaller(Installation& installation, const Answer& made);
  static TokenCaller with_every_scope(Installation& installation, As owner);

  [[nodiscard]] Answer request(http::Method method, const std::string& path, const std::string& body = {}) const;
  [[nodiscard]] Answer get(const std::string& path) const { return request(http::Method::get, path); }

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Installation& installation_;
  std::string id_;
  std::string text_;
};

}  // namespace pagewright::scenarios
