// The way into environments that not everyone may see: by a password, or by a member's link.
#include <gtest/gtest.h>

#include "server/scenarios/environments.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

class Entrance : public WithEnvironments {};

TEST_F(Entrance, OpensForWhoKnowsThePassword) {
  const std::string id = make(R"({"name":"Secret","access":"password","password":"seven green apples"})");
  publish(id, "Plan", "The plan");
  publish(production(), "About", "The school");
  EXPECT_TRUE(is_closed("sites.example", "/~secret/plan"));
  EXPECT_TRUE(is_closed("sites.example", "/~secret/nothing"));
  EXPECT_TRUE(shows("sites.example", "/about", "The school"));
  const std::string entrance = "/~secret/~enter";
  const Answer wrong = enter(entrance, "password=seven+red+apples&to=%2F~secret%2Fplan");
  EXPECT_EQ(wrong.status, 403U);
  EXPECT_NE(wrong.body.find("That is not the password."), std::string::npos);
  EXPECT_NE(wrong.body.find(R"(value="/~secret/plan")"), std::string::npos);
  EXPECT_EQ(wrong.header("Set-Cookie"), "");

  const Answer right = enter(entrance, "password=seven+green+apples&to=%2F~secret%2Fplan");
  EXPECT_EQ(right.status, 303U) << right.body;
  EXPECT_EQ(right.header("Location"), "/~secret/plan");
  const std::string_view attributes = right.header("Set-Cookie");
  EXPECT_NE(attributes.find("; Path=/~secret; Max-Age=86400; HttpOnly; SameSite=Lax"), std::string_view::npos);
  EXPECT_EQ(attributes.find("Secure"), std::string_view::npos);
  const std::string cookie = cookie_of(right);
  EXPECT_TRUE(shows("sites.example", "/~secret/plan", "The plan", cookie));
  const std::string protected_page = see("sites.example", "/~secret/plan", cookie);
  EXPECT_NE(protected_page.find("Cache-Control: private, no-store"), std::string::npos);
  EXPECT_NE(protected_page.find("X-Robots-Tag: noindex"), std::string::npos);
  installation.restart_abruptly();
  EXPECT_TRUE(shows("sites.example", "/~secret/plan", "The plan", cookie));
  // It opens nothing else, and a new password ends it.
  make(R"({"name":"Other","access":"password","password":"seven green apples"})");
  EXPECT_TRUE(is_closed("sites.example", "/~other", cookie));
  EXPECT_EQ(change(id, R"({"password":"eight green apples"})").status, 200U);
  EXPECT_TRUE(is_closed("sites.example", "/~secret/plan", cookie));
  EXPECT_EQ(enter(entrance, "password=seven+green+apples").status, 403U);
  EXPECT_EQ(enter(entrance, "password=eight+green+apples").header("Location"), "/~secret/");
}

TEST_F(Entrance, SendsNobodyElsewhereAndGivesNothingAway) {
  const std::string id =
      make(R"({"name":"Secret","hosts":["secret.example"],"access":"password","password":"seven green apples"})");
  for (const char* to :
       {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example", "%2Fa%0D%0AX%3A+y", ""})
    EXPECT_EQ(enter("/~enter", "password=seven+green+apples&to=" + std::string(to), "secret.example",
                    std::string("198.51.100.") + std::to_string(std::string_view(to).size()))
                  .header("Location"),
              "/")
        << to;
  const Answer secure =
      installation.visit(Method::post, "/~enter", {{"Host", "secret.example"}, {"X-Forwarded-Proto", "https"}},
                         "password=seven+green+apples", "192.0.2.99");
  EXPECT_NE(secure.header("Set-Cookie").find("; Secure"), std::string_view::npos);
  EXPECT_NE(secure.header("Set-Cookie").find("; Path=/;"), std::string_view::npos);
  EXPECT_EQ(enter("/~enter", "password=x").status, 404U);  // production has no gate
  const Answer evil =
      installation.visit(Method::post, "/~enter", {{"Host", "secret.example"}, {"Origin", "http://evil.example"}},
                         "password=seven+green+apples");
  EXPECT_EQ(evil.status, 403U);
  EXPECT_EQ(evil.header("Set-Cookie"), "");
  // Neither answers nor the audit log have the password, its hash or the key.
  const std::string text = installation.get(As::admin, "/environments/" + id).body +
                           installation.get(As::admin, "/audit-log?action=environment.*").body;
  EXPECT_EQ(text.find("apples"), std::string::npos);
  EXPECT_EQ(text.find("argon2"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM environments WHERE pass_key <> ''"), 1);
}

TEST_F(Entrance, BearsWithAFewGuesses) {
  make(R"({"name":"Secret","access":"password","password":"seven green apples"})");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(enter("/~secret/~enter", "password=guess").status, 403U);
  const Answer answer = enter("/~secret/~enter", "password=seven+green+apples");
  EXPECT_EQ(answer.status, 429U);
  EXPECT_NE(answer.header("Retry-After"), "");
  EXPECT_EQ(answer.header("Set-Cookie"), "");
  EXPECT_EQ(enter("/~secret/~enter", "password=seven+green+apples", "sites.example", "192.0.2.8").status, 303U);
}

// From as many addresses as they like. (So long a guess is refused without working out its hash, and counts all the
// same.)
TEST_F(Entrance, BearsWithGuessesOfManyTogetherOnlySoFar) {
  make(R"({"name":"Secret","access":"password","password":"seven green apples"})");
  const std::string guess = "password=" + std::string(1025, 'x');
  int guesses = 0;
  const auto guess_until_refused = [&] {
    constexpr int far_too_many = 2'000;
    const auto from = [&] { return "203.0." + std::to_string(guesses / 8) + ".7"; };
    while (guesses < far_too_many && enter("/~secret/~enter", guess, "sites.example", from()).status == 403U) ++guesses;
    ASSERT_LT(guesses, far_too_many);
  };
  // One more is allowed every 300 ms: on a slow machine the right one may be it.
  Answer answer;
  for (int attempt = 0; attempt < 5 && answer.status != 429U; ++attempt) {
    guess_until_refused();
    answer = enter("/~secret/~enter", "password=seven+green+apples", "sites.example", "198.51.100.1");
  }
  EXPECT_GE(guesses, 200);
  EXPECT_EQ(answer.status, 429U);
  EXPECT_EQ(answer.header("Set-Cookie"), "");
}

TEST_F(Entrance, OpensForMembersByALinkThatWorksOnce) {
  const std::string id = make(R"({"name":"Inside","access":"members"})");
  publish(id, "Plan", "The plan");
  EXPECT_TRUE(is_closed("sites.example", "/~inside/plan"));
  EXPECT_NE(see("sites.example", "/~inside/plan").find("for members"), std::string::npos);
  EXPECT_EQ(enter("/~inside/~enter", "password=x").status, 404U);
  const std::string path = "/environments/" + id + "/visit";
  EXPECT_EQ(installation.post(As::stranger, path, R"({"path":"/plan"})").status, 404U);
  EXPECT_EQ(installation.post(As::nobody, path, R"({"path":"/plan"})").status, 401U);
  EXPECT_EQ(installation.post(As::viewer, path, R"({"path":"//evil.example"})").status, 422U);
  EXPECT_EQ(installation.post(As::viewer, "/environments/" + production() + "/visit").status, 409U);
  const auto before = installation.events().size();
  const Answer link = installation.post(As::viewer, path, R"({"path":"/plan"})");
  ASSERT_EQ(link.status, 201U) << link.body;
  EXPECT_EQ(installation.events().size(), before + 1);
  EXPECT_EQ(installation.events().back(), "environment.visited");
  const std::string url = link.text("url");
  const std::string start = "http://sites.example";
  ASSERT_TRUE(url.starts_with(start + "/~inside/~enter?token=")) << url;
  const std::string target = url.substr(start.size());
  const Answer wrong = installation.visit(Method::get, "/~inside/~enter?token=x&to=/plan");
  EXPECT_EQ(wrong.status, 403U);
  const Answer entered = installation.visit(Method::get, target);
  EXPECT_EQ(entered.status, 303U) << entered.body;
  EXPECT_EQ(entered.header("Location"), "/~inside/plan");
  EXPECT_TRUE(shows("sites.example", "/~inside/plan", "The plan", cookie_of(entered)));
  EXPECT_EQ(installation.visit(Method::get, target).status, 403U);
  EXPECT_EQ(change(id, R"({"access":"public"})").status, 200U);
  EXPECT_TRUE(shows("sites.example", "/~inside/plan", "The plan"));
  EXPECT_EQ(change(id, R"({"access":"members"})").status, 200U);
  EXPECT_TRUE(is_closed("sites.example", "/~inside/plan", cookie_of(entered)));
}

TEST_F(Entrance, LinksOfMembersEndSoon) {
  const std::string id = make(R"({"name":"Inside","access":"members"})");
  const std::string url = installation.post(As::viewer, "/environments/" + id + "/visit").text("url");
  installation.pass(std::chrono::minutes(3));
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM environment_visits"), 0);
  EXPECT_EQ(installation.visit(Method::get, url.substr(std::string("http://sites.example").size())).status, 403U);
}

}  // namespace
}  // namespace pagewright::scenarios
