// What is kept of a page's past, and what is given up: counted in the database.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds day = 24LL * 60 * 60 * 1000;

std::string with_text(const std::string& text) {
  return R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]}})";
}

// A page whose history begins at midnight.
struct History {
  explicit History(Installation& used) : installation(used) {
    installation.pass(std::chrono::milliseconds(day - installation.now() % day));
    id = installation.create_page("Home", R"("structure":{"components":[{"id":"h1","component":"heading"}]})");
  }

  [[nodiscard]] std::string page() const { return "/pages/" + id; }
  [[nodiscard]] std::string version(int number) const { return page() + "/versions/" + std::to_string(number); }
  // An Auto-save every ten minutes.
  void write(int count, const std::string& branch = "main") {
    for (int i = 0; i < count; ++i) {
      const auto answer = installation.put(As::editor, page() + "?branch=" + branch,
                                           with_text(branch + " " + std::to_string(++changes)));
      EXPECT_EQ(answer.status, 200U) << answer.body;
      installation.pass(10min);
    }
  }
  void save(const std::string& message) const {
    EXPECT_EQ(installation.post(As::editor, page() + "/versions", R"({"message":")" + message + "\"}").status, 201U);
  }
  [[nodiscard]] std::int64_t versions() const { return installation.count("SELECT COUNT(*) FROM page_versions"); }
  [[nodiscard]] std::int64_t auto_saves() const {
    return installation.count("SELECT COUNT(*) FROM page_versions WHERE is_automatic = 1");
  }
  [[nodiscard]] std::int64_t log() const { return installation.count("SELECT COUNT(*) FROM page_operations"); }
  // Every parent is there, and every document that is there is somebody's.
  void expect_whole() const {
    EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions v WHERE v.version_number > 1 AND NOT EXISTS "
                                 "(SELECT 1 FROM page_versions p WHERE p.id = v.parent_id)"),
              0);
    EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions v WHERE NOT EXISTS (SELECT 1 FROM page_snapshots "
                                 "s WHERE s.page_id = v.page_id AND s.hash = v.snapshot_hash)"),
              0);
    EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_snapshots s WHERE NOT EXISTS (SELECT 1 FROM page_versions "
                                 "v WHERE v.snapshot_hash = s.hash) AND NOT EXISTS (SELECT 1 FROM page_branches b "
                                 "WHERE b.snapshot_hash = s.hash)"),
              0);
  }

  Installation& installation;
  std::string id;
  int changes = 0;
};

TEST(Retention, ThinsOutAutoSavesByHourAndThenByDay) {
  Installation installation;
  History history(installation);
  history.write(18);  // versions 2 to 19, from 0:00 to 2:50
  history.save("Named");
  history.write(1);  // version 21, at 3:00
  EXPECT_EQ(history.versions(), 21);
  installation.pass(20h);
  EXPECT_EQ(history.versions(), 21);  // none is a day old

  const auto before = installation.events();
  installation.pass(8h);
  EXPECT_EQ(history.auto_saves(), 4);  // 0:50, 1:50, 2:50 and the last
  EXPECT_EQ(history.versions(), 6);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_snapshots"), 5);  // the named one has the document of 2:50
  history.expect_whole();
  for (const int number : {1, 7, 13, 19, 20, 21})
    EXPECT_EQ(installation.get(As::viewer, history.version(number)).status, 200U) << number;
  check(installation, {.name = "one that is gone", .caller = As::viewer, .path = history.version(8), .status = 404});
  check(installation, {.name = "the list",
                       .caller = As::viewer,
                       .path = history.page() + "/versions",
                       .contains = {R"("total":6)", "Named", "Initial version"}});
  check(installation, {.name = "what changed between those that stay",
                       .caller = As::viewer,
                       .path = history.version(7) + "/diff/13",
                       .contains = {"main 6", "main 12"}});
  const auto events = installation.events();
  ASSERT_EQ(events.size(), before.size() + 1);
  EXPECT_EQ(events.back(), "versions.thinned_out");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE type = 'versions.thinned_out' AND payload LIKE "
                               "'%\"versionNumbers\":[18,17,16,15,14,12,11,10,9,8,6,5,4,3,2]}'"),
            1);

  installation.pass(1h);
  installation.pass(1h);
  EXPECT_EQ(history.versions(), 6);
  EXPECT_EQ(installation.events().size(), before.size() + 1);

  installation.pass(30 * 24h);
  EXPECT_EQ(history.auto_saves(), 1);  // the last of the day
  EXPECT_EQ(history.versions(), 3);
  history.expect_whole();
  installation.restart_abruptly();
  check(installation, {.name = "the page", .caller = As::viewer, .path = history.page(), .contains = {"main 19"}});
  check(installation, {.name = "a version that is kept for ever",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = history.version(20) + "/restore",
                       .status = 201,
                       .contains = {R"("versionNumber":22)"},
                       .events = {"page.updated"}});
}

TEST(Retention, LeavesWhatBranchesTagsAndReleasesNeed) {
  Installation installation;
  History history(installation);
  history.write(6);  // 2 to 7
  ASSERT_EQ(installation.put(As::editor, history.page() + "/tags/launch", R"({"version":3})").status, 200U);
  ASSERT_EQ(installation.post(As::editor, history.page() + "/branches", R"({"name":"summer","fromVersion":5})").status,
            201U);
  history.write(3, "summer");  // 8 to 10
  ASSERT_EQ(installation
                .post(As::admin, history.page() + "/branches/summer/merge",
                      R"({"resolutions":{"prop:h1:text":{"choice":"theirs"}}})")
                .status,
            200U);             // 11
  history.write(2, "summer");  // 12, 13
  const std::string environment(*json::find_string(
      json::find(installation.get(As::viewer, "/environments").json(), "items")->get_array()[0], "id"));
  ASSERT_EQ(
      installation.post(As::admin, history.page() + "/publish", R"({"environmentId":")" + environment + "\"}").status,
      200U);  // 14
  // A release that names an Auto-save, as older programs made them.
  ASSERT_TRUE(
      installation.run_sql("UPDATE release_artifacts SET version_id = (SELECT id FROM page_versions WHERE "
                           "version_number = 4); UPDATE page_versions SET is_published = 0, is_automatic = 1 "
                           "WHERE version_number = 14"));
  installation.pass(60 * 24h);
  // 2 and 6 are all that nobody needs on main; on summer 8, 9 and 12: 10 was merged, 13 is the last one.
  for (const int number : {2, 6, 8, 9, 12})
    EXPECT_EQ(installation.get(As::viewer, history.version(number)).status, 404U) << number;
  for (const int number : {1, 3, 4, 5, 10, 11, 13, 14})
    EXPECT_EQ(installation.get(As::viewer, history.version(number)).status, 200U) << number;
  history.expect_whole();
  check(installation, {.name = "the merge still begins where the last one ended",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = history.page() + "/branches/summer/merge",
                       .body = R"({"dryRun":true})",
                       .contains = {"summer 11", R"("conflicts":[])",
                                    R"("baseVersionIds":[")" +
                                        installation.get(As::viewer, history.version(10)).text("id") + "\"]"}});
  ASSERT_EQ(installation.remove(As::editor, history.page() + "/branches/summer").status, 204U);
  ASSERT_EQ(installation.remove(As::editor, history.page() + "/tags/launch").status, 204U);
  installation.pass(2h);
  EXPECT_EQ(installation.get(As::viewer, history.version(3)).status, 404U);
  EXPECT_EQ(installation.get(As::viewer, history.version(5)).status, 200U);
  history.expect_whole();
}

TEST(Retention, IsAsTheAdministratorChooses) {
  Installation installation({.retention = {.hourly_after = 24h * 3650, .daily_after = 24h * 3650}});
  History history(installation);
  history.write(12);
  installation.pass(365 * 24h);
  EXPECT_EQ(history.versions(), 13);

  Installation other({.retention = {.hourly_after = 2h, .daily_after = 5h}});
  History short_one(other);
  short_one.write(12);
  other.pass(2h);
  EXPECT_EQ(short_one.versions(), 3);
  other.pass(5h);
  EXPECT_EQ(short_one.versions(), 2);
}

TEST(Retention, KeepsTheLogsEndForEditorsThatComeBack) {
  Installation installation({.retention = {.kept_transactions = 4}});
  History history(installation);
  history.write(10);
  installation.pass(1h);
  EXPECT_EQ(history.log(), 4);
  EXPECT_EQ(installation.count("SELECT MIN(sequence) FROM page_operations"), 7);
  Editors editors(installation);
  for (const auto& [since, is_new] : {std::pair(5, true), std::pair(6, false), std::pair(10, false)}) {
    installation.restart_abruptly();
    const auto ada = editors.connect({.page_id = history.id, .client_id = "ada", .since = since});
    const auto welcome = ada->client_receives();
    EXPECT_EQ(type_of(welcome), "welcome");
    EXPECT_EQ(json::find(welcome, "document") != nullptr, is_new) << since;
    ada->close(1000, "");
  }
  check(installation, {.name = "who changed it last",
                       .caller = As::viewer,
                       .path = history.page() + "/nodes/h1/blame",
                       .contains = {R"("label":"Update page")", R"("versionNumber":11)"}});
}

TEST(Retention, ForgetsTransactionsByTheirAge) {
  Installation installation({.retention = {.transactions_for = 48h}});
  History history(installation);
  history.write(5);
  installation.pass(47h);
  EXPECT_EQ(history.log(), 5);
  installation.pass(2h);
  EXPECT_EQ(history.log(), 0);
  installation.restart_abruptly();
  history.write(1);
  EXPECT_EQ(history.log(), 1);
  EXPECT_EQ(installation.count("SELECT sequence FROM page_operations"), 6);
  check(installation, {.name = "the page", .caller = As::viewer, .path = history.page(), .contains = {"main 6"}});
}

TEST(Retention, SavesWhatWasLeftByAnAbruptEnd) {
  Installation installation;
  History history(installation);
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = history.id, .client_id = "ada"});
    ada->client_receives();
    ada->client_sends(submit("ada-1", set_text("h1", "Left")));
    ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  }
  installation.restart_abruptly();
  installation.pass(30min);
  EXPECT_EQ(history.auto_saves(), 0);
  installation.pass(1h);
  EXPECT_EQ(history.auto_saves(), 1);
  EXPECT_EQ(installation.count("SELECT snapshot_sequence FROM page_branches WHERE id = 'main'"), 1);
  check(installation, {.name = "the version", .caller = As::viewer, .path = history.version(2), .contains = {"Left"}});
}

TEST(Retention, IsOneJobAnHour) {
  Installation installation;
  History history(installation);
  const auto jobs = [&] { return installation.count("SELECT COUNT(*) FROM jobs WHERE kind = 'retention.apply'"); };
  const auto before = jobs();
  installation.pass(5min);
  installation.restart_abruptly();
  installation.pass(5min);
  EXPECT_EQ(jobs(), before);
  installation.pass(1h);
  EXPECT_EQ(jobs(), before + 1);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE kind = 'retention.apply' AND state <> 'done'"), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
