#include "server/scenarios/api_tokens.hpp"

#include <stdexcept>

#include "server/api/description.hpp"
#include "server/base/text_list.hpp"

namespace pagewright::scenarios {

TokenCaller::TokenCaller(Installation& installation, As owner, const std::vector<std::string>& scopes)
    : TokenCaller(installation, installation.post(owner, "/auth/api-tokens",
                                                  R"({"name":"Test","scopes":)" + text_list_json(scopes) + "}")) {}

TokenCaller::TokenCaller(Installation& installation, const Answer& made)
    : installation_(installation), text_(made.text("token")) {
  if (made.status != 201) throw std::runtime_error("the API token was not made: " + made.body);
  const json::Value body = made.json();
  id_ = json::find_string(*json::find(body, "apiToken"), "id").value_or("");
}

TokenCaller TokenCaller::with_every_scope(Installation& installation, As owner) {
  const auto scopes = api::Description::of_program().scopes();
  return {installation, owner, std::vector<std::string>(scopes.begin(), scopes.end())};
}

Answer TokenCaller::request(http::Method method, const std::string& path, const std::string& body) const {
  return installation_.request(As::nobody, method, path, body, {{"Authorization", "Bearer " + text_}});
}

}  // namespace pagewright::scenarios
