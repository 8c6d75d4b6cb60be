// Environments: making, changing and deleting them, and their host names.
#include <gtest/gtest.h>

#include "server/scenarios/environments.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

constexpr Milliseconds hour = 60LL * 60 * 1000;

class Environments : public WithEnvironments {};

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
