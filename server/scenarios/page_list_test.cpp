// Reading lists of pages: cursors, filters, orders, and only the members that are asked for.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

struct PageLists : testing::Test {
  Installation installation;

  json::Value list(const std::string& query) {
    const Answer answer = installation.get(As::viewer, "/pages?" + query);
    EXPECT_EQ(answer.status, 200U) << query << " " << answer.body;
    return answer.json();
  }
  static std::vector<std::string> names(const json::Value& part) {
    std::vector<std::string> all;
    for (const json::Value& item : json::find(part, "items")->get_array())
      all.emplace_back(json::find_string(item, "name").value());
    return all;
  }
  static std::string next(const json::Value& part) {
    return std::string(json::find_string(part, "nextCursor").value_or(""));
  }
  // All names, read part by part; `between` is called after each part.
  std::vector<std::string> read_on(const std::string& query, const std::function<void()>& between = [] {}) {
    std::vector<std::string> all;
    for (std::string cursor;;) {
      const json::Value part = list(query + (cursor.empty() ? "" : "&cursor=" + cursor));
      for (std::string& name : names(part)) all.push_back(std::move(name));
      cursor = next(part);
      if (cursor.empty() || all.size() > 100) return all;
      between();
    }
  }
};

TEST_F(PageLists, GoOnBehindTheCursorInEveryOrder) {
  for (const char* name : {"Delta", "alpha", "Über", "Charlie", "bravo", "Echo", "Foxtrot"})
    installation.create_page(name);
  for (const char* sort : {"updatedAt", "-updatedAt", "createdAt", "-createdAt", "name", "-name"}) {
    const std::string query = "sort=" + std::string(sort);
    const auto whole = names(list(query));
    ASSERT_EQ(whole.size(), 7U);
    EXPECT_EQ(read_on(query + "&limit=2"), whole) << sort;
    EXPECT_EQ(read_on(query + "&limit=7"), whole) << sort;
  }
  const json::Value part = list("limit=2&offset=2");
  EXPECT_EQ(json::find(part, "total")->get_int64(), 7);
  EXPECT_EQ(json::find(list("limit=2&cursor=" + next(part)), "total")->get_int64(), 7);
}

TEST_F(PageLists, GoOnAmongPagesOfTheSameTime) {
  std::set<std::string> made;
  for (int i = 0; i < 9; ++i) {
    made.insert("Page " + std::to_string(i));
    installation.create_page("Page " + std::to_string(i));
  }
  ASSERT_TRUE(installation.run_sql("UPDATE pages SET updated_at = 5"));
  for (const char* sort : {"updatedAt", "-updatedAt"}) {
    const auto all = read_on("limit=2&sort=" + std::string(sort));
    EXPECT_EQ(all.size(), 9U);
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()), made);
  }
}

TEST_F(PageLists, AreNotMovedByWhatComesAndGoes) {
  std::vector<std::string> ids;
  for (const char* name : {"A", "B", "C", "D", "E", "F"}) {
    ids.push_back(installation.create_page(name));
    ASSERT_TRUE(installation.run_sql("UPDATE pages SET updated_at = " + std::to_string(ids.size()) + " WHERE id = '" +
                                     ids.back() + "'"));
  }
  int round = 0;
  const auto all = read_on("limit=2&sort=-updatedAt", [&] {
    ++round;
    installation.create_page("New " + std::to_string(round));
    // One that was read already, even the one that the cursor stands behind.
    if (round == 1) EXPECT_EQ(installation.remove(As::admin, "/pages/" + ids[4]).status, 204U);
  });
  EXPECT_EQ(all, (std::vector<std::string>{"F", "E", "D", "C", "B", "A"}));
}

TEST_F(PageLists, OfTheTrashGoOnToo) {
  for (const char* name : {"A", "B", "C"}) {
    const std::string id = installation.create_page(name);
    EXPECT_EQ(installation.remove(As::admin, "/pages/" + id).status, 204U);
    ASSERT_TRUE(
        installation.run_sql("UPDATE pages SET deleted_at = (SELECT COUNT(*) FROM pages) WHERE id = '" + id + "'"));
  }
  EXPECT_EQ(read_on("trash=true&limit=1"), (std::vector<std::string>{"C", "B", "A"}));
  EXPECT_EQ(read_on("trash=true&limit=1&sort=deletedAt"), (std::vector<std::string>{"A", "B", "C"}));
}

TEST_F(PageLists, AreFiltered) {
  installation.create_page("The editor's");
  const std::string second = installation.create_page("The administrator's");
  ASSERT_EQ(
      installation.put(As::admin, "/pages/" + second + "/owner", R"({"ownerId":")" + admin_id(installation) + "\"}")
          .status,
      200U);
  ASSERT_TRUE(installation.run_sql("UPDATE pages SET updated_at = 1793491200000 WHERE id = '" + second + "'"));
  const std::vector<std::string> of_the_editor{"The editor's"};
  const std::vector<std::string> of_the_administrator{"The administrator's"};
  EXPECT_EQ(names(list("owner=" + editor_id(installation))), of_the_editor);
  EXPECT_EQ(names(list("owner=" + admin_id(installation))), of_the_administrator);
  EXPECT_EQ(names(installation.get(As::editor, "/pages?owner=me").json()), of_the_editor);
  EXPECT_EQ(names(list("owner=me")), std::vector<std::string>());
  // 2026-11-01
  EXPECT_EQ(names(list("updatedSince=2026-10-31&owner=" + admin_id(installation))), of_the_administrator);
  EXPECT_EQ(names(list("updatedSince=2026-11-01T00:00:00Z")).size(), 2U);
  EXPECT_EQ(names(list("updatedSince=2026-11-01T00:00:00.001Z")), of_the_editor);
  EXPECT_EQ(json::find(list("updatedSince=2026-11-02&limit=1"), "total")->get_int64(), 1);
  EXPECT_EQ(names(list("search=the&status=draft&owner=" + editor_id(installation))), of_the_editor);
}

TEST_F(PageLists, HaveOnlyTheMembersThatAreAskedFor) {
  const std::string id = installation.create_page("About us");
  check(installation, {.name = "two members",
                       .caller = As::viewer,
                       .path = "/pages?fields=name,slug",
                       .contains = {R"("items":[{"id":")" + id + R"(","name":"About us","slug":"about-us"}])"}});
  check(installation, {.name = "an unknown one",
                       .caller = As::viewer,
                       .path = "/pages?fields=name,structure",
                       .status = 400,
                       .contains = {"fields"}});
}

TEST_F(PageLists, RefuseWhatTheyCannotRead) {
  installation.create_page("A");
  installation.create_page("B");
  const std::string cursor = next(list("limit=1&sort=name"));
  ASSERT_FALSE(cursor.empty());
  for (const std::string& query : {std::string("cursor=nonsense"), "cursor=" + cursor, "sort=-name&cursor=" + cursor,
                                   std::string("updatedSince=x"), std::string("updatedSince=2026-02-30")})
    check(installation, {.name = query, .caller = As::viewer, .path = "/pages?" + query, .status = 400});
  // A cursor is a place in an order, and opens no door.
  check(installation, {.name = "of another organisation",
                       .caller = As::stranger,
                       .path = "/pages?sort=name&cursor=" + cursor,
                       .contains = {R"("items":[],"total":0)"}});
}

}  // namespace
}  // namespace pagewright::scenarios
