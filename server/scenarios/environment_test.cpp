// Environments: making, changing and deleting them, their host names, and who may see them.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"
#include "server/sites/site_server.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

constexpr Milliseconds hour = 60LL * 60 * 1000;

class Environments : public testing::Test {
 protected:
  static std::string id_of(const Answer& answer) { return answer.text("id"); }

  std::string make(const std::string& body) {
    const Answer answer = installation.post(As::admin, "/environments", body);
    EXPECT_EQ(answer.status, 201U) << answer.body;
    return id_of(answer);
  }
  std::string production() { return standing(0); }
  std::string staging() { return standing(1); }
  Answer change(const std::string& id, const std::string& body) {
    return installation.request(As::admin, Method::patch, "/environments/" + id, body);
  }
  // A page that says `text`, released to the environment: its id.
  std::string publish(const std::string& environment, const std::string& name, const std::string& text) {
    const std::string id = installation.create_page(
        name, R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})");
    EXPECT_EQ(release(environment, id), 200U);
    return id;
  }
  unsigned release(const std::string& environment, const std::string& page) {
    return installation.post(As::admin, "/pages/" + page + "/publish", R"({"environmentId":")" + environment + "\"}")
        .status;
  }

  // What the sites listener answers.
  std::string see(std::string_view host, std::string_view path, std::string_view cookie = {}) {
    const sites::SiteServer server(installation.sites());
    const auto snapshot = installation.sites().current();
    const auto answer = server.answer({.method = "GET", .target = path, .host = host, .cookie = cookie}, *snapshot);
    return std::string(answer.head) + "\r\n" + std::string(answer.body);
  }
  bool shows(std::string_view host, std::string_view path, std::string_view text, std::string_view cookie = {}) {
    const std::string answer = see(host, path, cookie);
    return answer.starts_with("HTTP/1.1 200") && answer.find(text) != std::string::npos;
  }
  bool is_closed(std::string_view host, std::string_view path, std::string_view cookie = {}) {
    return see(host, path, cookie).starts_with("HTTP/1.1 403");
  }
  Answer enter(const std::string& path, const std::string& form, const std::string& host = "sites.example",
               const std::string& address = "192.0.2.7") {
    return installation.visit(Method::post, path, {{"Host", host}}, form, address);
  }
  static std::string cookie_of(const Answer& answer) {
    const auto cookie = answer.header("Set-Cookie");
    return std::string(cookie.substr(0, cookie.find(';')));
  }

  Installation installation;

 private:
  std::string standing(std::size_t index) {
    const auto list = installation.get(As::admin, "/environments").json();
    return std::string(json::find_string(json::find(list, "items")->get_array()[index], "id").value());
  }
};

TEST_F(Environments, AreMadeChangedAndDeleted) {
  check(installation, {.name = "made",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/environments",
                       .body = R"({"name":"Acceptance tests"})",
                       .status = 201,
                       .contains = {R"("kind":"custom")", R"("path":"/~acceptance-tests")",
                                    R"("baseUrl":"http://sites.example/~acceptance-tests")", R"("access":"public")"},
                       .events = {"environment.created"}});
  const auto list = installation.get(As::viewer, "/environments").json();
  const auto& items = json::find(list, "items")->get_array();
  ASSERT_EQ(items.size(), 3U);
  const std::string id(json::find_string(items[2], "id").value());
  check(installation, {.name = "of another organisation, the same name has another path",
                       .caller = As::stranger,
                       .method = Method::post,
                       .path = "/environments",
                       .body = R"({"name":"Acceptance: tests!"})",
                       .status = 201,
                       .contains = {R"("path":"/~acceptance-tests-2")"},
                       .events = {"environment.created"}});
  check(installation,
        {.name = "renamed",
         .caller = As::admin,
         .method = Method::patch,
         .path = "/environments/" + id,
         .body = R"({"name":"UAT","baseUrl":"https://uat.example/site"})",
         .contains = {R"("name":"UAT")", R"("baseUrl":"https://uat.example/site")", R"("path":"/~acceptance-tests")"},
         .events = {"environment.updated"}});
  check(installation, {.name = "the same again is nothing",
                       .caller = As::admin,
                       .method = Method::patch,
                       .path = "/environments/" + id,
                       .body = R"({"name":"UAT"})"});
  check(installation, {.name = "back to the standard address",
                       .caller = As::admin,
                       .method = Method::patch,
                       .path = "/environments/" + id,
                       .body = R"({"baseUrl":null})",
                       .contains = {R"("baseUrl":"http://sites.example/~acceptance-tests")"},
                       .events = {"environment.updated"}});
  check(installation, {.name = "a name that is taken",
                       .caller = As::admin,
                       .method = Method::patch,
                       .path = "/environments/" + id,
                       .body = R"({"name":"Staging"})",
                       .status = 409,
                       .contains = {"/name"}});
  check(installation, {.name = "not by editors",
                       .caller = As::editor,
                       .method = Method::delete_,
                       .path = "/environments/" + id,
                       .status = 403});
  check(installation, {.name = "deleted",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = "/environments/" + id,
                       .status = 204,
                       .events = {"environment.deleted"}});
  check(installation, {.name = "gone", .caller = As::viewer, .path = "/environments/" + id, .status = 404});
}

TEST_F(Environments, SayWhatIsWrongWithTheirSettings) {
  for (const auto& [body, fault] :
       {std::pair(R"({"name":"  "})", "/name"), std::pair(R"({"name":"X","hosts":["localhost"]})", "/hosts/0"),
        std::pair(R"({"name":"X","hosts":["a.example","A.example"]})", "/hosts/1"),
        std::pair(R"({"name":"X","hosts":["bücher.example"]})", "xn--"),
        std::pair(R"({"name":"X","hosts":["sites.example"]})", "this installation itself"),
        std::pair(R"({"name":"X","hosts":["editor.example"]})", "this installation itself"),
        std::pair(R"({"name":"X","baseUrl":"www.example.org"})", "/baseUrl"),
        std::pair(R"({"name":"X","access":"everyone"})", "/access"),
        std::pair(R"({"name":"X","access":"password"})", "/password"),
        std::pair(R"({"name":"X","access":"password","password":"aaaaaaaa"})", "/password"),
        std::pair(R"({"name":"X","password":"seven green apples"})", "/password"),
        std::pair(R"({"name":"X","kind":"production"})", "/kind")})
    check(installation, {.name = body,
                         .caller = As::admin,
                         .method = Method::post,
                         .path = "/environments",
                         .body = body,
                         .status = 422,
                         .contains = {fault}});
}

TEST_F(Environments, AreChosenByTheHostName) {
  const std::string microsite = make(R"({"name":"Microsite","hosts":["WWW.Fair.example","fair.example"]})");
  publish(production(), "About", "The school");
  publish(microsite, "Fair", "The fair");
  EXPECT_TRUE(shows("www.fair.example", "/fair", "The fair"));
  EXPECT_TRUE(shows("fair.example:8080", "/", "The fair"));
  EXPECT_TRUE(see("fair.example", "/about").starts_with("HTTP/1.1 404"));
  EXPECT_TRUE(shows("sites.example", "/about", "The school"));
  EXPECT_TRUE(shows("sites.example", "/~microsite/fair", "The fair"));
  EXPECT_EQ(see("fair.example", "/fair").find("X-Robots-Tag"), std::string::npos);
  check(installation,
        {.name = "its address",
         .caller = As::viewer,
         .path = "/environments/" + microsite,
         .contains = {R"("hosts":["www.fair.example","fair.example"])", R"("baseUrl":"http://www.fair.example")"}});
  check(installation, {.name = "nobody else gets the name",
                       .caller = As::stranger,
                       .method = Method::post,
                       .path = "/environments",
                       .body = R"({"name":"Mine","hosts":["mine.example","fair.example"]})",
                       .status = 409,
                       .contains = {"/hosts/1"},
                       .absent = {"/hosts/0"}});
  installation.restart_abruptly();
  EXPECT_TRUE(shows("www.fair.example", "/fair", "The fair"));
  EXPECT_EQ(change(microsite, R"({"hosts":["fair.example"]})").status, 200U);
  EXPECT_TRUE(see("www.fair.example", "/fair").starts_with("HTTP/1.1 404"));
  EXPECT_TRUE(shows("fair.example", "/fair", "The fair"));
}

// Each organisation has pages at the same addresses, which one listener shows by the name that it was asked by.
TEST_F(Environments, OfTwoOrganisationsAreToldApartByTheHostName) {
  publish(production(), "About", "The school");
  const auto theirs = installation.get(As::stranger, "/environments").json();
  const std::string other(json::find_string(json::find(theirs, "items")->get_array()[0], "id").value());
  EXPECT_EQ(installation.request(As::stranger, Method::patch, "/environments/" + other, R"({"hosts":["else.example"]})")
                .status,
            200U);
  const Answer page = installation.post(As::stranger, "/pages", R"({"name":"About"})");
  EXPECT_EQ(
      installation.post(As::stranger, "/pages/" + page.text("id") + "/publish", R"({"environmentId":")" + other + "\"}")
          .status,
      200U);
  EXPECT_TRUE(shows("sites.example", "/about", "The school"));
  EXPECT_TRUE(see("else.example", "/about").starts_with("HTTP/1.1 200"));
  EXPECT_FALSE(shows("else.example", "/about", "The school"));
  // Search engines are told of the name, too.
  EXPECT_NE(see("else.example", "/about").find("http://else.example/about"), std::string::npos);
}

TEST_F(Environments, TellSearchEnginesOfProductionsAddress) {
  EXPECT_EQ(change(production(), R"({"baseUrl":"https://www.riverside.example"})").status, 200U);
  publish(staging(), "About", "The school");
  EXPECT_NE(see("sites.example", "/~staging/about").find("https://www.riverside.example/about"), std::string::npos);
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/environments/" + production()).text("baseUrl"),
            "https://www.riverside.example");
}

TEST_F(Environments, ThatAreNeededStay) {
  const std::string id = make(R"({"name":"Acceptance"})");
  const std::string page = publish(id, "Plan", "The plan");
  const std::string path = "/environments/" + id;
  check(installation, {.name = "production stays",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = "/environments/" + production() + "?contents=delete",
                       .status = 409});
  check(installation, {.name = "it shows a page",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = path,
                       .status = 409,
                       .contains = {"pages shown: 1", "contents=delete"}});
  const Answer scheduled = installation.post(
      As::admin, "/releases",
      R"({"environmentId":")" + id + R"(","publishAt":")" + to_iso8601(installation.now() + hour) + "\"}");
  ASSERT_EQ(scheduled.status, 202U) << scheduled.body;
  check(installation, {.name = "a release is scheduled",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = path + "?contents=delete",
                       .status = 409,
                       .contains = {"scheduled"}});
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + scheduled.text("jobId") + "/cancel").status, 200U);
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + page).text("status"), "published");
  check(installation, {.name = "with its contents",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = path + "?contents=delete",
                       .status = 204,
                       .events = {"environment.deleted"}});
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + page).text("status"), "draft");
  EXPECT_TRUE(see("sites.example", "/~acceptance/plan").starts_with("HTTP/1.1 404"));
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 0);
}

TEST_F(Environments, BehindAPasswordOpenForWhoKnowsIt) {
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

TEST_F(Environments, SendNobodyElsewhereAndGiveNothingAway) {
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

TEST_F(Environments, BearWithAFewGuesses) {
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
TEST_F(Environments, BearWithGuessesOfManyTogetherOnlySoFar) {
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

TEST_F(Environments, ForMembersOpenByALinkThatWorksOnce) {
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

TEST_F(Environments, LinksOfMembersEndSoon) {
  const std::string id = make(R"({"name":"Inside","access":"members"})");
  const std::string url = installation.post(As::viewer, "/environments/" + id + "/visit").text("url");
  installation.pass(std::chrono::minutes(3));
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM environment_visits"), 0);
  EXPECT_EQ(installation.visit(Method::get, url.substr(std::string("http://sites.example").size())).status, 403U);
}

TEST_F(Environments, FormsComeByTheHostNameToo) {
  const std::string fair = make(R"({"name":"Fair","hosts":["fair.example"]})");
  const std::string page = installation.create_page(
      "Ask", R"("structure":{"components":[{"id":"ask","component":"form","children":{"content":[)"
             R"({"id":"name","component":"input","props":{"name":"name"}}]}}]})");
  EXPECT_EQ(release(fair, page), 200U);
  EXPECT_EQ(enter("/ask?form=ask", "name=Ada", "fair.example").status, 303U);
  EXPECT_EQ(enter("/ask?form=ask", "name=Ada", "sites.example").status, 404U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM form_submissions"), 1);
}

}  // namespace
}  // namespace pagewright::scenarios
