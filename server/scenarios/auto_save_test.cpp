// Versions that come by themselves, and what leaves the memory.
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

using namespace std::chrono_literals;

std::int64_t auto_saves(Installation& installation) {
  return installation.count("SELECT COUNT(*) FROM page_versions WHERE commit_message = 'Auto-save'");
}

// What the next messages are, without acknowledgements.
std::string next_type(MemorySocket& socket) {
  auto type = type_of(socket.client_receives());
  while (type == "acknowledge") type = type_of(socket.client_receives());
  return type;
}

// One change by an editor, who stays for that long after it.
void edit_and_leave(Installation& installation, const std::string& id, std::chrono::milliseconds stay = 0s) {
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h1", "Kept")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  installation.pass(stay);
  EXPECT_EQ(auto_saves(installation), 0);
}

TEST(AutoSave, ComesFiveMinutesAfterTheFirstChangeWhenEditingHasStopped) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h1", "First")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  installation.pass(4min);
  EXPECT_EQ(auto_saves(installation), 0);
  ada->client_sends(submit("ada-2", set_text("h1", "Second")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");

  installation.pass(61s);
  EXPECT_EQ(next_type(*ada), "version");
  EXPECT_EQ(auto_saves(installation), 1);
  check(installation, {.name = "by who changed the page last",
                       .caller = As::viewer,
                       .path = "/pages/" + id + "/versions/2",
                       .contains = {"Auto-save", R"("name":"editor")", "Second"}});
  installation.pass(10min);
  EXPECT_EQ(auto_saves(installation), 1);  // nothing has changed since
}

TEST(AutoSave, ComesAMinuteAfterTheLastEditorHasLeft) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  edit_and_leave(installation, id);
  installation.pass(30s);
  EXPECT_EQ(auto_saves(installation), 0);  // only reloading, perhaps
  installation.pass(31s);
  EXPECT_EQ(auto_saves(installation), 1);
}

TEST(AutoSave, ComesAtOnceWhenTheLastEditorLeavesOlderChanges) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  edit_and_leave(installation, id, 2min);
  EXPECT_EQ(auto_saves(installation), 1);
}

TEST(AutoSave, CatchesUpAfterAnAbruptEnd) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  edit_and_leave(installation, id);
  installation.restart_abruptly();
  installation.pass(10min);
  EXPECT_EQ(auto_saves(installation), 0);  // the page is not in memory
  installation.get(As::viewer, "/pages/" + id);
  installation.pass(1s);
  EXPECT_EQ(auto_saves(installation), 1);
}

TEST(Memory, KeepsThePagesUsedLastAndThoseThatSomebodyEdits) {
  Installation installation({.rooms_in_memory = 3});
  std::vector<std::string> ids;
  for (int i = 0; i < 8; ++i) ids.push_back(installation.create_page("Page " + std::to_string(i), two_headings));
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = ids[0], .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  for (int round = 0; round < 2; ++round) {
    for (const std::string& id : ids) EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).status, 200U);
    EXPECT_EQ(installation.application().open_pages(), 3U);
  }
  ada->client_sends(submit("ada-1", set_text("h1", "Changed")));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");
  EXPECT_NE(installation.get(As::viewer, "/pages/" + ids[0]).body.find("Changed"), std::string::npos);

  // A change that went out of memory is there when the page comes back.
  installation.put(As::editor, "/pages/" + ids[5], R"({"description":"Moved"})");
  for (const std::string& id : ids) installation.get(As::viewer, "/pages/" + id);
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + ids[5]).text("description"), "Moved");
  EXPECT_EQ(installation.application().open_pages(), 3U);
}

// A page is read once to be opened, however many others come and go meanwhile.
TEST(Memory, OpeningAPageDoesNotWaitForThoseOfOthers) {
  constexpr std::size_t people = 4;
  constexpr std::size_t rounds = 10;
  Installation installation({.rooms_in_memory = 1, .is_explained = true});
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < 2 * people; ++i)
    paths.push_back("/pages/" + installation.create_page("Page " + std::to_string(i), two_headings));
  const auto look = [&](std::size_t person) {
    for (std::size_t i = 0; i < 2 * rounds; ++i)
      EXPECT_EQ(installation.get(As::viewer, paths[2 * person + i % 2]).status, 200U);
  };
  const auto statements_of = [&](const std::function<void()>& act) {
    const auto before = installation.explained().statements();
    act();
    return installation.explained().statements() - before;
  };
  look(0);
  const auto alone = statements_of([&] { look(0); });
  const auto together = statements_of([&] {
    std::vector<std::jthread> threads;
    for (std::size_t person = 0; person < people; ++person) threads.emplace_back([&, person] { look(person); });
  });
  // A few more: who asks is looked up again every few seconds.
  EXPECT_LE(together, people * (alone + 2 * rounds / 2));
}

}  // namespace
}  // namespace pagewright::scenarios
