// Pages in the trash: put there, restored, deleted for ever.
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

struct Trash : testing::Test {
  Installation installation;

  void put(const std::string& id) { EXPECT_EQ(installation.remove(As::admin, "/pages/" + id).status, 204U); }
  Answer restore(As caller, const std::string& id) { return installation.post(caller, "/pages/" + id + "/restore"); }
  Answer erase(As caller, const std::string& id) {
    return installation.remove(caller, "/pages/" + id + "?permanent=true");
  }
  Answer publish(const std::string& id) {
    const auto environments = installation.get(As::admin, "/environments").json();
    const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
    return installation.post(As::admin, "/pages/" + id + "/publish", R"({"environmentId":")" + environment + "\"}");
  }
  bool is_shown(const std::string& path) { return installation.sites().current()->artifacts().contains(path); }
  // A page that has everything which hangs on a page.
  std::string make_page(const std::string& name) {
    std::string id = installation.create_page(name, two_headings);
    const std::string path = "/pages/" + id;
    EXPECT_EQ(installation.post(As::editor, path + "/branches", R"({"name":"summer"})").status, 201U);
    EXPECT_EQ(installation.put(As::editor, path + "?branch=summer", R"({"layout":{"title":"Summer"}})").status, 200U);
    EXPECT_EQ(installation.post(As::editor, path + "/branches/summer/merge", "{}").status, 200U);
    EXPECT_EQ(installation.put(As::editor, path + "/tags/launch", R"({"version":2})").status, 200U);
    return id;
  }
};

TEST_F(Trash, IsAList) {
  const std::string first = installation.create_page("First");
  const std::string second = installation.create_page("Second");
  installation.create_page("Third");
  put(first);
  put(second);
  check(installation, {.name = "pages",
                       .caller = As::viewer,
                       .path = "/pages",
                       .contains = {R"("total":1)", "Third"},
                       .absent = {"First", "Second"}});
  check(installation, {.name = "trash",
                       .caller = As::viewer,
                       .path = "/pages?trash=true",
                       .contains = {R"("total":2)", "First", "Second"},
                       .absent = {"Third", R"("deletedAt":null)"}});
  check(installation, {.name = "searched",
                       .caller = As::viewer,
                       .path = "/pages?trash=true&search=first&sort=deletedAt",
                       .contains = {R"("total":1)", "First"}});
  check(installation, {.name = "of one's own organisation",
                       .caller = As::stranger,
                       .path = "/pages?trash=true",
                       .contains = {R"("total":0)"}});
  check(installation,
        {.name = "an order of the trash", .caller = As::viewer, .path = "/pages?sort=deletedAt", .status = 400});
}

TEST_F(Trash, GivesAPageBackWithAllOfItsHistory) {
  const std::string id = make_page("About us");
  ASSERT_EQ(publish(id).status, 200U);
  ASSERT_TRUE(is_shown("/about-us"));
  put(id);
  EXPECT_FALSE(is_shown("/about-us"));
  check(installation, {.name = "not published any more",
                       .caller = As::viewer,
                       .path = "/pages?trash=true",
                       .contains = {R"("status":"draft")"}});
  check(installation, {.name = "restore",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/pages/" + id + "/restore",
                       .contains = {R"("slug":"about-us")", R"("status":"draft")", R"("deletedAt":null)", "\"h2\""},
                       .events = {"page.restored"}});
  EXPECT_FALSE(is_shown("/about-us"));  // until somebody publishes it
  check(installation, {.name = "versions",
                       .caller = As::viewer,
                       .path = "/pages/" + id + "/versions",
                       .contains = {"Initial version", "Published to Production", "launch"}});
  check(installation,
        {.name = "branches", .caller = As::viewer, .path = "/pages/" + id + "/branches", .contains = {"summer"}});
  EXPECT_EQ(installation.put(As::editor, "/pages/" + id, R"({"layout":{"title":"Back"}})").status, 200U);
  EXPECT_EQ(publish(id).status, 200U);
  EXPECT_TRUE(is_shown("/about-us"));
}

TEST_F(Trash, GivesAnotherSlugWhereItsOwnWasTaken) {
  const std::string id = installation.create_page("About us");
  put(id);
  installation.create_page("About us");
  EXPECT_EQ(restore(As::admin, id).text("slug"), "about-us-2");
  check(installation, {.name = "found by it",
                       .caller = As::viewer,
                       .path = "/pages?search=about-us-2",
                       .contains = {R"("total":1)", id}});
}

TEST_F(Trash, KeepsAnArchivedPageArchived) {
  const std::string id = installation.create_page("Old");
  installation.put(As::editor, "/pages/" + id, R"({"status":"archived"})");
  put(id);
  EXPECT_EQ(restore(As::admin, id).text("status"), "archived");
}

TEST_F(Trash, IsForAdministrators) {
  const std::string id = installation.create_page("Mine");
  put(id);
  for (const As caller : {As::viewer, As::editor}) {
    EXPECT_EQ(restore(caller, id).status, 403U);
    EXPECT_EQ(erase(caller, id).status, 403U);
  }
  EXPECT_EQ(restore(As::stranger, id).status, 404U);
  EXPECT_EQ(erase(As::stranger, id).status, 404U);
  EXPECT_EQ(erase(As::admin, "nonsense").status, 404U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages WHERE deleted_at IS NOT NULL"), 1);
}

TEST_F(Trash, HasOnlyWhatWasDeleted) {
  const std::string id = installation.create_page("Here");
  for (const auto& [name, method, rest] :
       {std::tuple("restore", Method::post, "/restore"), std::tuple("erase", Method::delete_, "?permanent=true")})
    check(installation, {.name = name,
                         .caller = As::admin,
                         .method = method,
                         .path = "/pages/" + id + rest,
                         .status = 409,
                         .contains = {"not in the trash"}});
  put(id);
  EXPECT_EQ(restore(As::admin, id).status, 200U);
  EXPECT_EQ(restore(As::admin, id).status, 409U);
}

TEST_F(Trash, IsEmptiedForEver) {
  const std::string id = make_page("About us");
  const std::string other = installation.create_page("Other");
  ASSERT_EQ(publish(id).status, 200U);
  ASSERT_EQ(publish(other).status, 200U);
  put(id);
  check(installation, {.name = "erase",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = "/pages/" + id + "?permanent=true",
                       .status = 204,
                       .events = {"page.erased"}});
  for (const char* table :
       {"page_versions", "page_branches", "page_operations", "page_snapshots", "page_tags", "release_artifacts"})
    EXPECT_EQ(installation.count("SELECT COUNT(*) FROM " + std::string(table) + " WHERE page_id = '" + id + "'"), 0)
        << table;
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 1);
  EXPECT_TRUE(is_shown("/other"));
  EXPECT_EQ(restore(As::admin, id).status, 404U);
  EXPECT_EQ(erase(As::admin, id).status, 404U);
}

TEST_F(Trash, LeavesWhatAnotherPageIsPublishedAsToo) {
  const std::string first = installation.create_page("Same", two_headings);
  ASSERT_EQ(publish(first).status, 200U);
  put(first);
  // The same name and address make the same bytes.
  const std::string second = installation.create_page("Same", two_headings);
  ASSERT_EQ(publish(second).status, 200U);
  ASSERT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 1);
  EXPECT_EQ(erase(As::admin, first).status, 204U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM artifacts"), 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM releases"), 1);
  installation.restart_abruptly();
  EXPECT_TRUE(is_shown("/same"));
}

TEST_F(Trash, EndsWhatWasOpen) {
  const std::string id = make_page("About us");
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  put(id);
  EXPECT_EQ(ada->close_code(), 4404);
  ASSERT_EQ(restore(As::admin, id).status, 200U);
  const auto again = editors.connect({.page_id = id, .client_id = "ada"});
  ASSERT_EQ(type_of(again->client_receives()), "welcome");
  again->client_sends(submit("ada-1", set_text("h1", "Back")));
  EXPECT_EQ(type_of(again->client_receives()), "acknowledge");
}

// Of two who decide differently at the same moment one is told that it is too late.
TEST_F(Trash, IsRestoredOrErasedNotBoth) {
  for (int round = 0; round < 10; ++round) {
    const std::string id = installation.create_page("Contested");
    put(id);
    unsigned restored = 0;
    unsigned erased = 0;
    {
      std::jthread one([&] { restored = restore(As::admin, id).status; });
      std::jthread two([&] { erased = erase(As::admin, id).status; });
    }
    if (restored == 200U) {
      EXPECT_EQ(erased, 409U);
      put(id);
    } else {
      // Between its restoration and the answer to it the page may not go, so it was gone before.
      EXPECT_EQ(restored, 404U);
      EXPECT_EQ(erased, 204U);
    }
  }
}

TEST_F(Trash, EmptiesItselfAfterAWhile) {
  using namespace std::chrono_literals;
  const std::string old = make_page("Old");
  const std::string kept = installation.create_page("Kept");
  const std::string theirs = installation.post(As::stranger, "/pages", R"({"name":"Theirs"})").text("id");
  EXPECT_EQ(publish(old).status, 200U);
  put(old);
  EXPECT_EQ(installation.remove(As::stranger, "/pages/" + theirs).status, 204U);
  installation.pass(24h * 20);
  const std::string younger = installation.create_page("Younger");
  put(younger);
  const auto there = [&](const std::string& id) {
    return installation.count("SELECT COUNT(*) FROM pages WHERE id = '" + id + "'") == 1;
  };
  EXPECT_TRUE(there(old));
  installation.pass(24h * 11);
  EXPECT_FALSE(there(old));
  EXPECT_FALSE(there(theirs));
  EXPECT_TRUE(there(younger));
  EXPECT_TRUE(there(kept));
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions WHERE page_id = '" + old + "'"), 0);
  EXPECT_EQ(restore(As::admin, old).status, 404U);
  check(installation, {.name = "by nobody",
                       .caller = As::admin,
                       .path = "/audit-log?action=page.erased&subject=" + old,
                       .contains = {R"("total":1)", R"("actor":null)"}});
}

TEST_F(Trash, WhatWasRestoredInTimeStays) {
  using namespace std::chrono_literals;
  const std::string id = installation.create_page("Menu");
  put(id);
  installation.pass(24h * 29);
  EXPECT_EQ(restore(As::admin, id).status, 200U);
  put(id);
  installation.pass(24h * 29);
  EXPECT_EQ(restore(As::admin, id).status, 200U);
  installation.pass(24h * 60);
  EXPECT_EQ(installation.get(As::editor, "/pages/" + id).status, 200U);
}

// What visitors see is never erased, however it came into the trash.
TEST_F(Trash, WhatAnEnvironmentShowsStays) {
  using namespace std::chrono_literals;
  const std::string id = installation.create_page("Menu");
  EXPECT_EQ(publish(id).status, 200U);
  ASSERT_TRUE(installation.run_sql("UPDATE pages SET deleted_at = 1 WHERE id = '" + id + "'"));
  installation.pass(24h * 40);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages WHERE id = '" + id + "'"), 1);
}

}  // namespace
}  // namespace pagewright::scenarios
