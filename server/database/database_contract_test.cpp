// What both databases promise: each of these tests runs on each of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "server/database/checking/test_database.hpp"
#include "server/jobs/run_to_end.hpp"

namespace pagewright::database {
namespace {

struct DatabaseContract : testing::TestWithParam<Kind> {
  DatabaseContract() {
    must(run_to_end(database->write([](Connection& connection) {
      return connection.run_script(
          "CREATE TABLE notes (id BIGINT, body TEXT NOT NULL UNIQUE, bytes BYTEA, weight DOUBLE PRECISION CHECK "
          "(weight > 0)); CREATE TABLE replies (note TEXT NOT NULL REFERENCES notes (body));");
    })));
  }

  Task<Outcome<std::int64_t>> add(const std::string& body) {
    return database->write(
        [body](Connection& connection) { return connection.execute("INSERT INTO notes (body) VALUES ($1)", {body}); });
  }
  Rows read(const std::string& sql) {
    return must(run_to_end(database->read([sql](Connection& connection) { return connection.query(sql); })));
  }
  Outcome<std::int64_t> write(const std::string& sql) {
    return run_to_end(database->write([sql](Connection& connection) { return connection.execute(sql); }));
  }
  std::int64_t count() { return read("SELECT count(*) FROM notes").front().integer(0); }

  TestDatabase place{GetParam(), TestDatabase::Contents::nothing};
  std::unique_ptr<Database> database = must(place.location().open());
};

INSTANTIATE_TEST_SUITE_P(On, DatabaseContract, testing::Values(Kind::sqlite, Kind::postgres),
                         testing::PrintToStringParamName());

// Runs one coroutine for each number below `count`, all on one event loop, and waits for them.
template <typename Function>
void run_together(int count, Function function) {
  boost::asio::io_context loop;
  for (int i = 0; i < count; ++i) boost::asio::co_spawn(loop, function(i), boost::asio::detached);
  loop.run();
}

TEST_P(DatabaseContract, WhatIsWrittenIsRead) {
  EXPECT_EQ(run_to_end(add("one")), 1);
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseContract, ParametersAreTakenByTheirNumber) {
  const auto rows = must(run_to_end(database->read(
      [](Connection& connection) { return connection.query("SELECT $2, $1, $2, $3, '$4'", {"a", 7, nullptr}); })));
  EXPECT_EQ(rows.front().integer(0), 7);
  EXPECT_EQ(rows.front().text(1), "a");
  EXPECT_EQ(rows.front().integer(2), 7);
  EXPECT_TRUE(rows.front().is_null(3));
  EXPECT_EQ(rows.front().text(4), "$4");
}

TEST_P(DatabaseContract, AMissingParameterIsAnError) {
  const auto rows =
      run_to_end(database->read([](Connection& connection) { return connection.query("SELECT $2", {1}); }));
  ASSERT_FALSE(rows);
  EXPECT_THAT(rows.error().cause, testing::HasSubstr("no value for $2"));
}

TEST_P(DatabaseContract, EveryTypeKeepsItsValue) {
  const std::string bytes("a\0b\xff", 4);
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  must(run_to_end(database->write([&](Connection& connection) -> Outcome<void> {
    const std::string_view insert = "INSERT INTO notes (id, body, bytes, weight) VALUES ($1, $2, $3, $4)";
    TRY(connection.execute(insert, {largest, "ünï 😀", Blob{bytes}, 0.1}));
    TRY(connection.execute(insert, {std::numeric_limits<std::int64_t>::min(), "", Blob{}, 1e300}));
    TRY(connection.execute(insert, {std::optional<std::int64_t>(), "null", nullptr, nullptr}));
    return {};
  })));
  const auto rows = read("SELECT id, body, bytes, weight FROM notes ORDER BY body");
  EXPECT_EQ(rows[0].integer(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(rows[0].text(1), "");
  EXPECT_EQ(rows[0].blob(2), "");
  EXPECT_EQ(rows[0].number(3), 1e300);
  EXPECT_TRUE(rows[1].is_null(0));
  EXPECT_TRUE(rows[1].is_null(2));
  EXPECT_TRUE(rows[1].is_null(3));
  EXPECT_EQ(rows[2].integer(0), largest);
  EXPECT_EQ(rows[2].text(1), "ünï 😀");
  EXPECT_EQ(rows[2].blob(2), bytes);
  EXPECT_EQ(rows[2].number(3), 0.1);
}

TEST_P(DatabaseContract, SumsAndComparisonsAreIntegersAndAveragesNumbers) {
  must(write("INSERT INTO notes (id, body) VALUES (1, 'a'), (-70002, 'b'), (90000000000, 'c')"));
  const auto row = read(
      "SELECT SUM(id), COUNT(*), MAX(id) = 90000000000, AVG(id), SUM(-id), COALESCE(SUM(weight), 0) FROM notes WHERE "
      "id <> 1");
  EXPECT_EQ(row.front().integer(0), 89999929998);
  EXPECT_EQ(row.front().integer(1), 2);
  EXPECT_TRUE(row.front().boolean(2));
  EXPECT_EQ(row.front().number(3), 44999964999.0);
  EXPECT_EQ(row.front().integer(4), -89999929998);
}

TEST_P(DatabaseContract, TextsSortByTheirBytes) {
  must(write("INSERT INTO notes (body) VALUES ('b'), ('ä'), ('a'), ('B'), ('a-b'), ('a b'), ('aa')"));
  std::string order;
  for (const auto row : read("SELECT body FROM notes ORDER BY body")) order += row.text(0) + "|";
  EXPECT_EQ(order, "B|a|a b|a-b|aa|b|ä|");
}

TEST_P(DatabaseContract, ANulInATextIsRefusedAndInBytesKept) {
  const std::string nul("a\0b", 3);
  const auto refused = run_to_end(add(nul));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(ProblemKind::validation));
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseContract, TheSameStatementTakesValuesAndNulls) {
  for (int i = 0; i < 3; ++i)
    must(run_to_end(database->write([i](Connection& connection) {
      const auto id = i == 1 ? std::optional<std::int64_t>(i) : std::nullopt;
      return connection.execute("INSERT INTO notes (id, body) VALUES ($1, $2)", {id, "note " + std::to_string(i)});
    })));
  EXPECT_EQ(read("SELECT count(*) FROM notes WHERE id IS NULL").front().integer(0), 2);
}

TEST_P(DatabaseContract, AViolatedConstraintIsAConflict) {
  must(run_to_end(add("one")));
  for (const auto& [sql, named] : {std::pair("INSERT INTO notes (body) VALUES ('one')", "notes.body"),
                                   std::pair("INSERT INTO notes (body, weight) VALUES ('two', -1)", "weight"),
                                   std::pair("INSERT INTO notes (body) VALUES (NULL)", "notes.body"),
                                   std::pair("INSERT INTO replies (note) VALUES ('nowhere')", ""),
                                   std::pair("INSERT INTO replies (note) VALUES ('one'); DELETE FROM notes", "")}) {
    const auto refused = run_to_end(
        database->write([sql = std::string(sql)](Connection& connection) { return connection.run_script(sql); }));
    ASSERT_FALSE(refused) << sql;
    EXPECT_TRUE(refused.error().is(ProblemKind::conflict)) << sql << refused.error().cause;
    EXPECT_THAT(refused.error().cause, testing::HasSubstr(named));
    EXPECT_THAT(refused.error().cause, testing::Not(testing::HasSubstr("one")));
  }
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseContract, WhatWasPostedIsStored) {
  must(run_to_end(database->write([](Connection& connection) -> Outcome<void> {
    for (int i = 0; i < 1000; ++i)
      TRY(connection.post("INSERT INTO notes (id, body) VALUES ($1, $2)", {i, "note " + std::to_string(i)}));
    return {};
  })));
  EXPECT_EQ(count(), 1000);
}

TEST_P(DatabaseContract, AFaultOfWhatWasPostedIsTheResult) {
  must(run_to_end(add("one")));
  const auto refused = run_to_end(database->write([](Connection& connection) -> Outcome<void> {
    TRY(connection.post("INSERT INTO notes (body) VALUES ('two')"));
    TRY(connection.post("INSERT INTO notes (body) VALUES ('one')"));
    TRY(connection.post("INSERT INTO notes (body) VALUES ('three')"));
    return {};
  }));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(ProblemKind::conflict)) << refused.error().cause;
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(run_to_end(add("next")), 1);
}

TEST_P(DatabaseContract, WritesThatWaitTogetherShareACommit) {
  constexpr int writes = 500;
  int acknowledged = 0;
  const auto before = database->counts();
  run_together(writes, [&](int i) -> Task<> {
    const auto added = co_await add("note " + std::to_string(i));
    acknowledged += added.has_value();
  });
  const auto after = database->counts();
  EXPECT_EQ(acknowledged, writes);
  EXPECT_EQ(after.writes - before.writes, writes);
  EXPECT_LT(after.commits - before.commits, writes / 4);
  EXPECT_EQ(count(), writes);
}

TEST_P(DatabaseContract, CommitsKeepTheOrderOfTheCalls) {
  std::vector<int> finished;
  for (int i = 0; i < 200; ++i) {
    database->enqueue_write(
        [i](Connection& connection) -> Outcome<std::int64_t> {
          const auto earlier = TRY(connection.query("SELECT count(*) FROM notes")).front().integer(0);
          TRY(connection.execute("INSERT INTO notes (body) VALUES ($1)", {"note " + std::to_string(i)}));
          return earlier;
        },
        [&, i](const Outcome<std::int64_t>& earlier) {
          EXPECT_EQ(earlier, i);
          finished.push_back(i);
        });
  }
  must(run_to_end(add("last")));
  EXPECT_EQ(finished.size(), 200);
  EXPECT_TRUE(std::ranges::is_sorted(finished));
}

TEST_P(DatabaseContract, AFailedJobOfAGroupIsRolledBackAlone) {
  must(run_to_end(add("taken")));
  int failed = 0;
  run_together(60, [&](int i) -> Task<> {
    const auto result = co_await database->write([i](Connection& connection) -> Outcome<void> {
      TRY(connection.execute("INSERT INTO notes (body) VALUES ($1)", {"note " + std::to_string(i)}));
      if (i % 6 == 0) return std::unexpected(Problem::forbidden("not this one"));
      if (i % 6 == 1) TRY(connection.execute("INSERT INTO notes (body) VALUES ('taken')"));
      if (i % 6 == 2) TRY(connection.post("INSERT INTO notes (body) VALUES ('taken')"));
      if (i % 6 == 3) TRY(connection.query("SELECT nonsense"));
      return {};
    });
    failed += !result;
  });
  EXPECT_EQ(failed, 40);
  EXPECT_EQ(count(), 21);
}

TEST_P(DatabaseContract, AnExceptionEndsOnlyItsJob) {
  const auto result = run_to_end(database->write([](Connection& connection) -> Outcome<void> {
    TRY(connection.execute("INSERT INTO notes (body) VALUES ('gone')"));
    throw std::runtime_error("from a library");
  }));
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(ProblemKind::internal));
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(run_to_end(add("next")), 1);
}

TEST_P(DatabaseContract, ReadersCannotWrite) {
  const auto result = run_to_end(database->read(
      [](Connection& connection) { return connection.execute("INSERT INTO notes (body) VALUES ('no')"); }));
  EXPECT_FALSE(result);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseContract, AReadStaysOnItsSnapshot) {
  must(run_to_end(add("one")));
  const auto seen = must(run_to_end(database->read([&](Connection& connection) -> Outcome<std::int64_t> {
    const auto before = TRY(connection.query("SELECT count(*) FROM notes")).front().integer(0);
    std::jthread([&] { must(run_to_end(add("two"))); }).join();
    return TRY(connection.query("SELECT count(*) FROM notes")).front().integer(0) * 10 + before;
  })));
  EXPECT_EQ(seen, 11);
  EXPECT_EQ(count(), 2);
}

// Takes many seconds, as both databases understand it.
constexpr std::string_view slow =
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500000000) SELECT count(*) "
    "FROM numbers";

TEST_P(DatabaseContract, AStatementThatTakesTooLongIsEndedAndTheNextOneRuns) {
  using namespace std::chrono_literals;
  database.reset();
  database = must(place.location().open(300ms));
  const auto begun = std::chrono::steady_clock::now();
  const auto read_slowly = [](Connection& connection) { return connection.query(slow); };
  const auto write_slowly = [](Connection& connection) -> Outcome<Rows> {
    TRY(connection.execute("INSERT INTO notes (body) VALUES ('gone')"));
    return connection.query(slow);
  };
  for (const auto& refused : {run_to_end(database->read(read_slowly)), run_to_end(database->write(write_slowly))}) {
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(ProblemKind::unavailable));
    EXPECT_THAT(refused.error().detail, testing::HasSubstr("took too long"));
    EXPECT_THAT(refused.error().cause, testing::HasSubstr("FROM numbers"));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(run_to_end(add("next")), 1);
}

TEST_P(DatabaseContract, MoreStatementsThanAreKeptPrepared) {
  must(run_to_end(database->write([](Connection& connection) -> Outcome<void> {
    for (int i = 0; i < 600; ++i) {
      TRY(connection.post("INSERT INTO notes (body) VALUES ('note " + std::to_string(i) + "')"));
      const auto rows = TRY(connection.query("SELECT count(*) + " + std::to_string(i) + " FROM notes"));
      EXPECT_EQ(rows.front().integer(0), 2 * i + 1);
    }
    return {};
  })));
}

TEST_P(DatabaseContract, ClosingFinishesWhatWasSubmitted) {
  boost::asio::io_context loop;
  for (int i = 0; i < 50; ++i) {
    boost::asio::co_spawn(
        loop, [&, i]() -> Task<> { must(co_await add("note " + std::to_string(i))); }, boost::asio::detached);
  }
  loop.poll();
  database.reset();
  loop.run();
  database = must(place.location().open());
  EXPECT_EQ(count(), 50);
}

}  // namespace
}  // namespace pagewright::database
