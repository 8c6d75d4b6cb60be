// Merging branches that have changed the same thing.
#include <gtest/gtest.h>

#include "server/scenarios/fork.hpp"

namespace pagewright::scenarios {
namespace {

const std::string conflict_of_first = "prop:h1:text";

std::string choose(const std::string& resolution) {
  return R"({"resolutions":{")" + conflict_of_first + R"(":)" + resolution + "}}";
}

TEST(BranchMerges, RefuseConflictsUntilTheyAreResolved) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "Summer", "Two");
  fork.write("main", "Main", "Two");
  check(installation, {.name = "a conflict changes nothing",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = "{}",
                       .status = 409,
                       .contains = {R"("conflicts":[{"id":"prop:h1:text")", R"("ours":"Main","theirs":"Summer")"}});
  EXPECT_EQ(fork.texts("main"), "Main|Two");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions"), 3);
  check(installation, {.name = "a dry run lists it",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = R"({"dryRun":true})",
                       .contains = {R"("id":"prop:h1:text")", R"("resolved":false)"}});
  check(installation, {.name = "a dry run with a resolution shows what comes of it",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = R"({"dryRun":true,)" + choose(R"({"choice":"theirs"})").substr(1),
                       .contains = {R"("resolved":true)", "Heading “Summer” → text changed"}});
  for (const auto& [body, path] :
       {std::pair(choose(R"({"choice":"neither"})"), "/resolutions/prop:h1:text"),
        std::pair(std::string(R"({"resolutions":{"prop:h9:text":{"choice":"ours"}}})"), "/resolutions/prop:h9:text"),
        std::pair(std::string(R"({"resolutions":[]})"), "/resolutions")})
    check(installation, {.name = body,
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = fork.merge_of("summer"),
                         .body = body,
                         .status = 422,
                         .contains = {path}});
}

TEST(BranchMerges, TakeEachChoice) {
  for (const auto& [resolution, text] :
       {std::pair(R"({"choice":"ours"})", "Main"), std::pair(R"({"choice":"theirs"})", "Summer"),
        std::pair(R"({"choice":"value","value":"Both"})", "Both")}) {
    Installation installation;
    const Fork fork(installation);
    fork.write("summer", "Summer", "Two");
    fork.write("main", "Main", "Two");
    EXPECT_EQ(fork.merge("summer", choose(R"({"choice":"both"})")).status, 422U);  // a text is one or the other
    EXPECT_EQ(fork.merge("summer", choose(resolution)).status, 200U);
    EXPECT_EQ(fork.texts("main"), std::string(text) + "|Two");
  }
}

TEST(BranchMerges, KeepBothOfWhatCanStandBesideEachOther) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "Summer", "Two");
  ASSERT_EQ(installation
                .put(As::editor, fork.page(),
                     R"({"structure":{"components":[{"id":"h2","component":"heading","props":{"text":"Two"}}]}})")
                .status,
            200U);
  const auto refused = fork.merge("summer");
  ASSERT_EQ(refused.status, 409U) << refused.body;
  const auto conflict = json::find(refused.json(), "conflicts")->get_array().front();
  const std::string id(*json::find_string(conflict, "id"));
  const auto merged = fork.merge("summer", R"({"resolutions":{")" + id + R"(":{"choice":"both"}}})");
  EXPECT_EQ(merged.status, 200U) << json::serialize(conflict) << merged.body;
  EXPECT_EQ(fork.texts("main"), "Summer|Two");
}

TEST(BranchMerges, BeginWhereTheLastOneEnded) {
  Installation installation;
  const Fork fork(installation);
  fork.write("summer", "Summer", "Two");
  fork.write("main", "Main", "Two");
  ASSERT_EQ(fork.merge("summer", choose(R"({"choice":"ours"})")).status, 200U);
  fork.write("summer", "Summer", "Later");
  ASSERT_EQ(fork.merge("summer").status, 200U);  // what was settled is no conflict again
  EXPECT_EQ(fork.texts("main"), "Main|Later");
  check(installation, {.name = "nothing new",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = "{}",
                       .contains = {R"("difference":{"changes":[],"sentences":[]},"conflicts":[],"version":null)"}});
}

TEST(BranchMerges, AskAgainWhereCrosswiseOnesWereSettledDifferently) {
  Installation installation;
  const Fork fork(installation);
  fork.write("main", "Main", "Two");
  fork.write("summer", "Summer", "Two");
  installation.post(As::editor, fork.page() + "/branches", R"({"name":"old-main"})");
  ASSERT_EQ(fork.merge("summer", choose(R"({"choice":"ours"})")).status, 200U);
  ASSERT_EQ(fork.merge("old-main", R"({"into":"summer",)" + choose(R"({"choice":"ours"})").substr(1)).status, 200U);
  EXPECT_EQ(fork.texts("main"), "Main|Two");
  EXPECT_EQ(fork.texts("summer"), "Summer|Two");
  check(installation, {.name = "neither passes for unchanged",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = fork.merge_of("summer"),
                       .body = "{}",
                       .status = 409,
                       .contains = {R"("base":"One","ours":"Main","theirs":"Summer")"}});
}

}  // namespace
}  // namespace pagewright::scenarios
