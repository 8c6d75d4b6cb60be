// Merging branches into each other.
#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "server/scenarios/fork.hpp"

namespace pagewright::scenarios {
namespace {

TEST(BranchMerges, TakeWhatEachSideHasChanged) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "One", "Summer");
  fork.write("main", "Main", "Two");
  check(installation,
        {.name = "a dry run says what would come, and changes nothing",
         .caller = As::editor,
         .method = http::Method::post,
         .path = fork.merge_of("summer"),
         .body = R"({"dryRun":true})",
         .contains = {R"("from":"summer","into":"main","baseVersionIds":[")" + fork.version_id("1") + "\"]",
                      "Heading “Summer” → text changed", R"("conflicts":[],"version":null)"},
         .absent = {"Heading “Main”"}});
  EXPECT_EQ(fork.texts("main"), "Main|Two");
  check(installation, {.name = "merge",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = R"({"into":"main"})",
                       .contains = {"Heading “Summer” → text changed", R"("versionNumber":4,"branch":"main")",
                                    R"("message":"Merged branch summer")", R"("isAutomatic":false)",
                                    R"("parents":[")" + fork.version_id("3") + R"(",")" + fork.version_id("2") + "\"]"},
                       .events = {"branch.merged", "page.updated"}});
  EXPECT_EQ(fork.texts("main"), "Main|Summer");
  EXPECT_EQ(fork.texts("summer"), "One|Summer");
  installation.restart_abruptly();
  EXPECT_EQ(fork.texts("main"), "Main|Summer");
  check(installation, {.name = "what it was stays in the history",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.page() + "/versions/3/restore",
                       .status = 201,
                       .events = {"page.updated"}});
  EXPECT_EQ(fork.texts("main"), "Main|Two");
}

TEST(BranchMerges, ReachOpenEditorsAsOneTransaction) {
  Installation installation;
  const Fork fork(installation);
  Editors editors(installation);
  const auto eve = editors.connect({.page_id = fork.id, .branch = "summer", .client_id = "eve"});
  eve->client_receives();
  eve->client_sends(submit("eve-1", set_text("h1", "Unsaved")));
  ASSERT_EQ(type_of(eve->client_receives()), "acknowledge");
  eve->client_sends(submit("eve-2", set_text("h2", "Too")));
  ASSERT_EQ(type_of(eve->client_receives()), "acknowledge");
  const auto ada = editors.connect({.page_id = fork.id, .client_id = "ada"});
  ada->client_receives();
  check(installation, {.name = "what is in no version yet becomes one",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = R"({"message":"Summer is here"})",
                       .contains = {R"("versionNumber":3)", R"("message":"Summer is here")"},
                       .events = {"page.updated", "branch.merged", "page.updated"}});
  auto news = ada->client_receives();
  while (type_of(news) != "transaction") {
    ASSERT_FALSE(news.is_null());
    news = ada->client_receives();
  }
  EXPECT_EQ(sequence_of(news), 1);
  EXPECT_EQ(json::find_string(news, "label"), "Merge summer");
  EXPECT_EQ(json::find(news, "operations")->get_array().size(), 2U);
  EXPECT_EQ(type_of(ada->client_receives()), "version");
  EXPECT_EQ(fork.texts("main"), "Unsaved|Too");
}

// Two people type in the branch that receives while the merge happens: nobody waits, and nothing of the three is lost.
TEST(BranchMerges, ComeBetweenTheChangesOfTwoEditors) {
  Installation installation;
  const std::string three =
      R"("structure":{"components":[{"id":"h1","component":"heading"},{"id":"h2","component":"heading"},{"id":"h3","component":"heading"}]})";
  const std::string id = installation.create_page("Home", three);
  const std::string page = "/pages/" + id;
  ASSERT_EQ(installation.post(As::editor, page + "/branches", R"({"name":"summer"})").status, 201U);
  ASSERT_EQ(
      installation
          .put(
              As::editor, page + "?branch=summer",
              R"({"structure":{"components":[{"id":"h1","component":"heading"},{"id":"h2","component":"heading"},{"id":"h3","component":"heading","props":{"text":"Summer"}}]}})")
          .status,
      200U);
  constexpr int changes = 40;
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    const auto bob = editors.connect({.caller = As::admin, .page_id = id, .client_id = "bob"});
    ASSERT_EQ(type_of(ada->client_receives()), "welcome");
    ASSERT_EQ(type_of(bob->client_receives()), "welcome");
    const auto type = [](MemorySocket& socket, const std::string& name, const std::string& node) {
      for (int i = 1; i <= changes; ++i)
        socket.client_sends(submit(name + "-" + std::to_string(i), set_text(node, name + " " + std::to_string(i))));
    };
    std::thread ada_types([&] { type(*ada, "ada", "h1"); });
    std::thread bob_types([&] { type(*bob, "bob", "h2"); });
    const auto answer = installation.post(As::editor, page + "/branches/summer/merge", "{}");
    ada_types.join();
    bob_types.join();
    ASSERT_EQ(answer.status, 200U) << answer.body;

    // Everybody sees one order: their own as acknowledgements, the others' as transactions.
    std::array<std::string, 2> merge_seen;
    for (const auto& socket : {ada, bob}) {
      std::int64_t sequence = 0;
      while (sequence < 2 * changes + 1) {
        const auto news = socket->client_receives();
        ASSERT_FALSE(news.is_null());
        if (type_of(news) != "acknowledge" && type_of(news) != "transaction") continue;
        EXPECT_EQ(sequence_of(news), ++sequence);
        if (json::find_string(news, "label") == "Merge summer")
          merge_seen[socket == ada ? 0 : 1] = std::to_string(sequence);
      }
    }
    EXPECT_FALSE(merge_seen[0].empty());
    EXPECT_EQ(merge_seen[0], merge_seen[1]);
    check(installation, {.name = "all three are there",
                         .caller = As::viewer,
                         .path = page,
                         .contains = {R"("ada 40")", R"("bob 40")", R"("Summer")"}});
  }
  installation.restart_abruptly();
  check(installation, {.name = "and in the database",
                       .caller = As::viewer,
                       .path = page,
                       .contains = {R"("ada 40")", R"("bob 40")", R"("Summer")"}});
}

// What came into the branch after the merge was thought through is not overwritten.
TEST(BranchMerges, ByTwoAtOnceHappenOneAfterTheOther) {
  Installation installation;
  const Fork fork(installation);
  ASSERT_EQ(installation.post(As::editor, fork.page() + "/branches", R"({"name":"autumn"})").status, 201U);
  fork.write("summer", "Summer", "Two");
  fork.write("autumn", "One", "Autumn");
  std::array<unsigned, 2> statuses{};
  std::thread other([&] { statuses[1] = installation.post(As::admin, fork.merge_of("autumn"), "{}").status; });
  statuses[0] = fork.merge("summer").status;
  other.join();
  // One may be asked to try again, for the other has changed what it stood on.
  const std::array<std::string, 2> names{"summer", "autumn"};
  for (std::size_t i = 0; i < 2; ++i) {
    if (statuses[i] == 503) statuses[i] = fork.merge(names[i]).status;
    EXPECT_EQ(statuses[i], 200U);
  }
  EXPECT_EQ(fork.texts("main"), "Summer|Autumn");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions WHERE merged_id IS NOT NULL"), 2);
}

TEST(BranchMerges, SaveWhatTheTargetHasFirst) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "One", "Summer");
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = fork.id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h1", "Unsaved")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  EXPECT_EQ(fork.merge("summer").status, 200U);
  EXPECT_EQ(fork.texts("main"), "Unsaved|Summer");
  check(installation, {.name = "the version before the merge",
                       .caller = As::viewer,
                       .path = fork.page() + "/versions/3",
                       .contains = {"Unsaved", "Two", "Auto-save"}});
}

TEST(BranchMerges, LeaveAloneWhatWasTakenBackAfterTheLastOne) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "One", "Summer");
  ASSERT_EQ(fork.merge("summer").status, 200U);
  fork.write("main", "One", "Two");
  fork.write("summer", "New", "Summer");
  ASSERT_EQ(fork.merge("summer").status, 200U);
  EXPECT_EQ(fork.texts("main"), "New|Two");
}

TEST(BranchMerges, OfWhatBothSidesDidAreRemembered) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "Same", "Two");
  fork.write("main", "Same", "Two");
  check(installation, {.name = "no change, but a version that says so",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = "{}",
                       .contains = {R"("changes":[])", R"("versionNumber":4)"},
                       .events = {"branch.merged", "page.updated"}});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations WHERE branch = 'main'"), 1);
}

TEST(BranchMerges, GoCrosswise) {
  Installation installation;
  const Fork fork(installation);
  fork.write("main", "Main", "Two");
  fork.write("summer", "One", "Summer");
  installation.post(As::editor, fork.page() + "/branches", R"({"name":"old-main"})");
  // Each takes what the other had: main has two parents, and so has summer, neither of which is the other's.
  ASSERT_EQ(fork.merge("summer").status, 200U);
  ASSERT_EQ(fork.merge("old-main", R"({"into":"summer"})").status, 200U);
  EXPECT_EQ(fork.texts("main"), "Main|Summer");
  EXPECT_EQ(fork.texts("summer"), "Main|Summer");
  fork.write("main", "Main 2", "Summer");
  fork.write("summer", "Main", "Summer 2");
  check(installation, {.name = "two versions are the nearest in common",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = R"({"dryRun":true})",
                       .contains = {R"("conflicts":[])", fork.version_id("2"), fork.version_id("3")}});
  ASSERT_EQ(fork.merge("summer").status, 200U);
  EXPECT_EQ(fork.texts("main"), "Main 2|Summer 2");
}

TEST(BranchMerges, IntoProtectedBranchesAreForAdministrators) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "One", "Summer");
  ASSERT_EQ(
      installation.request(As::admin, http::Method::patch, fork.page() + "/branches/main", R"({"isProtected":true})")
          .status,
      200U);
  check(installation, {.name = "an editor may look",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = R"({"dryRun":true})",
                       .contains = {"Heading “Summer” → text changed", R"("version":null)"}});
  check(installation, {.name = "and no more",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = "{}",
                       .status = 403,
                       .contains = {"The branch main is protected"}});
  EXPECT_EQ(fork.texts("main"), "One|Two");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions"), 2);
  ASSERT_EQ(installation.post(As::admin, fork.merge_of("summer"), "{}").status, 200U);
  EXPECT_EQ(fork.texts("main"), "One|Summer");
  ASSERT_EQ(fork.merge("main", R"({"into":"summer"})").status, 200U);  // from a protected one into another
}

TEST(BranchMerges, GoIntoOtherBranchesThanMain) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "Later", "Summer");
  installation.post(As::editor, fork.page() + "/branches", R"({"name":"autumn"})");
  ASSERT_EQ(fork.merge("summer", R"({"into":"autumn"})").status, 200U);
  EXPECT_EQ(fork.texts("autumn"), "Later|Summer");
  EXPECT_EQ(fork.texts("main"), "One|Two");
}

TEST(BranchMerges, AreRefused) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "One", "Summer");
  const auto refused = [&](As caller, const std::string& branch, const std::string& body, unsigned status,
                           const std::string& text) {
    check(installation, {.name = branch + body,
                         .caller = caller,
                         .method = http::Method::post,
                         .path = fork.merge_of(branch),
                         .body = body,
                         .status = status,
                         .contains = {text}});
  };
  refused(As::viewer, "summer", "{}", 403, "forbidden");
  refused(As::stranger, "summer", "{}", 404, "not-found");
  refused(As::editor, "winter", "{}", 404, "no such branch");
  refused(As::editor, "summer", R"({"into":"winter"})", 404, "no such branch");
  refused(As::editor, "main", "{}", 422, "/into");
  refused(As::editor, "summer", R"({"dryRun":"yes"})", 422, "/dryRun");
  refused(As::editor, "summer", R"({"message":")" + std::string(501, 'x') + "\"}", 422, "/message");
  refused(As::editor, "summer", R"({"color":"red"})", 422, "/color");
  EXPECT_EQ(fork.texts("main"), "One|Two");
}

}  // namespace
}  // namespace pagewright::scenarios
