// Requests that are sent again with their Idempotency-Key.
#include <gtest/gtest.h>

#include <thread>

#include "server/api/description.hpp"
#include "server/scenarios/components.hpp"
#include "server/scenarios/one_of_each.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;
using namespace std::chrono_literals;

struct Idempotency : testing::Test {
  Installation installation;

  Answer post(As caller, const std::string& key, const std::string& path, const std::string& body) {
    return installation.request(caller, Method::post, path, body, {{"Idempotency-Key", key}});
  }
  std::int64_t pages() { return installation.count("SELECT COUNT(*) FROM pages"); }
  std::int64_t keys() { return installation.count("SELECT COUNT(*) FROM idempotency_keys"); }
};

const std::string about = R"({"name":"About us"})";

TEST_F(Idempotency, TheSameRequestIsDoneOnce) {
  const Answer first = post(As::editor, "k-1", "/pages", about);
  ASSERT_EQ(first.status, 201U) << first.body;
  EXPECT_EQ(first.header("Idempotency-Replayed"), "");
  const auto events = installation.events();
  const Answer second = post(As::editor, "k-1", "/pages", about);
  EXPECT_EQ(second.status, 201U);
  EXPECT_EQ(second.body, first.body);
  EXPECT_EQ(second.header("Content-Type"), "application/json");
  EXPECT_EQ(second.header("Idempotency-Replayed"), "true");
  EXPECT_EQ(pages(), 1);
  EXPECT_EQ(installation.events(), events);
  // Quotes around it, as structured fields have them, make no other key.
  EXPECT_EQ(post(As::editor, "\"k-1\"", "/pages", about).body, first.body);
  installation.restart_abruptly();
  EXPECT_EQ(post(As::editor, "k-1", "/pages", about).body, first.body);
  EXPECT_EQ(pages(), 1);
}

TEST_F(Idempotency, AnotherKeyIsAnotherRequest) {
  EXPECT_EQ(post(As::editor, "k-1", "/pages", about).text("slug"), "about-us");
  EXPECT_EQ(post(As::editor, "k-2", "/pages", about).text("slug"), "about-us-2");
  EXPECT_EQ(installation.post(As::editor, "/pages", about).text("slug"), "about-us-3");
}

TEST_F(Idempotency, AKeyIsAUsersInAnOrganisation) {
  const std::string first = post(As::editor, "k-1", "/pages", about).text("id");
  const std::string second = post(As::admin, "k-1", "/pages", about).text("id");
  const std::string third = post(As::stranger, "k-1", "/pages", about).text("id");
  EXPECT_NE(first, second);
  EXPECT_NE(second, third);
  EXPECT_NE(first, third);
  EXPECT_EQ(keys(), 3);
}

TEST_F(Idempotency, TheSameKeyForSomethingElseIsRefused) {
  const std::string id = post(As::editor, "k-1", "/pages", about).text("id");
  for (const auto& [path, body] : {std::pair<std::string, std::string>("/pages", R"({"name":"Contact"})"),
                                   {"/pages/" + id + "/duplicate", about}}) {
    const Answer other = post(As::editor, "k-1", path, body);
    EXPECT_EQ(other.status, 422U) << path;
    EXPECT_NE(other.body.find("used for another request"), std::string::npos);
  }
  EXPECT_EQ(pages(), 1);
}

TEST_F(Idempotency, WhatWasRefusedMayBeSentAgain) {
  const std::string taken = R"({"name":"About us","slug":"about-us"})";
  const std::string id = installation.create_page("About us");
  EXPECT_EQ(post(As::editor, "k-1", "/pages", taken).status, 409U);
  EXPECT_EQ(post(As::viewer, "k-1", "/pages", taken).status, 403U);
  EXPECT_EQ(keys(), 0);
  ASSERT_EQ(installation.remove(As::admin, "/pages/" + id).status, 204U);
  EXPECT_EQ(post(As::editor, "k-1", "/pages", taken).status, 201U);
}

TEST_F(Idempotency, MalformedKeysAreRefused) {
  for (const std::string& key : {std::string("a b"), std::string(256, 'k'), std::string("\"\""), std::string("é")})
    EXPECT_EQ(post(As::editor, key, "/pages", about).status, 400U) << key;
  EXPECT_EQ(pages(), 0);
  EXPECT_EQ(post(As::editor, std::string(255, 'k'), "/pages", about).status, 201U);
}

// Either both are in the database or neither is.
TEST_F(Idempotency, TheAnswerIsKeptWithTheChange) {
  installation.refuse_inserts("idempotency_keys");
  EXPECT_NE(post(As::editor, "k-1", "/pages", about).status, 201U);
  EXPECT_EQ(pages(), 0);
  EXPECT_EQ(installation.post(As::editor, "/pages", R"({"name":"Without a key"})").status, 201U);
  installation.accept_inserts("idempotency_keys");
  EXPECT_EQ(post(As::editor, "k-1", "/pages", about).status, 201U);
  EXPECT_EQ(pages(), 2);
}

TEST_F(Idempotency, KeysAreForgottenAfterADay) {
  const std::string first = post(As::editor, "k-1", "/pages", about).text("id");
  installation.pass(23h);
  EXPECT_EQ(post(As::editor, "k-1", "/pages", about).text("id"), first);
  EXPECT_EQ(keys(), 1);
  installation.pass(2h);
  EXPECT_EQ(keys(), 0);  // by the hourly job
  EXPECT_NE(post(As::editor, "k-1", "/pages", about).text("id"), first);
}

// What is too old is as good as gone, whenever the job comes to it.
TEST_F(Idempotency, AnOldKeyThatIsStillThereIsReplaced) {
  EXPECT_EQ(post(As::editor, "k-1", "/pages", about).status, 201U);
  ASSERT_TRUE(installation.run_sql("UPDATE idempotency_keys SET created_at = created_at - 86400000"));
  const Answer second = post(As::editor, "k-1", "/pages", R"({"name":"Contact"})");
  EXPECT_EQ(second.status, 201U) << second.body;
  EXPECT_EQ(post(As::editor, "k-1", "/pages", R"({"name":"Contact"})").body, second.body);
  EXPECT_EQ(keys(), 1);
}

TEST_F(Idempotency, OfSeveralAtOnceOneIsDone) {
  for (int round = 0; round < 5; ++round) {
    const std::string key = "k-" + std::to_string(round);
    std::array<Answer, 4> answers;
    {
      std::vector<std::jthread> threads;
      for (Answer& answer : answers)
        threads.emplace_back([&, key] { answer = post(As::editor, key, "/pages", about); });
    }
    const std::string id = post(As::editor, key, "/pages", about).text("id");
    for (const Answer& answer : answers) {
      EXPECT_TRUE(answer.status == 201U || answer.status == 409U) << answer.body;
      if (answer.status == 201U) EXPECT_EQ(answer.text("id"), id);
      if (answer.status == 409U) EXPECT_EQ(answer.header("Retry-After"), "1");
    }
    EXPECT_EQ(pages(), round + 1);
  }
}

// Whoever describes the header keeps the answer.
TEST_F(Idempotency, EveryRouteThatTakesAKeyKeepsIt) {
  const std::string page = installation.create_page("Plans");
  const Promo offered{.more_body = R"(,"visibility":"public")", .name = "offered"};
  ASSERT_EQ(installation.post(As::stranger, "/components", promo_body(offered)).status, 201U);
  const json::Value gallery = installation.get(As::admin, "/component-gallery?search=offered").json();
  const std::string component(json::find_string(json::find(gallery, "items")->get_array()[0], "id").value());
  const std::string thread =
      installation.post(As::admin, "/pages/" + page + "/threads", R"({"body":"Shorter?"})").text("id");
  // What ":id" and ":name" stand for, by the beginning of the path.
  const std::map<std::string, std::string> things = {
      {"/pages", page}, {"/templates", "contact"}, {"/components", "promo"}, {"/component-gallery", component}};
  const std::map<std::string, std::string> bodies = {
      {"createPage", about},
      {"duplicatePage", "{}"},
      {"createBranch", R"({"name":"summer"})"},
      {"beginThread", R"({"body":"Is this still so?"})"},
      {"createTemplate", R"({"displayName":"Plans","pageId":")" + page + "\"}"},
      {"installTemplate", about},
      {"saveVersion", R"({"message":"Before the relaunch"})"},
      {"invite", R"({"email":"grace@riverside.example","role":"editor"})"},
      {"createWebhook", R"({"url":"https://hooks.riverside.example/","events":["*"]})"},
  };
  std::size_t routes = 0;
  for (const http::Route& route : installation.application().routes()) {
    const api::Operation* operation = api::Description::of_program().find(route.operation);
    const json::Value* parameters = operation == nullptr ? nullptr : operation->source.if_contains("parameters");
    if (parameters == nullptr || json::serialize(*parameters).find("Idempotency-Key") == std::string::npos) continue;
    // Where nothing here is referred to, the example of its description will do.
    const auto known = bodies.find(route.operation);
    const std::string body = known == bodies.end() ? OneOfEach::example_body(route) : known->second;
    std::string path = route.pattern.substr(std::string_view("/api/v1").size());
    if (const auto at = path.find(':'); at != std::string::npos) {
      const auto thing = things.find(path.substr(0, path.find('/', 1)));
      ASSERT_NE(thing, things.end()) << path << " needs a thing here";
      path.replace(at, path.find('/', at) - at, thing->second);
    }
    if (const auto at = path.find(":thread"); at != std::string::npos)
      path.replace(at, std::string_view(":thread").size(), thread);
    const Answer first = post(As::admin, route.operation, path, body);
    EXPECT_EQ(first.status, 201U) << route.operation << " " << first.body;
    const auto events = installation.events();
    const Answer again = post(As::admin, route.operation, path, body);
    EXPECT_EQ(again.body, first.body) << route.operation;
    EXPECT_EQ(again.status, first.status) << route.operation;
    EXPECT_EQ(installation.events(), events) << route.operation;
    ++routes;
  }
  EXPECT_GE(routes, bodies.size());
}

}  // namespace
}  // namespace pagewright::scenarios
