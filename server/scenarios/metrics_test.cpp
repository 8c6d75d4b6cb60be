// What Prometheus reads, held against its format and against what happened.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "server/jobs/run_to_end.hpp"
#include "server/monitoring/metrics_routes.hpp"
#include "server/scenarios/editors.hpp"
#include "server/scenarios/installation.hpp"
#include "server/scenarios/observed.hpp"

namespace pagewright::scenarios {
namespace {

using Samples = std::map<std::string, double>;  // by name and labels, as written

std::string without_suffix(const std::string& name) {
  return std::regex_replace(name, std::regex("_(bucket|sum|count)$"), "");
}

// https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details, read strictly: each metric once,
// its help and its type before its samples, each sample once.
class Reader {
 public:
  explicit Reader(const std::string& text) {
    EXPECT_TRUE(text.ends_with('\n'));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) read(line);
  }
  Samples samples;
  std::map<std::string, std::string> types;

 private:
  void read(const std::string& line) {
    static const std::regex help("# HELP ([a-z_][a-z0-9_]*) [A-Z].*\\.");
    static const std::regex type("# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram)");
    static const std::regex sample(
        R"re(([a-z_][a-z0-9_]*)(\{[a-z_]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\[\\"n])*")*\})? (\S+))re");
    std::smatch parts;
    if (std::regex_match(line, parts, help)) {
      current_ = parts[1];
      return;
    }
    if (std::regex_match(line, parts, type)) {
      EXPECT_EQ(parts[1], current_);
      EXPECT_TRUE(types.emplace(parts[1], parts[2]).second) << line << " stands here twice";
      EXPECT_EQ(parts[2] == "counter", current_.ends_with("_total")) << line;
      return;
    }
    ASSERT_TRUE(std::regex_match(line, parts, sample)) << line;
    const std::string name = parts[1];
    EXPECT_EQ(types[current_] == "histogram" ? without_suffix(name) : name, current_) << line;
    EXPECT_TRUE(samples.emplace(name + parts[2].str(), std::stod(parts[3])).second) << line << " stands here twice";
  }
  std::string current_;
};

struct Metrics : testing::Test {
  Samples scrape() {
    http::Dispatcher dispatcher(http::Router(monitoring::metrics_routes({.server = server,
                                                                         .database = installation.database(),
                                                                         .application = installation.application(),
                                                                         .version = "0.1.0"})),
                                installation.application().authenticator(), pool);
    http::Request request{.method = http::Method::get, .target = "/metrics"};
    const auto response = run_to_end(dispatcher.respond(request));
    EXPECT_EQ(response.status, 200U);
    EXPECT_EQ(response.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
    text = response.body.view();
    return Reader(text).samples;
  }

  Installation installation{{.seed = true}};
  http::Server server{1};
  ExecutorPool pool{1};
  std::string text;
};

TEST_F(Metrics, TellRoutesApartAndKeepIdsOut) {
  const std::string id = installation.create_page("Home");
  auto before = scrape();
  for (int i = 0; i < 3; ++i) installation.get(As::viewer, "/pages/" + id);
  installation.get(As::nobody, "/pages/" + id);
  installation.get(As::viewer, "/nowhere/" + id);
  auto after = scrape();
  const auto grew = [&](const std::string& name) { return after[name] - before[name]; };
  const std::string route = R"({method="GET",route="/api/v1/pages/:id",status=)";
  const std::string name = "pagewright_http_request_duration_seconds";
  EXPECT_EQ(grew(name + "_count" + route + "\"2xx\"}"), 3);
  EXPECT_EQ(grew(name + "_bucket" + route + "\"2xx\",le=\"+Inf\"}"), 3);
  EXPECT_GT(grew(name + "_sum" + route + "\"2xx\"}"), 0);
  EXPECT_EQ(grew(name + "_count" + route + "\"4xx\"}"), 1);
  EXPECT_EQ(grew(name + R"(_count{method="other",route="none",status="4xx"})"), 1);
  EXPECT_THAT(text, testing::Not(testing::HasSubstr(id)));
}

TEST_F(Metrics, GrowNotWithUse) {
  const std::string id = installation.create_page("Home");
  installation.get(As::viewer, "/pages/" + id);
  installation.get(As::viewer, "/nowhere");
  scrape();
  const auto before = std::ranges::count(text, '\n');
  for (int i = 0; i < 20; ++i) {
    installation.get(As::viewer, "/pages/" + installation.create_page("Page"));
    installation.get(As::viewer, "/nowhere/" + std::to_string(i));
  }
  scrape();
  EXPECT_EQ(std::ranges::count(text, '\n'), before);
}

TEST_F(Metrics, FollowTheDatabaseTheRoomsAndTheReleases) {
  const auto before = scrape();
  const std::string id = installation.create_page("Home");
  publish_somewhere(installation, id);
  const auto after = scrape();
  const auto grew = [&](const std::string& name) { return after.at(name) - before.at(name); };
  EXPECT_GE(grew("pagewright_database_writes_total"), 2);
  EXPECT_GE(grew("pagewright_database_group_size_sum"), 2);
  EXPECT_GE(grew("pagewright_database_commit_duration_seconds_count"), 1);
  EXPECT_GE(grew("pagewright_database_statement_duration_seconds_count"), 4);
  EXPECT_EQ(grew("pagewright_rooms"), 1);
  EXPECT_EQ(grew("pagewright_releases"), 1);
  EXPECT_EQ(grew("pagewright_published_pages"), 1);
  EXPECT_GE(grew("pagewright_caller_lookups_total{result=\"hit\"}") +
                grew("pagewright_caller_lookups_total{result=\"miss\"}"),
            3);
  EXPECT_EQ(after.at("pagewright_database_waiting{kind=\"write\"}"), 0);
  EXPECT_EQ(grew("pagewright_editors"), 0);
  EXPECT_GT(after.at("process_resident_memory_bytes"), 0);
  EXPECT_EQ(after.at("pagewright_build_info{version=\"0.1.0\"}"), 1);
}

TEST_F(Metrics, CountJobsByKindAndState) {
  ASSERT_TRUE(installation.run_sql(
      "INSERT INTO jobs (id, organization_id, kind, state, run_at, attempts, max_attempts, created_at, updated_at, "
      "last_error, payload) VALUES ('a', NULL, 'mail', 'waiting', 1, 0, 3, 1, 1, '', '{}'), ('b', NULL, 'mail', "
      "'failed', 1, 3, 3, 1, 1, '', '{}'), ('c', NULL, 'mail', 'failed', 1, 3, 3, 1, 1, '', '{}')"));
  const auto samples = scrape();
  EXPECT_EQ(samples.at(R"(pagewright_jobs{kind="mail",state="waiting"})"), 1);
  EXPECT_EQ(samples.at(R"(pagewright_jobs{kind="mail",state="failed"})"), 2);
  EXPECT_GT(samples.at("pagewright_jobs_late_seconds"), 1000);
}

}  // namespace
}  // namespace pagewright::scenarios
