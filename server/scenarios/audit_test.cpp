// The audit log: that it tells what happened, to whom, and that nobody changes it unnoticed.
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <thread>

#include "server/audit/audit_store.hpp"
#include "server/audit/verification.hpp"
#include "server/base/uuid.hpp"
#include "server/jobs/run_to_end.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

std::vector<audit::Verification> verify(Installation& installation) {
  auto verified = run_to_end(
      installation.database().read([](database::Connection& connection) { return audit::verify(connection); }));
  EXPECT_TRUE(verified) << verified.error().cause;
  return std::move(*verified);
}

// What is wrong with the log of an organisation; empty: nothing.
std::string fault_of(Installation& installation, const std::string& organization) {
  for (const auto& found : verify(installation))
    if (found.organization == organization) return found.fault;
  return "there is no such organisation";
}

constexpr const char* home = "home";

// An organisation of its own with five rows, so that other tests' journeys don't matter.
void write_five_rows(Installation& installation) {
  ASSERT_TRUE(run_to_end(installation.database().write([](database::Connection& connection) -> Outcome<void> {
    TRY(organisations::insert(connection, {.id = "h", .name = "Home", .slug = home}, 1));
    for (int i = 1; i <= 5; ++i)
      TRY(audit::append(connection,
                        {.organization_id = "h",
                         .actor_id = i % 2 == 0 ? "" : "ada",
                         .action = "page.updated",
                         .subject_id = "p" + std::to_string(i),
                         .detail = R"({"name":"Page"})"},
                        1'000 * i));
    return {};
  })));
}

TEST(AuditChain, HoldsWhateverHappens) {
  Installation installation({.seed = true});
  const std::string id = installation.create_page("Menu");
  installation.put(As::editor, "/pages/" + id, R"({"name":"Lunch menu"})");
  installation.put(As::editor, "/pages/" + id, R"({"slug":""})");  // refused: nothing of it stays
  installation.remove(As::admin, "/pages/" + id);
  for (const auto& found : verify(installation)) EXPECT_EQ(found.fault, "") << found.organization;
  const auto rows = installation.count("SELECT count(*) FROM audit_log");
  std::int64_t verified = 0;
  for (const auto& found : verify(installation)) verified += found.rows;
  EXPECT_GT(rows, 5);
  EXPECT_EQ(verified, rows);
}

struct Tampering {
  const char* name;
  const char* sql;
  const char* fault;  // a part of the sentence
};

class AuditTampering : public testing::TestWithParam<Tampering> {};

TEST_P(AuditTampering, IsFound) {
  Installation installation({.people = false});
  write_five_rows(installation);
  ASSERT_EQ(fault_of(installation, home), "");
  ASSERT_TRUE(installation.run_sql(GetParam().sql));
  EXPECT_NE(fault_of(installation, home).find(GetParam().fault), std::string::npos) << fault_of(installation, home);
  // The log goes on, and the break stays visible.
  ASSERT_TRUE(run_to_end(installation.database().write([](database::Connection& connection) {
    return audit::append(
        connection, {.organization_id = "h", .actor_id = "", .action = "a", .subject_id = "s", .detail = "{}"}, 9'000);
  })));
  EXPECT_NE(fault_of(installation, home), "");
  installation.restart_abruptly();
  EXPECT_NE(fault_of(installation, home), "");
}

INSTANTIATE_TEST_SUITE_P(
    Of, AuditTampering,
    testing::Values(
        Tampering{"AnId", "UPDATE audit_log SET id = 'x' WHERE organization_id = 'h' AND sequence = 3", "Row 3 ("},
        Tampering{"AnActor", "UPDATE audit_log SET actor_id = 'eve' WHERE organization_id = 'h' AND sequence = 3",
                  "Row 3 ("},
        Tampering{"NoActor", "UPDATE audit_log SET actor_id = NULL WHERE organization_id = 'h' AND sequence = 3",
                  "Row 3 ("},
        Tampering{"AnAction", "UPDATE audit_log SET action = 'x' WHERE organization_id = 'h' AND sequence = 1",
                  "Row 1 (x"},
        Tampering{"ASubject", "UPDATE audit_log SET subject_id = 'x' WHERE organization_id = 'h' AND sequence = 5",
                  "Row 5 ("},
        Tampering{"ATime",
                  "UPDATE audit_log SET created_at = created_at + 1 WHERE organization_id = 'h' AND "
                  "sequence = 2",
                  "Row 2 ("},
        Tampering{"ADetail", "UPDATE audit_log SET detail = '{}' WHERE organization_id = 'h' AND sequence = 2",
                  "Row 2 ("},
        Tampering{"AHash", "UPDATE audit_log SET hash = 'x' WHERE organization_id = 'h' AND sequence = 2", "Row 2 ("},
        Tampering{"TheFirstRow", "DELETE FROM audit_log WHERE organization_id = 'h' AND sequence = 1",
                  "Row 1 is missing"},
        Tampering{"ARowWithin", "DELETE FROM audit_log WHERE organization_id = 'h' AND sequence = 3",
                  "Row 3 is missing"},
        Tampering{"TheEnd", "DELETE FROM audit_log WHERE organization_id = 'h' AND sequence > 3",
                  "Row 4 is missing: the log ended with row 5"},
        Tampering{"AllRows", "DELETE FROM audit_log WHERE organization_id = 'h'", "Row 1 is missing"},
        Tampering{"ARowWithinWithTheOthersMovedUp",
                  "DELETE FROM audit_log WHERE organization_id = 'h' AND sequence = 3; UPDATE audit_log SET sequence = "
                  "3 WHERE organization_id = 'h' AND sequence = 4; UPDATE audit_log SET sequence = 4 WHERE "
                  "organization_id = 'h' AND sequence = 5; UPDATE audit_heads SET sequence = 4 WHERE organization_id = "
                  "'h'",
                  "Row 3 ("},
        Tampering{"AnInsertedRow",
                  "UPDATE audit_log SET sequence = 6 WHERE organization_id = 'h' AND sequence = 5; INSERT INTO "
                  "audit_log (id, organization_id, actor_id, action, subject_id, created_at, detail, sequence, hash) "
                  "VALUES ('i', 'h', 'eve', 'a', 's', 1, '{}', 5, 'x')",
                  "Row 5 ("},
        Tampering{"ARowBehindTheEnd",
                  "INSERT INTO audit_log (id, organization_id, actor_id, action, subject_id, created_at, detail, "
                  "sequence, hash) SELECT 'i', 'h', actor_id, action, subject_id, created_at, detail, 6, hash FROM "
                  "audit_log WHERE organization_id = 'h' AND sequence = 5",
                  "Row 6 ("},
        Tampering{
            "ARowBesideTheChain",
            "INSERT INTO audit_log (id, organization_id, actor_id, action, subject_id, created_at, detail) VALUES "
            "('i', 'h', 'eve', 'a', 's', 1, '{}')",
            "have no place in the chain: 1."},
        Tampering{"TheOrder",
                  "UPDATE audit_log SET sequence = 99 WHERE organization_id = 'h' AND sequence = 2; UPDATE audit_log "
                  "SET sequence = 2 WHERE organization_id = 'h' AND sequence = 3; UPDATE audit_log SET sequence = 3 "
                  "WHERE organization_id = 'h' AND sequence = 99",
                  "Row 2 ("},
        Tampering{"TheHead", "DELETE FROM audit_heads WHERE organization_id = 'h'", "head of the chain is missing"},
        Tampering{"TheHeadAndTheEnd",
                  "DELETE FROM audit_heads WHERE organization_id = 'h'; DELETE FROM audit_log WHERE organization_id = "
                  "'h' AND sequence > 3",
                  "head of the chain is missing"},
        Tampering{"TheHeadsHash", "UPDATE audit_heads SET hash = 'x' WHERE organization_id = 'h'", "is not that of"}),
    [](const auto& tampering) { return tampering.param.name; });

TEST(AuditChain, RowsOlderThanItAreChainedAtTheNextStart) {
  Installation installation;
  installation.create_page("Menu");
  const auto rows = installation.count("SELECT count(*) FROM audit_log");
  ASSERT_TRUE(installation.run_sql("UPDATE audit_log SET sequence = NULL, hash = ''; DELETE FROM audit_heads"));
  EXPECT_NE(fault_of(installation, "elsewhere").find("Start the server once"), std::string::npos);
  installation.restart_abruptly();
  std::int64_t verified = 0;
  for (const auto& found : verify(installation)) {
    EXPECT_EQ(found.fault, "") << found.organization;
    verified += found.rows;
  }
  EXPECT_EQ(verified, rows);
  installation.create_page("Another");
  for (const auto& found : verify(installation)) EXPECT_EQ(found.fault, "") << found.organization;
}

TEST(AuditLog, TellsAdministratorsWhoDidWhat) {
  Installation installation;
  const std::string id = installation.create_page("Menu");
  const std::string other = installation.create_page("Contact");
  installation.remove(As::admin, "/pages/" + other);
  const auto get = [&](const std::string& name, const std::string& query, std::vector<std::string> contains,
                       std::vector<std::string> absent) {
    check(installation, {.name = name,
                         .caller = As::admin,
                         .path = "/audit-log" + query,
                         .contains = std::move(contains),
                         .absent = std::move(absent)});
  };
  get("all", "", {id, other, "page.created", "page.deleted", "sign_in.succeeded"}, {"\"total\":0"});
  get("by actor", "?actor=editor@riverside.example&action=page.*",
      {"\"total\":2", R"("email":"editor@riverside.example")", R"("name":"editor")"}, {"page.deleted"});
  get("by nobody's address", "?actor=nobody@riverside.example", {"\"total\":0"}, {id});
  get("another organisation's people did nothing here", "?actor=admin@elsewhere.example", {"\"total\":0"}, {});
  get("by action", "?action=page.deleted", {"\"total\":1", other}, {id});
  get("an action is no pattern", "?action=page.", {"\"total\":0"}, {});
  get("by subject", "?subject=" + id, {"\"total\":1", "page.created"}, {other});
  get("since then", "?from=2020-01-01T00:00:00%2B01:00&action=page.*", {"\"total\":3"}, {});
  get("until then", "?until=2020-01-01", {"\"total\":0"}, {});
  get("after tomorrow", "?from=2999-01-01", {"\"total\":0"}, {});
  check(installation, {.name = "no time", .caller = As::admin, .path = "/audit-log?from=yesterday", .status = 400});
  check(installation, {.name = "not for editors", .caller = As::editor, .path = "/audit-log", .status = 403});
  check(installation, {.name = "others see theirs",
                       .caller = As::stranger,
                       .path = "/audit-log?action=page.*",
                       .contains = {"\"total\":0"},
                       .absent = {id}});
}

TEST(AuditLog, CallsWhatItWasDoneToAsItIsCalledNow) {
  Installation installation;
  const std::string id = installation.create_page("Menu");
  installation.put(As::editor, "/pages/" + id, R"({"name":"Lunch menu"})");
  const auto team = installation.post(As::admin, "/teams", R"({"name":"Press"})").json();
  const auto get = [&](const std::string& name, const std::string& query, std::vector<std::string> contains,
                       std::vector<std::string> absent) {
    check(installation, {.name = name,
                         .caller = As::admin,
                         .path = "/audit-log" + query,
                         .contains = std::move(contains),
                         .absent = std::move(absent)});
  };
  get("a page", "?action=page.created", {R"("subjectName":"Lunch menu")"}, {R"("subjectName":"Menu")"});
  get("a team", "?action=team.created", {R"("subjectName":"Press")"}, {});
  get("a member", "?action=sign_in.succeeded&actor=editor@riverside.example", {R"("subjectName":"editor")"}, {});
  installation.remove(As::admin, "/teams/" + std::string(json::find_string(team, "id").value_or("")));
  get("what is gone", "?action=team.created", {R"("subjectName":null)"}, {R"("subjectName":"Press")"});
}

TEST(AuditLog, ACursorGoesOnWhereThePageEndedWhateverIsAdded) {
  Installation installation;
  for (int i = 0; i < 5; ++i) installation.create_page("Page " + std::to_string(i));
  const std::string path = "/audit-log?action=page.created&limit=2";
  std::vector<std::int64_t> seen;
  std::string cursor;
  for (int page = 0; page < 4; ++page) {
    const auto answer = installation.get(As::admin, path + (cursor.empty() ? "" : "&cursor=" + cursor)).json();
    EXPECT_EQ(json::find(answer, "total")->get_int64(), 5 + page);
    for (const auto& item : json::find(answer, "items")->get_array())
      seen.push_back(json::find(item, "sequence")->get_int64());
    cursor = json::find_string(answer, "nextCursor").value_or("");
    if (cursor.empty()) break;
    installation.create_page("Meanwhile " + std::to_string(page));
  }
  EXPECT_EQ(seen.size(), 5U);
  EXPECT_TRUE(std::ranges::is_sorted(seen, std::greater()));
  EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
  const auto second = installation.get(As::admin, "/audit-log?action=page.created&limit=1&offset=1");
  EXPECT_EQ(json::find(second.json(), "items")->get_array().size(), 1U);
}

TEST(AuditLog, IsExportedAsTextThatNoSpreadsheetRuns) {
  Installation installation;
  installation.create_page("Say \\\"hi\\\", all");
  ASSERT_TRUE(installation.run_sql("UPDATE users SET name = '=1+1' WHERE email = 'editor@riverside.example'"));
  const Answer answer = installation.get(As::admin, "/audit-log/export?action=page.created");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_EQ(answer.header("Content-Disposition"), "attachment; filename=\"audit-log.csv\"");
  EXPECT_TRUE(answer.body.starts_with(
      "sequence,time,actor,actor_name,actor_email,action,subject,subject_name,detail,hash\r\n\""));
  EXPECT_NE(answer.body.find(",\"'=1+1\",\"editor@riverside.example\",\"page.created\","), std::string::npos)
      << answer.body;
  EXPECT_NE(answer.body.find(",\"{\"\""), std::string::npos) << answer.body;  // quotes are doubled
  EXPECT_EQ(std::ranges::count(answer.body, '\n'), 2);
  check(installation, {.name = "not for editors", .caller = As::editor, .path = "/audit-log/export", .status = 403});
  EXPECT_EQ(std::ranges::count(installation.get(As::stranger, "/audit-log/export?action=page.*").body, '\n'), 1);
}

TEST(AuditLog, TellsOfSignInsAndOfRefusedOnes) {
  Installation installation;
  const auto log_in = [&](const std::string& email, const std::string& with) {
    return installation.request(As::nobody, http::Method::post, "/auth/login",
                                R"({"email":")" + email + R"(","password":")" + with + "\"}",
                                {{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/133.0"}});
  };
  const auto count = [&](const std::string& action) {
    return installation.count("SELECT count(*) FROM audit_log WHERE action = '" + action + "'");
  };
  const auto before = count("sign_in.succeeded");
  const Answer mine = log_in("editor@riverside.example", std::string(password));
  EXPECT_EQ(count("sign_in.succeeded"), before + 1);
  EXPECT_EQ(log_in("editor@riverside.example", "wrong password").status, 401U);
  EXPECT_EQ(log_in("nobody@riverside.example", "wrong password").status, 401U);  // nobody's log
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(
        installation.request(As::nobody, http::Method::post, "/auth/logout", "", {{"Cookie", mine.refresh_cookie()}})
            .status,
        204U);
  EXPECT_EQ(count("sign_in.refused"), 1);
  EXPECT_EQ(count("sign_in.ended"), 1);
  check(installation, {.name = "with the place, and without saying that it was the owner",
                       .caller = As::admin,
                       .path = "/audit-log?action=sign_in.refused",
                       .contains = {R"("actor":null)", R"("device":"Firefox on Linux","network":"192.0.2.0/24")"},
                       .absent = {"wrong password"}});
}

TEST(AuditLog, ARefusedSignInDoesNotWaitForIt) {
  Installation installation;
  std::promise<void> blocked;
  std::promise<void> release;
  std::thread writer([&] {
    EXPECT_TRUE(run_to_end(installation.database().write([&](database::Connection&) -> Outcome<void> {
      blocked.set_value();
      release.get_future().wait();
      return {};
    })));
  });
  blocked.get_future().wait();
  // Nothing can be written now; whoever waited for it would never be answered.
  EXPECT_EQ(
      installation.post(As::nobody, "/auth/login", R"({"email":"editor@riverside.example","password":"wrong"})").status,
      401U);
  release.set_value();
  writer.join();
  ASSERT_TRUE(installation.run_sql("SELECT 1"));  // after what was queued before it
  EXPECT_EQ(installation.count("SELECT count(*) FROM audit_log WHERE action = 'sign_in.refused'"), 1);
}

}  // namespace
}  // namespace pagewright::scenarios
