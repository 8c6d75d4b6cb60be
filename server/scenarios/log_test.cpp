// What the log says of requests: enough to follow them, and never what nobody may read later.
#include "server/logging/log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "server/logging/statements.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Log : testing::Test {
  ~Log() override { log::watch_statements({}); }

  // The lines that are written while `act` runs, as they are.
  std::string written(const std::function<void()>& act) {
    testing::internal::CaptureStderr();
    log::start(log::Level::info);
    act();
    log::flush_and_stop();
    return testing::internal::GetCapturedStderr();
  }

  // The same, as JSON: one object a line, whatever was asked.
  std::vector<json::Value> lines(const std::function<void()>& act) {
    std::vector<json::Value> parsed;
    std::istringstream text(written(act));
    for (std::string line; std::getline(text, line);) {
      const auto value = json::parse(line);
      EXPECT_TRUE(value && value->is_object()) << line;
      if (value) parsed.push_back(*value);
    }
    return parsed;
  }

  static std::string text(const json::Value& line, std::string_view member) {
    return std::string(json::find_string(line, member).value_or("absent"));
  }

  Installation installation;
};

TEST_F(Log, FollowsARequest) {
  const std::string id = installation.create_page("Home");
  Answer answer;
  const auto logged = lines([&] {
    answer = installation.request(
        As::editor, http::Method::get, "/pages/" + id + "?a=b", {},
        {{"X-Request-Id", "proxy-7"}, {"traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}});
  });
  ASSERT_EQ(logged.size(), 1U);
  const json::Value& line = logged[0];
  EXPECT_EQ(text(line, "message"), "request");
  EXPECT_EQ(text(line, "request"), "proxy-7");
  EXPECT_EQ(text(line, "trace"), "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(text(line, "route"), "/api/v1/pages/:id");
  EXPECT_EQ(text(line, "path"), "/api/v1/pages/" + id);
  EXPECT_EQ(text(line, "method"), "GET");
  EXPECT_EQ(line.at("status"), 200);
  EXPECT_TRUE(line.at("milliseconds").is_double() || line.at("milliseconds").is_int64());
  const auto me = installation.get(As::editor, "/auth/me").json();
  EXPECT_THAT(json::serialize(me), HasSubstr(text(line, "user")));
  EXPECT_EQ(text(line, "organization").size(), 36U);
  EXPECT_EQ(text(line, "client"), "192.0.2.1");
  EXPECT_EQ(answer.header("X-Request-Id"), "proxy-7");
  EXPECT_EQ(answer.header("traceparent"), "00-4bf92f3577b34da6a3ce929d0e0e4736-" + text(line, "span") + "-01");
}

TEST_F(Log, HasOneObjectALineWhateverIsAsked) {
  const std::string forged = "%0A%7B%22level%22:%22error%22,%22message%22:%22forged%22%7D%0A";
  const auto logged = lines([&] {
    installation.get(As::nobody, "/pages/" + forged);
    installation.get(As::nobody, "/%22%5C%00%1B%5B31m%E2%80%A8%FF");
    installation.request(As::viewer, http::Method::get, "/pages", {},
                         {{"X-Request-Id", "a\"\n{}"}, {"traceparent", "00-\n"}, {"User-Agent", forged}});
    installation.request(As::editor, http::Method::post, "/pages",
                         "{\"name\":\"\\n{\\\"message\\\":\\\"forged\\\"}\"}");
  });
  ASSERT_EQ(logged.size(), 4U);
  for (const auto& line : logged) {
    EXPECT_EQ(text(line, "message"), "request");
    EXPECT_EQ(text(line, "level"), "info");
    EXPECT_THAT(text(line, "request"), testing::MatchesRegex("[0-9a-f]{20}"));
  }
}

TEST_F(Log, NeverHasASecret) {
  const std::string secret = "Tr0ub4dor-and-3-and-some-more-letters-of-it";
  log::watch_statements({.slow = std::chrono::milliseconds(1), .all = true});
  const auto log = written([&] {
    const std::string log_in = R"({"email":"editor@example.org","password":")" + secret + "\"}";
    installation.post(As::nobody, "/auth/login", log_in);
    installation.get(As::nobody, "/auth/first-run?token=" + secret);
    installation.get(As::nobody, "/pages/" + secret);
    installation.get(As::nobody, "/" + secret + "/" + secret);
    installation.post(As::nobody, "/auth/password-reset/complete",
                      R"({"token":")" + secret + R"(","password":")" + secret + "\"}");
    installation.post(As::nobody, "/auth/invitation", R"({"token":")" + secret + "\"}");
    installation.request(As::nobody, http::Method::post, "/auth/refresh", {},
                         {{"Cookie", "pagewright_refresh=" + secret}, {"Authorization", "Bearer " + secret}});
    installation.request(As::nobody, http::Method::post, "/auth/login", "{\"password\":\"" + secret, {});
    installation.get(As::editor, "/auth/me");
    installation.put(As::editor, "/auth/password",
                     R"({"currentPassword":")" + std::string(password) + R"(","newPassword":")" + secret + "\"}");
  });
  EXPECT_THAT(log, HasSubstr("\"message\":\"statement\""));
  EXPECT_THAT(log, HasSubstr("SELECT"));
  EXPECT_THAT(log, Not(HasSubstr(secret)));
  EXPECT_THAT(log, Not(HasSubstr(std::string(password))));
  EXPECT_THAT(log, Not(HasSubstr(installation.token(As::editor))));
  EXPECT_THAT(log, Not(HasSubstr("$argon2id$")));
  EXPECT_THAT(log, Not(HasSubstr("editor@")));
}

TEST_F(Log, NamesStatementsThatTakeLong) {
  const auto slow = [&](std::chrono::milliseconds limit) {
    log::watch_statements({.slow = limit, .all = false});
    return lines([&] {
      installation.count(
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT count(*) FROM n");
    });
  };
  auto logged = slow(std::chrono::milliseconds(1));
  // On a busy machine the small statements around it take as long.
  std::erase_if(logged, [](const json::Value& line) { return !text(line, "sql").contains("WITH RECURSIVE n"); });
  ASSERT_EQ(logged.size(), 1U);
  EXPECT_EQ(text(logged[0], "message"), "slow statement");
  EXPECT_EQ(text(logged[0], "level"), "warning");
  EXPECT_TRUE(slow(std::chrono::seconds(20)).empty());
  EXPECT_TRUE(slow(std::chrono::milliseconds(0)).empty());
}

}  // namespace
}  // namespace pagewright::scenarios
