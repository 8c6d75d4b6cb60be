// Environments that show a branch of a page.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"
#include "server/sites/site_server.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

class Previews : public testing::Test {
 protected:
  Previews() {
    page = installation.create_page("About", content("Spring"));
    EXPECT_EQ(installation.post(As::editor, "/pages/" + page + "/branches", R"({"name":"summer"})").status, 201U);
    write("Summer 1");
  }
  static std::string content(const std::string& text) {
    return R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})";
  }
  void write(const std::string& text) {
    EXPECT_EQ(installation.put(As::editor, "/pages/" + page + "?branch=summer", "{" + content(text) + "}").status,
              200U);
  }
  [[nodiscard]] std::string path() const { return "/pages/" + page + "/branches/summer/preview"; }
  Answer open(const std::string& body = {}) { return installation.put(As::editor, path(), body); }
  std::string seen(const std::string& at) {
    const auto snapshot = installation.sites().current();
    const auto found = snapshot->artifacts().find(at);
    return found == snapshot->artifacts().end() ? std::string() : found->second->body;
  }
  bool shows(const std::string& at, const std::string& text) { return seen(at).find(text) != std::string::npos; }

  Installation installation;
  std::string page;
};

TEST_F(Previews, ShowTheBranchToMembers) {
  EXPECT_EQ(installation.put(As::viewer, path(), "{}").status, 403U);
  const Answer opened = open();
  ASSERT_EQ(opened.status, 200U) << opened.body;
  const std::string at = opened.text("path");
  EXPECT_TRUE(at.starts_with("/~preview-"));
  EXPECT_EQ(opened.text("kind"), "preview");
  EXPECT_EQ(opened.text("access"), "members");
  EXPECT_TRUE(shows(at + "/about", "Summer 1"));
  EXPECT_TRUE(shows(at + "/", "Summer 1"));
  // Nobody sees it without a link, and the page is a draft as before.
  const sites::SiteServer server(installation.sites());
  const std::string target = at + "/about";
  const auto snapshot = installation.sites().current();
  EXPECT_TRUE(server.answer({.method = "GET", .target = target}, *snapshot).head.starts_with("HTTP/1.1 403"));
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + page).text("status"), "draft");
  EXPECT_EQ(installation.events().back(), "preview.published");
  EXPECT_EQ(installation.post(As::viewer, "/environments/" + opened.text("id") + "/visit").status, 201U);
  check(installation, {.name = "which branch",
                       .caller = As::viewer,
                       .path = "/environments/" + opened.text("id"),
                       .contains = {R"("preview":{"pageId":")" + page + R"(","branch":"summer")"}});
}

TEST_F(Previews, FollowTheVersionsOfTheBranch) {
  const std::string at = open().text("path");
  write("Summer 2");  // which is a version, as what is written by a PUT always is
  EXPECT_TRUE(shows(at + "/about", "Summer 1"));
  installation.pass(std::chrono::seconds(1));
  EXPECT_TRUE(shows(at + "/about", "Summer 2"));
  // Opened again it is the same one, with the branch as it is.
  write("Summer 3");
  const Answer again = open(R"({"hours":1})");
  EXPECT_EQ(again.text("path"), at);
  EXPECT_TRUE(shows(at + "/about", "Summer 3"));
  installation.restart_abruptly();
  EXPECT_TRUE(shows(at + "/about", "Summer 3"));
  // What is on main is nothing to it.
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, "{" + content("Autumn") + "}").status, 200U);
  EXPECT_EQ(installation.post(As::editor, "/pages/" + page + "/versions", R"({"message":"M"})").status, 201U);
  installation.pass(std::chrono::seconds(1));
  EXPECT_TRUE(shows(at + "/about", "Summer 3"));
}

TEST_F(Previews, EndWithTheirTime) {
  const Answer opened = open(R"({"hours":2})");
  installation.pass(std::chrono::minutes(119));
  EXPECT_NE(seen(opened.text("path") + "/about"), "");
  installation.pass(std::chrono::minutes(2));
  EXPECT_EQ(seen(opened.text("path") + "/about"), "");
  EXPECT_EQ(installation.get(As::viewer, "/environments/" + opened.text("id")).status, 404U);
  EXPECT_EQ(installation.events().back(), "environment.deleted");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 0);
}

TEST_F(Previews, EndWithTheBranch) {
  const Answer opened = open();
  EXPECT_LT(installation.remove(As::editor, "/pages/" + page + "/branches/summer").status, 300U);
  installation.pass(std::chrono::seconds(1));
  EXPECT_EQ(seen(opened.text("path") + "/about"), "");
  EXPECT_EQ(installation.get(As::viewer, "/environments/" + opened.text("id")).status, 404U);
}

TEST_F(Previews, AreClosed) {
  const Answer opened = open();
  EXPECT_EQ(installation.remove(As::editor, path()).status, 204U);
  EXPECT_EQ(seen(opened.text("path") + "/about"), "");
  EXPECT_EQ(installation.remove(As::editor, path()).status, 404U);
}

TEST_F(Previews, EndWithThePage) {
  const Answer opened = open();
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + page).status, 204U);
  check(installation, {.name = "erased",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = "/pages/" + page + "?permanent=true",
                       .status = 204,
                       .events = {"environment.deleted", "page.erased"}});
  check(installation, {.name = "nobody sees its name",
                       .caller = As::viewer,
                       .path = "/environments",
                       .absent = {opened.text("id"), "About"}});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM environments WHERE kind = 'preview'"), 0);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 0);
  EXPECT_EQ(seen(opened.text("path") + "/about"), "");
}

// One that an earlier version of the program left behind.
TEST_F(Previews, WithoutAPageAreNobodys) {
  const std::string id = open().text("id");
  ASSERT_TRUE(installation.run_sql("DELETE FROM preview_environments"));
  check(installation, {.name = "no list", .caller = As::admin, .path = "/environments", .absent = {id}});
  EXPECT_EQ(installation.get(As::admin, "/environments/" + id).status, 404U);
}

TEST_F(Previews, TakeNothingElse) {
  const std::string id = open().text("id");
  const std::string body = R"({"environmentId":")" + id + "\"}";
  EXPECT_EQ(installation.post(As::admin, "/pages/" + page + "/publish", body).status, 422U);
  EXPECT_EQ(
      installation.post(As::admin, "/releases", R"({"environmentId":")" + id + R"(","pageIds":[")" + page + "\"]}")
          .status,
      422U);
  const auto list = installation.get(As::admin, "/releases?environmentId=" + id).json();
  const std::string release(json::find_string(json::find(list, "items")->get_array()[0], "id").value());
  EXPECT_EQ(installation.post(As::admin, "/releases/" + release + "/rollback").status, 409U);
  for (const char* hours : {R"({"hours":0})", R"({"hours":99999})", R"({"hours":"x"})", R"({"days":1})"})
    EXPECT_EQ(open(hours).status, 422U) << hours;
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page + "/branches/winter/preview", "{}").status, 404U);
}

}  // namespace
}  // namespace pagewright::scenarios
