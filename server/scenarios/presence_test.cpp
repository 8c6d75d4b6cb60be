// Who is here and what they point at, told among those who take part.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

const std::string here = R"({"type":"presence"})";

std::string pointing(const std::string& members) {
  return R"({"type":"presence",)" + members + "}";
}

// What is told next, past everything that is not presence.
json::Value presence_told(MemorySocket& socket) {
  for (;;) {
    auto message = socket.client_receives();
    if (message.is_null() || type_of(message) == "presence") return message;
  }
}

std::vector<std::string> clients(const json::Value& message) {
  std::vector<std::string> ids;
  for (const json::Value& person : json::find(message, "people")->get_array())
    ids.emplace_back(json::find_string(person, "client").value_or(""));
  return ids;
}

// The person of that client in what is told, waiting until it is.
json::Value told_of(MemorySocket& socket, const std::string& client) {
  for (;;) {
    const auto message = presence_told(socket);
    if (message.is_null()) return message;
    for (const json::Value& person : json::find(message, "people")->get_array())
      if (json::find_string(person, "client") == client) return person;
  }
}

class PresenceScenario : public testing::Test {
 protected:
  std::shared_ptr<MemorySocket> enter(As caller, const std::string& client) {
    auto socket = editors_.connect({.caller = caller, .page_id = page_id_, .client_id = client});
    EXPECT_EQ(type_of(socket->client_receives()), "welcome");
    return socket;
  }

  Installation installation_;
  const std::string page_id_ = installation_.create_page("Shared", two_headings);
  Editors editors_{installation_};
};

TEST_F(PresenceScenario, IsToldToWhoTakesPart) {
  const auto ada = enter(As::editor, "ada");
  ada->client_sends(here);
  EXPECT_TRUE(clients(presence_told(*ada)).empty());

  const auto ben = enter(As::admin, "ben");
  ben->client_sends(pointing(R"("selection":["h1","h2"],"cursor":{"node":"h1","x":2500,"y":10000})"));
  EXPECT_EQ(clients(presence_told(*ben)), std::vector<std::string>{"ada"});
  const auto person = told_of(*ada, "ben");
  EXPECT_EQ(json::find_string(*json::find(person, "user"), "name"), "admin");
  EXPECT_EQ(json::serialize(*json::find(person, "selection")), R"(["h1","h2"])");
  EXPECT_EQ(json::serialize(*json::find(person, "cursor")), R"({"node":"h1","x":2500,"y":10000})");
  EXPECT_TRUE(json::find(person, "editing")->is_null());

  // Viewers are people too.
  const auto eve = enter(As::viewer, "eve");
  eve->client_sends(here);
  EXPECT_EQ(clients(presence_told(*eve)), (std::vector<std::string>{"ada", "ben"}));
  EXPECT_FALSE(told_of(*ada, "eve").is_null());
  ben->client_sends(pointing(R"("editing":"h2")"));
  EXPECT_EQ(json::find_string(told_of(*eve, "ben"), "editing"), "h2");
}

TEST_F(PresenceScenario, ColorsTellPeopleApartAndTabsTogether) {
  const auto ada = enter(As::editor, "ada");
  ada->client_sends(here);
  const auto again = enter(As::editor, "ada-again");
  again->client_sends(here);
  const auto ben = enter(As::admin, "ben");
  ben->client_sends(here);
  const auto color = [&](const std::string& client) {
    const auto watcher = enter(As::viewer, "watcher-of-" + client);
    watcher->client_sends(here);
    return json::find(told_of(*watcher, client), "color")->to_number<std::int64_t>();
  };
  EXPECT_FALSE(told_of(*ada, "ben").is_null());
  EXPECT_EQ(color("ada"), color("ada-again"));
  EXPECT_NE(color("ada"), color("ben"));
}

TEST_F(PresenceScenario, EndsWhenTheConnectionDoes) {
  const auto ada = enter(As::editor, "ada");
  ada->client_sends(here);
  const auto ben = enter(As::admin, "ben");
  ben->client_sends(here);
  EXPECT_FALSE(told_of(*ada, "ben").is_null());
  ben->close(1000, "");
  for (;;) {
    const auto message = presence_told(*ada);
    ASSERT_FALSE(message.is_null());
    if (json::serialize(*json::find(message, "left")) == R"(["ben"])") break;
  }
  const auto late = enter(As::viewer, "late");
  late->client_sends(here);
  EXPECT_EQ(clients(presence_told(*late)), std::vector<std::string>{"ada"});
}

TEST_F(PresenceScenario, LosingAccessEndsItToo) {
  const auto admin = enter(As::admin, "ben");
  admin->client_sends(here);
  const auto viewer = enter(As::viewer, "eve");
  viewer->client_sends(here);
  EXPECT_FALSE(told_of(*admin, "eve").is_null());
  ASSERT_EQ(installation_.put(As::admin, "/pages/" + page_id_ + "/access", R"({"access":"restricted"})").status, 200U);
  EXPECT_EQ(viewer->close_code(), 1012);
  for (;;) {
    const auto message = presence_told(*admin);
    ASSERT_FALSE(message.is_null());
    if (json::serialize(*json::find(message, "left")) == R"(["eve"])") break;
  }
}

TEST_F(PresenceScenario, IsNeverStoredAndNoVersion) {
  const auto ada = enter(As::editor, "ada");
  const auto versions = installation_.count("SELECT COUNT(*) FROM page_versions");
  for (int i = 0; i < 50; ++i) ada->client_sends(pointing(R"("selection":["h1"])"));
  EXPECT_TRUE(clients(presence_told(*ada)).empty());
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM page_operations"), 0);
  installation_.pass(std::chrono::minutes(10));
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM page_versions"), versions);
}

TEST_F(PresenceScenario, ManyMovesAreToldAsOne) {
  const auto ada = enter(As::editor, "ada");
  ada->client_sends(here);
  presence_told(*ada);
  const auto ben = enter(As::admin, "ben");
  for (int x = 0; x <= 1000; ++x)
    ben->client_sends(pointing(R"("cursor":{"node":null,"x":)" + std::to_string(x) + R"(,"y":0})"));
  int messages = 0;
  for (;;) {
    const auto person = told_of(*ada, "ben");
    ASSERT_FALSE(person.is_null());
    ++messages;
    if (json::find(*json::find(person, "cursor"), "x")->to_number<std::int64_t>() == 1000) break;
  }
  EXPECT_LT(messages, 200);
}

TEST_F(PresenceScenario, ShowsNothingThatIsNotBounded) {
  std::string many;
  for (int i = 0; i < 21; ++i) many += (i > 0 ? ",\"n" : "\"n") + std::to_string(i) + "\"";
  for (const std::string& members :
       {R"("selection":"h1")", R"("selection":[1])", R"("selection":["<b>"])", R"("editing":"not an id!")",
        R"("cursor":{"node":"h1","x":-1,"y":0})", R"("cursor":{"node":"h1","x":0,"y":10001})",
        R"("cursor":{"node":"h1","x":0.5,"y":0})", R"("cursor":{"x":0})"})
    EXPECT_EQ(
        [&] {
          const auto socket = enter(As::editor, "eve");
          socket->client_sends(pointing(members));
          return socket->close_code();
        }(),
        1008)
        << members;
  const auto socket = enter(As::editor, "eve");
  socket->client_sends(pointing(R"("selection":[)" + many + "]"));
  EXPECT_EQ(socket->close_code(), 1008);
}

TEST_F(PresenceScenario, ARoomOfTwoHundredStaysQuiet) {
  std::vector<std::shared_ptr<MemorySocket>> crowd;
  for (int i = 0; i < 201; ++i) {
    crowd.push_back(enter(As::viewer, "c" + std::to_string(i)));
    crowd.back()->client_sends(here);
  }
  // The last one sees two hundred, and is not shown.
  const auto ada = enter(As::editor, "ada");
  ada->client_sends(pointing(R"("cursor":{"node":"h1","x":1,"y":1})"));
  EXPECT_EQ(clients(presence_told(*ada)).size(), 200U);
  crowd.front()->client_sends(pointing(R"("selection":["h2"],"cursor":{"node":"h1","x":1,"y":1})"));
  json::Value person;
  do person = told_of(*ada, "c0");
  while (json::serialize(*json::find(person, "selection")) != R"(["h2"])");
  EXPECT_TRUE(json::find(person, "cursor")->is_null());
}

}  // namespace
}  // namespace pagewright::scenarios
