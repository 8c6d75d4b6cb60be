#include "server/metrics/exposition.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "server/metrics/process.hpp"
#include "server/metrics/request_meter.hpp"

namespace pagewright::metrics {
namespace {

TEST(Exposition, WritesTheFormat) {
  Exposition out;
  out.counter("a_total", 3, "Things.");
  out.begin("b", Exposition::Kind::gauge, "Others.");
  out.add(0.25, {{"kind", "x"}, {"name", "say \"hi\" \\ \n"}});
  EXPECT_EQ(out.text(),
            "# HELP a_total Things.\n# TYPE a_total counter\na_total 3\n"
            "# HELP b Others.\n# TYPE b gauge\nb{kind=\"x\",name=\"say \\\"hi\\\" \\\\ \\n\"} 0.25\n");
}

TEST(Exposition, WritesNumbersWithoutLoss) {
  EXPECT_EQ(number(1), "1");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(9007199254740991), "9007199254740991");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "+Inf");
  EXPECT_EQ(number(-std::numeric_limits<double>::infinity()), "-Inf");
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "NaN");
}

TEST(Histogram, CountsInTheFirstBucketThatIsLargeEnough) {
  Histogram<group_bounds.size()> groups(group_bounds);
  EXPECT_TRUE(groups.is_empty());
  for (const double size : {1.0, 2.0, 3.0, 64.0, 65.0}) groups.add(size);
  EXPECT_FALSE(groups.is_empty());
  Exposition out;
  write_histogram(out, "g", groups, "Groups.");
  EXPECT_EQ(out.text(),
            "# HELP g Groups.\n# TYPE g histogram\ng_bucket{le=\"1\"} 1\ng_bucket{le=\"2\"} 2\ng_bucket{le=\"4\"} 3\n"
            "g_bucket{le=\"8\"} 3\ng_bucket{le=\"16\"} 3\ng_bucket{le=\"32\"} 3\ng_bucket{le=\"64\"} 4\n"
            "g_bucket{le=\"+Inf\"} 5\ng_sum 135\ng_count 5\n");
}

TEST(RequestMeter, TellsRoutesAndClassesApart) {
  RequestMeter meter;
  using namespace std::chrono_literals;
  meter.record("GET", "/pages/:id", 200, 1ms);
  meter.record("GET", "/pages/:id", 304, 1ms);
  meter.record("GET", "/pages/:id", 200, 3s);
  meter.record("PUT", "/pages/:id", 503, 1ms);
  meter.record("other", "none", 404, 1ms);
  Exposition out;
  meter.write(out);
  for (const std::string line : {R"(_count{method="GET",route="/pages/:id",status="2xx"} 2)",
                                 R"(_bucket{method="GET",route="/pages/:id",status="2xx",le="2.5"} 1)",
                                 R"(_sum{method="GET",route="/pages/:id",status="2xx"} 3.001)",
                                 R"(_count{method="GET",route="/pages/:id",status="3xx"} 1)",
                                 R"(_count{method="PUT",route="/pages/:id",status="5xx"} 1)",
                                 R"(_count{method="other",route="none",status="4xx"} 1)"})
    EXPECT_NE(out.text().find("\npagewright_http_request_duration_seconds" + line + "\n"), std::string::npos) << line;
  EXPECT_EQ(out.text().find(R"(method="PUT",route="/pages/:id",status="2xx")"), std::string::npos) << "was never asked";
}

double value_of(const std::string& text, const std::string& name) {
  const auto at = text.find("\n" + name + " ");
  return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 2));
}

TEST(Process, KnowsItsMemoryItsFilesAndItsBeginning) {
  Exposition out;
  write_process(out);
  EXPECT_GT(value_of(out.text(), "process_resident_memory_bytes"), 1e6);
  EXPECT_GE(value_of(out.text(), "process_virtual_memory_bytes"),
            value_of(out.text(), "process_resident_memory_bytes"));
  EXPECT_GE(value_of(out.text(), "process_open_fds"), 3);
  EXPECT_GE(value_of(out.text(), "process_max_fds"), value_of(out.text(), "process_open_fds"));
  EXPECT_GE(value_of(out.text(), "process_threads"), 1);
  EXPECT_GE(value_of(out.text(), "process_cpu_seconds_total"), 0);
  const double age = static_cast<double>(std::time(nullptr)) - value_of(out.text(), "process_start_time_seconds");
  EXPECT_GT(age, -5);
  EXPECT_LT(age, 3600);
}

}  // namespace
}  // namespace pagewright::metrics
