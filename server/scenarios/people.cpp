#include "server/scenarios/people.hpp"

#include <gtest/gtest.h>

#include "server/jobs/run_to_end.hpp"

namespace pagewright::scenarios {

Installation::Options with_mail() {
  return {.mail = {.smtp_url = "smtp://127.0.0.1:1", .from = "Pagewright <no-reply@pagewright.example>"}};
}

std::string text_of(Installation& installation, const std::string& sql) {
  const auto rows =
      run_to_end(installation.database().read([&](database::Connection& connection) { return connection.query(sql); }));
  EXPECT_TRUE(rows) << rows.error().cause;
  return !rows || rows->empty() ? std::string() : rows->front().text(0);
}

std::string mailed_token(Installation& installation) {
  const std::string payload =
      text_of(installation, "SELECT payload FROM jobs WHERE kind = 'mail.send' ORDER BY id DESC LIMIT 1");
  const auto at = payload.find("?token=");
  return at == std::string::npos ? std::string() : payload.substr(at + 7, payload.find("\\n", at) - at - 7);
}

std::string token_in(const std::string& link) {
  const auto at = link.find("?token=");
  return at == std::string::npos ? std::string() : link.substr(at + 7);
}

std::string user_id(Installation& installation, const std::string& email) {
  return text_of(installation, "SELECT id FROM users WHERE email = '" + email + "'");
}
std::string viewer_id(Installation& installation) {
  return user_id(installation, "viewer@riverside.example");
}
std::string editor_id(Installation& installation) {
  return user_id(installation, "editor@riverside.example");
}
std::string admin_id(Installation& installation) {
  return user_id(installation, "admin@riverside.example");
}

Answer patch(Installation& installation, As caller, const std::string& path, const std::string& body) {
  return installation.request(caller, http::Method::patch, path, body);
}

Answer log_in(Installation& installation, const std::string& email, std::string_view with) {
  return installation.post(As::nobody, "/auth/login",
                           R"({"email":")" + email + R"(","password":")" + std::string(with) + "\"}");
}

Answer with_token(Installation& installation, const Answer& signed_in, http::Method method, const std::string& path,
                  const std::string& body) {
  return installation.request(As::nobody, method, path, body,
                              {{"Authorization", "Bearer " + signed_in.text("accessToken")}});
}

Answer invite(Installation& installation, const std::string& email, const std::string& role) {
  return installation.post(As::admin, "/invitations", R"({"email":")" + email + R"(","role":")" + role + "\"}");
}

Answer accept(Installation& installation, const std::string& token, std::string_view with, const std::string& name) {
  return installation.post(
      As::nobody, "/auth/invitation/accept",
      R"({"token":")" + token + R"(","name":")" + name + R"(","password":")" + std::string(with) + "\"}");
}

Answer invite_and_accept(Installation& installation, const std::string& email, const std::string& role) {
  return accept(installation, token_in(invite(installation, email, role).text("link")), password);
}

std::string reset_body(const std::string& token, std::string_view wanted) {
  return R"({"token":")" + token + R"(","password":")" + std::string(wanted) + "\"}";
}

}  // namespace pagewright::scenarios
