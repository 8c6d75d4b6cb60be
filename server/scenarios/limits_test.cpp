// What happens at the edges: a full disk, too many messages, other origins, other people's ids.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

// SQLite: leaves the file no more than a page or two. PostgreSQL: answers what it answers where no file can grow.
void fill_disk(Installation& installation) {
  if (installation.place().kind() == database::Kind::sqlite) {
    const auto pages = installation.count("SELECT page_count FROM pragma_page_count()");
    ASSERT_TRUE(installation.run_sql("PRAGMA max_page_count = " + std::to_string(pages)));
  } else {
    for (const char* table : {"pages", "page_versions", "page_operations"}) installation.refuse_inserts(table);
  }
}
void free_disk(Installation& installation) {
  if (installation.place().kind() == database::Kind::sqlite) {
    ASSERT_TRUE(installation.run_sql("PRAGMA max_page_count = 1000000"));
  } else {
    for (const char* table : {"pages", "page_versions", "page_operations"}) installation.accept_inserts(table);
  }
}

// Does not compress.
std::string noise(std::size_t size) {
  std::string text;
  std::uint64_t state = 1;
  while (text.size() < size) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    text += static_cast<char>('a' + (state >> 33U) % 26);
  }
  return text;
}

TEST(FullDisk, RefusesChangesWholeAndGoesOnWhenThereIsSpace) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  const auto before = installation.get(As::viewer, "/pages/" + id).body;
  const auto versions = installation.count("SELECT COUNT(*) FROM page_versions");
  const auto events = installation.events();
  const std::string large =
      R"({"description":"x","layout":{"title":")" + noise(150) + R"("},"metadata":{"note":")" + noise(60'000) + "\"}}";
  fill_disk(installation);
  check(installation, {.name = "put",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = "/pages/" + id,
                       .body = large,
                       .status = 507,
                       .contains = {"problems/storage-full", "disk is full", "Nothing was changed"}});
  EXPECT_EQ(
      installation.post(As::editor, "/pages", R"({"name":"New","metadata":{"n":")" + noise(60'000) + "\"}}").status,
      507U);
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).body, before);
  EXPECT_EQ(installation.get(As::viewer, "/pages").status, 200U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions"), versions);
  EXPECT_EQ(installation.events(), events);

  free_disk(installation);
  EXPECT_EQ(installation.put(As::editor, "/pages/" + id, large).status, 200U);
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).text("description"), "x");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions"), versions + 1);
}

TEST(FullDisk, EditsAreNotAcknowledgedUntilTheyAreStored) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  fill_disk(installation);
  const std::string text = noise(60'000);
  ada->client_sends(submit("ada-1", R"({"type":"set_page","key":"custom_css","value":"x"},)" + set_text("h1", text)));
  auto answer = ada->client_receives();
  if (type_of(answer) == "refuse") {
    // Too long for the heading: several smaller ones do as well.
    for (int i = 2; i < 400 && ada->is_open(); ++i)
      ada->client_sends(submit("ada-" + std::to_string(i), set_text("h1", noise(200) + std::to_string(i))));
  }
  EXPECT_EQ(ada->close_code(), 1012);
  // Before it closed, it has said why.
  while (type_of(answer) == "refuse" || type_of(answer) == "acknowledge") answer = ada->client_receives();
  EXPECT_EQ(type_of(answer), "error");
  EXPECT_EQ(answer.at("error").at("code").as_string(), "storage_full");
  const auto stored = installation.count("SELECT sequence FROM page_branches");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), stored);

  free_disk(installation);
  const auto back = editors.connect({.page_id = id, .client_id = "ada", .since = stored});
  EXPECT_EQ(sequence_of(back->client_receives()), stored);
  back->client_sends(submit("ada-999", set_text("h1", "Stored")));
  const auto acknowledge = back->client_receives();
  EXPECT_EQ(type_of(acknowledge), "acknowledge");
  EXPECT_EQ(sequence_of(acknowledge), stored + 1);
}

TEST(Pace, TooManyMessagesEndTheConversation) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  for (int i = 0; i < 4000 && ada->is_open(); ++i) ada->client_sends(submit("not-mine", set_text("h1", "x")));
  EXPECT_EQ(ada->close_code(), 4429);
  const auto ben = editors.connect({.caller = As::admin, .page_id = id, .client_id = "ben"});
  EXPECT_EQ(type_of(ben->client_receives()), "welcome");
}

TEST(Pace, SignInIsLimitedByTheClientsAddress) {
  Installation installation;
  // One more is allowed every two seconds: on a slow machine it takes more tries until as many are refused.
  unsigned refused = 0;
  for (int i = 0; i < 80 && refused < 10; ++i) {
    const auto answer = installation.post(
        As::nobody, "/auth/login", R"({"email":"guess)" + std::to_string(i) + R"(@x.example","password":"wrong"})");
    if (answer.status != 429) continue;
    ++refused;
    EXPECT_FALSE(answer.header("Retry-After").empty());
  }
  EXPECT_GE(refused, 10U);
}

TEST(TransactionIds, BelongToTheirAuthor) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  auto editors = std::make_unique<Editors>(installation);
  const auto eve = editors->connect({.page_id = id, .client_id = "ada"});  // says that she is Ada's tab
  eve->client_receives();
  eve->client_sends(submit("ada-1", set_text("h1", "Eve's")));
  ASSERT_EQ(type_of(eve->client_receives()), "acknowledge");

  const auto ada = editors->connect({.caller = As::admin, .page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h2", "Ada's")));
  const auto answer = ada->client_receives();
  EXPECT_EQ(type_of(answer), "refuse");  // an acknowledgement would lose the change without a word
  EXPECT_EQ(id_of(answer), "ada-1");
  for (const char* id : {"ada-", "ada-x", "ada-1-2", "ada1", "adaa-1", "", "ada-12345678901234567890"}) {
    ada->client_sends(submit(id, set_text("h2", "Ada's")));
    EXPECT_EQ(type_of(ada->client_receives()), "refuse") << id;
  }
  editors.reset();

  installation.restart_abruptly();
  Editors again(installation);
  const auto back = again.connect({.caller = As::admin, .page_id = id, .client_id = "ada"});
  back->client_receives();
  back->client_sends(submit("ada-1", set_text("h2", "Ada's")));
  EXPECT_EQ(type_of(back->client_receives()), "refuse");
}

TEST(TransactionIds, AreKnownAsLongAsTheLogHasThem) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    ada->client_receives();
    ada->client_sends(submit("ada-1", set_text("h1", "Once")));
    ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  }
  // As if thousands of transactions had followed that no snapshot has taken off the log yet.
  ASSERT_TRUE(installation.run_sql(
      "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5200) INSERT INTO page_operations "
      "SELECT page_id, branch, i, 'x-' || i, author_id, 1, '', '[{\"type\":\"set_prop\",\"id\":\"h1\",\"key\":\"text\","
      "\"value\":\"' || i || '\"}]' FROM page_operations, n WHERE sequence = 1; UPDATE page_branches SET sequence = "
      "5200"));
  installation.restart_abruptly();
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h1", "Once")));
  const auto answer = ada->client_receives();
  EXPECT_EQ(type_of(answer), "acknowledge");
  EXPECT_EQ(sequence_of(answer), 1);
}

TEST(Sessions, RevokedBeforeARestartStayRevokedOnTheWebSocket) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  const auto signed_in = installation.post(
      As::nobody, "/auth/login", R"({"email":"editor@riverside.example","password":")" + std::string(password) + "\"}");
  installation.request(As::nobody, http::Method::post, "/auth/logout", "", {{"Cookie", signed_in.refresh_cookie()}});
  installation.restart_abruptly();
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  ada->client_sends(R"({"type":"authenticate","accessToken":")" + signed_in.text("accessToken") + "\"}");
  EXPECT_EQ(ada->close_code(), 4401);
}

TEST(Origins, OthersMayNotUseTheCookieOrOpenWebSockets) {
  Installation installation;
  const auto signed_in = installation.post(
      As::nobody, "/auth/login", R"({"email":"editor@riverside.example","password":")" + std::string(password) + "\"}");
  const auto refresh = [&](std::vector<http::Header> headers) {
    headers.push_back({"Cookie", signed_in.refresh_cookie()});
    headers.push_back({"Host", "pages.example:3001"});
    return installation.request(As::nobody, http::Method::post, "/auth/refresh", "", std::move(headers)).status;
  };
  // A published page is of the same site: its port does not count there.
  EXPECT_EQ(refresh({{"Origin", "http://pages.example:3002"}}), 403U);
  EXPECT_EQ(refresh({{"Origin", "https://evil.example"}}), 403U);
  EXPECT_EQ(refresh({{"Origin", "null"}}), 403U);
  EXPECT_EQ(refresh({{"Sec-Fetch-Site", "same-site"}, {"Origin", "http://pages.example:3001"}}), 403U);
  EXPECT_EQ(refresh({{"Sec-Fetch-Site", "cross-site"}}), 403U);
  EXPECT_EQ(refresh({{"Origin", "http://Pages.example:3001"}}), 200U);
  EXPECT_EQ(refresh({{"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://behind-a-proxy.example"}}), 200U);
  EXPECT_EQ(
      installation.request(As::viewer, http::Method::get, "/pages", "", {{"Origin", "https://evil.example"}}).status,
      200U);  // answers are not readable from there, and change nothing
}

}  // namespace
}  // namespace pagewright::scenarios
