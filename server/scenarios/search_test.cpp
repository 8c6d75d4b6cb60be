// One search over everything that has a name.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Search, FindsWhateverHasTheWordInIt) {
  Installation installation;
  const std::string page = installation.create_page("Übungs-Cards for the garden");
  installation.create_page("Elsewhere");
  EXPECT_EQ(installation
                .post(As::editor, "/templates",
                      R"({"displayName":"Card wall","description":"Many of them","pageId":")" + page + "\"}")
                .status,
            201U);
  check(installation,
        {.name = "of all kinds",
         .caller = As::viewer,
         .path = "/search?q=cARD",
         .contains = {R"({"kind":"page","id":")" + page +
                          R"(","title":"Übungs-Cards for the garden","detail":"/ubungs-cards-for-the-garden"})",
                      R"("title":"Card wall","detail":"Many of them")",
                      R"({"kind":"component","id":"card","title":"Card")"},
         .absent = {"Elsewhere", R"("member")"}});
  check(installation, {.name = "accents don't count",
                       .caller = As::viewer,
                       .path = "/search?q=ubungs",
                       .contains = {page, R"("totals":{"page":1,"template":0,"component":0})"}});
  check(installation, {.name = "keywords of components",
                       .caller = As::viewer,
                       .path = "/search?q=dropdown",
                       .contains = {R"({"kind":"component","id":"select")"}});
  check(installation, {.name = "members, for administrators",
                       .caller = As::admin,
                       .path = "/search?q=viewer%40",
                       .contains = {R"({"kind":"member")", "viewer@riverside.example", R"("member":1)"}});
  check(installation, {.name = "not for editors",
                       .caller = As::editor,
                       .path = "/search?q=viewer%40",
                       .absent = {"viewer@riverside.example"}});
  check(installation, {.name = "of another organisation",
                       .caller = As::stranger,
                       .path = "/search?q=garden",
                       .contains = {R"("totals":{"page":0,"template":0)"},
                       .absent = {page}});
}

TEST(Search, ShowsAFewOfEachAndSaysHowManyThereAre) {
  Installation installation;
  for (int i = 0; i < 4; ++i) installation.create_page("Garden " + std::to_string(i));
  const Answer answer = installation.get(As::viewer, "/search?q=garden&limit=3");
  const auto body = answer.json();
  std::size_t pages = 0;
  for (const auto& item : json::find(body, "items")->get_array()) pages += json::find_string(item, "kind") == "page";
  EXPECT_EQ(pages, 3U);
  EXPECT_NE(answer.body.find(R"("page":4)"), std::string::npos);
}

TEST(Search, NeedsSomethingToLookFor) {
  Installation installation;
  for (const std::string query : {"", "?q=", "?q=%20", "?q=a&limit=0", "?q=a&limit=21", "?q=a&limit=x"})
    check(installation, {.name = query, .caller = As::viewer, .path = "/search" + query, .status = 400});
  check(installation,
        {.name = "no wildcards", .caller = As::viewer, .path = "/search?q=%25", .contains = {R"("page":0)"}});
  check(installation, {.name = "nobody", .path = "/search?q=a", .status = 401});
}

}  // namespace
}  // namespace pagewright::scenarios
