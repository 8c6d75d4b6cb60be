// Design tokens: the draft, publishing it, and the versions.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

class TokenHistory : public testing::Test {
 protected:
  TokenHistory() {
    const auto tokens = installation.get(As::admin, "/design-tokens").json();
    tokens_ = json::find(tokens, "tokens")->get_object();
  }
  // The organisation's first tokens with one more, a color.
  [[nodiscard]] std::string body(const std::string& color, const std::string& more = {}) const {
    json::Object tokens = tokens_;
    json::Object extra;
    extra["$type"] = "color";
    extra["$value"] = color;
    tokens["extra"] = json::Object{{"ink", extra}};
    return R"({"tokens":)" + json::serialize(json::Value(tokens)) + more + "}";
  }
  Answer save(const std::string& body, const std::string& tag = {}, As caller = As::editor) {
    std::vector<http::Header> headers;
    if (!tag.empty()) headers.push_back({"If-Match", tag});
    return installation.request(caller, Method::put, "/design-tokens/draft", body, headers);
  }
  Answer publish(const std::string& body = "{}") {
    return installation.post(As::admin, "/design-tokens/publish", body);
  }
  static std::int64_t number(const Answer& answer, std::string_view member) {
    const auto value = answer.json();
    const json::Value* found = json::find(value, member);
    return found == nullptr || !found->is_int64() ? -1 : found->get_int64();
  }

  Installation installation;
  json::Object tokens_;
};

TEST_F(TokenHistory, ADraftChangesNothingUntilItIsPublished) {
  EXPECT_EQ(installation.get(As::editor, "/design-tokens/draft").status, 404U);
  EXPECT_EQ(save(body("#123456"), "", As::viewer).status, 403U);
  const auto before = installation.events();
  const Answer saved = save(body("#123456"));
  ASSERT_EQ(saved.status, 200U) << saved.body;
  EXPECT_EQ(number(saved, "baseVersion"), 1);
  EXPECT_EQ(installation.events().back(), "design_tokens.draft_saved");
  EXPECT_EQ(installation.get(As::viewer, "/design-tokens").body.find("#123456"), std::string::npos);
  EXPECT_EQ(installation.post(As::editor, "/design-tokens/publish", "{}").status, 403U);
  const Answer published = publish(R"({"message":"One more ink"})");
  ASSERT_EQ(published.status, 201U) << published.body;
  EXPECT_EQ(number(published, "number"), 2);
  EXPECT_EQ(installation.events().back(), "design_tokens.published");
  const Answer live = installation.get(As::viewer, "/design-tokens");
  EXPECT_NE(live.body.find("#123456"), std::string::npos);
  EXPECT_EQ(number(live, "version"), 2);
  EXPECT_EQ(installation.get(As::editor, "/design-tokens/draft").status, 404U);
  EXPECT_EQ(publish().status, 404U);
  installation.restart_abruptly();
  check(installation, {.name = "the history",
                       .caller = As::viewer,
                       .path = "/design-tokens/versions",
                       .contains = {R"("number":2,"message":"One more ink")", R"("number":1)", R"("total":2)"},
                       .absent = {"\"tokens\""}});
  EXPECT_EQ(installation.events().size(), before.size() + 2);
}

TEST_F(TokenHistory, NobodyWritesOverWhatTheyHaveNotSeen) {
  const Answer first = save(body("#111111"));
  const std::string tag(first.header("ETag"));
  ASSERT_FALSE(tag.empty());
  EXPECT_EQ(save(body("#222222")).status, 412U);
  EXPECT_EQ(save(body("#222222"), "\"other\"").status, 412U);
  const Answer second = save(body("#222222"), tag, As::admin);
  EXPECT_EQ(second.status, 200U) << second.body;
  EXPECT_EQ(save(body("#333333"), tag).status, 412U);
  const Answer draft = installation.get(As::editor, "/design-tokens/draft");
  EXPECT_NE(draft.body.find("#222222"), std::string::npos);
  EXPECT_EQ(draft.header("ETag"), second.header("ETag"));
  const auto with = [&](Method method, const std::string& path) {
    return installation.request(As::admin, method, path, "", {{"If-Match", tag}}).status;
  };
  EXPECT_EQ(with(Method::post, "/design-tokens/publish"), 412U);
  EXPECT_EQ(with(Method::delete_, "/design-tokens/draft"), 412U);
  EXPECT_EQ(installation.remove(As::editor, "/design-tokens/draft").status, 204U);
  EXPECT_EQ(installation.events().back(), "design_tokens.draft_deleted");
  EXPECT_EQ(save(body("#444444"), tag).status, 412U);  // a draft that is gone is not what If-Match names
}

TEST_F(TokenHistory, ADraftOfAnOlderVersionIsNotPublishedOverANewerOne) {
  const Answer draft = save(body("#111111"));
  EXPECT_EQ(installation.put(As::admin, "/design-tokens", body("#222222")).status, 200U);
  const Answer refused = publish();
  EXPECT_EQ(refused.status, 409U);
  EXPECT_NE(refused.body.find("Version 2"), std::string::npos);
  EXPECT_EQ(save(body("#111111", R"(,"baseVersion":9)"), std::string(draft.header("ETag"))).status, 422U);
  EXPECT_EQ(save(body("#111111", R"(,"baseVersion":2)"), std::string(draft.header("ETag"))).status, 200U);
  EXPECT_EQ(number(publish(), "number"), 3);
}

TEST_F(TokenHistory, FaultsAreNamed) {
  check(installation, {.name = "a color that is none",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = "/design-tokens/draft",
                       .body = body("#12"),
                       .status = 422,
                       .contains = {"/tokens/extra/ink"}});
  EXPECT_EQ(save("{}").status, 422U);
}

TEST_F(TokenHistory, VersionsAreComparedAndRestored) {
  EXPECT_EQ(installation.put(As::admin, "/design-tokens", body("#111111")).status, 200U);
  EXPECT_EQ(installation.put(As::admin, "/design-tokens", body("#222222")).status, 200U);
  check(installation, {.name = "changed",
                       .caller = As::viewer,
                       .path = "/design-tokens/versions/2/diff/3",
                       .contains = {R"("from":2,"to":3,"added":[])", R"("path":"extra.ink","theme":null)",
                                    R"("before":{"$type":"color","$value":"#111111"})",
                                    R"("after":{"$type":"color","$value":"#222222"})"}});
  check(installation, {.name = "removed",
                       .caller = As::viewer,
                       .path = "/design-tokens/versions/3/diff/1",
                       .contains = {R"("removed":[{"path":"extra.ink")"}});
  for (const char* path :
       {"/design-tokens/versions/9", "/design-tokens/versions/x", "/design-tokens/versions/1/diff/9"})
    EXPECT_EQ(installation.get(As::viewer, path).status, 404U) << path;
  EXPECT_EQ(installation.post(As::admin, "/design-tokens/versions/3/restore").status, 409U);
  check(installation, {.name = "restored",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/design-tokens/versions/2/restore",
                       .body = R"({"message":"Back"})",
                       .status = 201,
                       .contains = {R"("number":4,"message":"Back")", R"("restoredFrom":2)", "#111111"},
                       .events = {"design_tokens.restored"}});
  EXPECT_NE(installation.get(As::viewer, "/design-tokens").body.find("#111111"), std::string::npos);
  EXPECT_EQ(installation.get(As::stranger, "/design-tokens/versions/4").status, 404U);
}

TEST_F(TokenHistory, PublishedTokensMakeAllReleasedPagesOutOfDate) {
  const auto environments = installation.get(As::admin, "/environments").json();
  const std::string production(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  const std::string page = installation.create_page("About");
  const std::string to_production = R"({"environmentId":")" + production + "\"}";
  EXPECT_EQ(installation.post(As::admin, "/pages/" + page + "/publish", to_production).status, 200U);
  const auto expect_out_of_date = [&](const std::string& expected) {
    check(installation, {.name = expected,
                         .caller = As::viewer,
                         .path = "/environments/" + production + "/pages",
                         .contains = {R"("hasChanges":)" + expected + R"(,"hasNewDesign":)" + expected}});
  };
  expect_out_of_date("false");
  EXPECT_EQ(installation.put(As::admin, "/design-tokens", body("#111111")).status, 200U);
  expect_out_of_date("true");
  EXPECT_EQ(installation.post(As::admin, "/releases", to_production).status, 201U);
  expect_out_of_date("false");
  EXPECT_EQ(installation.post(As::admin, "/releases", to_production).status, 409U);
}

}  // namespace
}  // namespace pagewright::scenarios
