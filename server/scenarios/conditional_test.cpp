// ETag, If-None-Match and If-Match of pages (RFC 9110, 13.1).
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

struct ConditionalRequests : testing::Test {
  Installation installation;
  std::string path = "/pages/" + installation.create_page("About us", two_headings);

  std::string tag(const std::string& query = {}) {
    return std::string(installation.get(As::viewer, path + query).header("ETag"));
  }
  Answer get(const std::string& if_none_match, const std::string& query = {}) {
    return installation.request(As::viewer, Method::get, path + query, {}, {{"If-None-Match", if_none_match}});
  }
  Answer put(const std::string& if_match, const std::string& body, const std::string& query = {}) {
    return installation.request(As::editor, Method::put, path + query, body, {{"If-Match", if_match}});
  }
  Answer remove(const std::string& if_match) {
    return installation.request(As::admin, Method::delete_, path, {}, {{"If-Match", if_match}});
  }
};

constexpr const char* described = R"({"description":"New"})";

TEST_F(ConditionalRequests, TheTagIsOfTheRepresentation) {
  const std::string first = tag();
  ASSERT_EQ(first.size(), 34U);
  EXPECT_EQ(first.front(), '"');
  EXPECT_EQ(tag(), first);
  installation.restart_abruptly();
  EXPECT_EQ(tag(), first);

  std::vector<std::string> tags{first};
  for (const char* body :
       {R"({"description":"New"})", R"({"name":"Us"})", R"({"layout":{"title":"Us"}})", R"({"status":"archived"})"}) {
    const Answer changed = installation.put(As::editor, path, body);
    EXPECT_EQ(changed.header("ETag"), tag()) << body;
    for (const std::string& older : tags) EXPECT_NE(tag(), older) << body;
    tags.push_back(tag());
  }
  installation.restart_abruptly();
  EXPECT_EQ(tag(), tags.back());
}

TEST_F(ConditionalRequests, AnEditInTheEditorMakesAnotherTag) {
  const std::string before = tag();
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = path.substr(7), .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  ada->client_sends(submit("ada-1", set_text("h1", "Changed")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  EXPECT_NE(tag(), before);
  EXPECT_EQ(put(before, described).status, 412U);
  EXPECT_EQ(put(tag(), described).status, 200U);
}

TEST_F(ConditionalRequests, EachBranchHasItsOwn) {
  installation.post(As::editor, path + "/branches", R"({"name":"summer"})");
  const std::string main = tag();
  const std::string summer = tag("?branch=summer");
  EXPECT_NE(main, summer);
  EXPECT_EQ(put(main, R"({"layout":{"title":"Summer"}})", "?branch=summer").status, 412U);
  EXPECT_EQ(put(summer, R"({"layout":{"title":"Summer"}})", "?branch=summer").status, 200U);
}

TEST_F(ConditionalRequests, WhatIsKnownIsNotSentAgain) {
  const std::string now = tag();
  for (const std::string& known : {now, "W/" + now, "\"other\", " + now, std::string("*")}) {
    const Answer answer = get(known);
    EXPECT_EQ(answer.status, 304U) << known;
    EXPECT_TRUE(answer.body.empty());
    EXPECT_EQ(answer.header("ETag"), now);
  }
  for (const std::string other : {"\"other\"", "", "nonsense"}) EXPECT_EQ(get(other).status, 200U) << other;
  const Answer head = installation.request(As::viewer, Method::head, path, {}, {{"If-None-Match", now}});
  EXPECT_EQ(head.status, 304U);
  installation.put(As::editor, path, described);
  EXPECT_EQ(get(now).status, 200U);
}

TEST_F(ConditionalRequests, WhatHasChangedIsNotOverwritten) {
  const std::string old = tag();
  installation.put(As::admin, path, R"({"description":"By somebody else"})");
  for (const std::string& wrong : {old, "W/" + tag(), std::string("\"other\"")}) {
    const Answer answer = put(wrong, R"({"description":"Mine","layout":{"title":"Mine"}})");
    EXPECT_EQ(answer.status, 412U) << wrong;
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    EXPECT_NE(answer.body.find("get it again"), std::string::npos);
  }
  EXPECT_EQ(remove(old).status, 412U);
  EXPECT_EQ(installation.get(As::viewer, path).body.find("Mine"), std::string::npos);
  EXPECT_EQ(put("*", R"({"description":"Mine"})").status, 200U);
  EXPECT_EQ(put("", R"({"description":"Ours"})").status, 200U);
  EXPECT_EQ(put("\"other\" , " + tag(), R"({"description":"Mine again"})").status, 200U);
  EXPECT_EQ(put(tag(), R"({"layout":{"title":"Mine"}})").status, 200U);
  EXPECT_EQ(remove(tag()).status, 204U);
}

TEST_F(ConditionalRequests, MalformedTagsAreRefused) {
  for (const char* wrong : {"nonsense", "\"open", "\"a\" \"b c\"", "w/\"a\"", "\"a\", x"})
    EXPECT_EQ(put(wrong, described).status, 400U) << wrong;
}

TEST_F(ConditionalRequests, OthersLearnNothing) {
  const Answer there = installation.request(As::stranger, Method::put, path, described, {{"If-Match", tag()}});
  EXPECT_EQ(there.status, 404U);
  EXPECT_EQ(installation.request(As::viewer, Method::put, path, described, {{"If-Match", "\"x\""}}).status, 403U);
}

// As if another process had changed the page's settings a moment ago: the room does not know of it yet.
TEST_F(ConditionalRequests, AreHeldAgainstWhatIsInTheDatabase) {
  const std::string known = tag();
  ASSERT_TRUE(installation.run_sql("UPDATE pages SET description = 'By another process'"));
  EXPECT_EQ(put(known, described).status, 412U);
  EXPECT_NE(tag(), known);  // learned
  const std::string now = tag();
  ASSERT_TRUE(installation.run_sql("UPDATE pages SET description = 'By another process again'"));
  EXPECT_EQ(put(now, R"({"layout":{"title":"Mine"}})").status, 412U);
  EXPECT_EQ(installation.get(As::viewer, path).body.find("Mine"), std::string::npos);
  EXPECT_EQ(put(tag(), R"({"layout":{"title":"Mine"}})").status, 200U);
}

// Of those who start from the same tag exactly one gets through, be it content or settings.
TEST_F(ConditionalRequests, OneOfSeveralAtOnceGetsThrough) {
  for (int round = 0; round < 5; ++round) {
    const std::string now = tag();
    std::array<unsigned, 4> statuses{};
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < statuses.size(); ++i)
        threads.emplace_back([&, i] {
          const std::string text = std::to_string(round) + "-" + std::to_string(i);
          statuses[i] =
              put(now, i % 2 == 0 ? R"({"description":")" + text + "\"}" : R"({"layout":{"title":")" + text + "\"}}")
                  .status;
        });
    }
    EXPECT_EQ(std::ranges::count(statuses, 200U), 1) << round;
    EXPECT_EQ(std::ranges::count(statuses, 412U), 3) << round;
  }
}

}  // namespace
}  // namespace pagewright::scenarios
