// Two servers and one PostgreSQL: one has it at a time, and whoever gets it back knows what the other did.
#include <gtest/gtest.h>

#include "server/database/postgres_connection.hpp"
#include "server/scenarios/components.hpp"
#include "server/scenarios/editors.hpp"
#include "server/scenarios/observed.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

// PostgreSQL ends the connection that has the claim, as it does when a machine goes away.
void end_the_writer(const database::TestDatabase& place) {
  const auto other = database::must(database::PostgresConnection::open(place.url()));
  database::must(other->query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM "
      "pg_database WHERE datname = current_database())"));
}

class Takeover : public testing::Test {
 protected:
  // Another program on the same database, while the first one is there too.
  std::unique_ptr<Installation> take_over() {
    end_the_writer(first->place());
    return std::make_unique<Installation>(Installation::Options{.people = false, .on = &first->place()});
  }
  // The first one tries again by itself, at longer and longer intervals.
  [[nodiscard]] bool is_taken_back() const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < deadline) {
      if (first->post(As::admin, "/pages", R"({"name":"Back"})").status == 201) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  void one_round_of_maintenance() { first->pass(std::chrono::seconds(15)); }

  std::unique_ptr<Installation> first = std::make_unique<Installation>();
};

TEST_F(Takeover, WhatTheOtherServerChangedIsSeenAfterOneRound) {
  const std::string page = first->create_page("Shared", two_headings);
  ASSERT_TRUE(served(*first).empty());
  publish_somewhere(*first, page);
  ASSERT_FALSE(served(*first).empty());
  Editors editors(*first);
  const auto ada = editors.connect({.page_id = page, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  const std::string before = first->get(As::admin, "/components").text("library");
  const std::string editor = editor_id(*first);

  auto second = take_over();
  const Answer admin = log_in(*second, "admin@riverside.example");
  const auto change = [&](Method method, const std::string& path, const std::string& body, unsigned status) {
    const Answer answer = with_token(*second, admin, method, path, body);
    EXPECT_EQ(answer.status, status) << path << " " << answer.body;
  };
  change(Method::post, "/components", promo_body(), 201);
  json::Object tokens =
      json::find(with_token(*second, admin, Method::get, "/design-tokens").json(), "tokens")->get_object();
  tokens["extra"] = json::Object{{"ink", json::Object{{"$type", "color"}, {"$value", "#123456"}}}};
  change(Method::put, "/design-tokens", R"({"tokens":)" + json::serialize(json::Value(tokens)) + "}", 200);
  change(Method::put, "/pages/" + page, R"({"name":"Changed elsewhere"})", 200);
  change(Method::put, "/pages/" + page + "/access", R"({"access":"restricted"})", 200);
  change(Method::patch, "/users/" + editor, R"({"role":"viewer"})", 200);
  change(Method::delete_, "/pages/" + page, "", 204);

  one_round_of_maintenance();
  EXPECT_EQ(ada->close_code(), 1012);
  EXPECT_NE(first->get(As::admin, "/components").text("library"), before);
  EXPECT_EQ(first->get(As::admin, "/components/promo").status, 200U);
  EXPECT_NE(first->get(As::viewer, "/design-tokens/export?format=css").body.find("#123456"), std::string::npos);
  EXPECT_EQ(first->get(As::viewer, "/pages/" + page).status, 404U);
  EXPECT_EQ(first->get(As::editor, "/auth/me").text("role"), "viewer");
  EXPECT_EQ(first->post(As::admin, "/pages", R"({"name":"Refused"})").status, 503U) << "the other one has the database";

  second.reset();
  EXPECT_TRUE(is_taken_back());
  one_round_of_maintenance();
  EXPECT_TRUE(served(*first).empty());
}

TEST_F(Takeover, ALostConnectionAloneTakesNothingAway) {
  const std::string page = first->create_page("Shared", two_headings);
  end_the_writer(first->place());
  one_round_of_maintenance();
  Editors editors(*first);
  const auto ada = editors.connect({.page_id = page, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  ada->client_sends(submit("ada-1", set_text("h1", "Still here")));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");
  one_round_of_maintenance();
  ada->client_sends(submit("ada-2", set_text("h1", "And still")));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge") << "who lost nothing is not asked to come back twice";
}

}  // namespace
}  // namespace pagewright::scenarios
