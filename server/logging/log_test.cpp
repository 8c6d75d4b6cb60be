#include "server/logging/log.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::log {
namespace {

// What reaches standard error while this lives.
class Capture {
 public:
  Capture() : path_(testing::TempDir() + "/log_test.txt"), saved_(::dup(STDERR_FILENO)) {
    const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(file, STDERR_FILENO);
    ::close(file);
  }
  ~Capture() { restore(); }

  std::vector<std::string> lines() {
    restore();
    std::ifstream in(path_);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }

 private:
  void restore() {
    if (saved_ < 0) return;
    ::dup2(saved_, STDERR_FILENO);
    ::close(saved_);
    saved_ = -1;
  }
  std::string path_;
  int saved_;
};

std::vector<std::string> logged(std::string_view message, std::string_view field) {
  Capture capture;
  start(Level::info);
  info(message, {{"path", field}, {"status", 404}});
  flush_and_stop();
  return capture.lines();
}

TEST(Log, WritesOneJsonObjectALine) {
  const auto lines = logged("request", "/pages");
  ASSERT_EQ(lines.size(), 1U);
  const auto line = json::parse(lines[0]);
  ASSERT_TRUE(line) << lines[0];
  EXPECT_EQ(json::find_string(*line, "level"), "info");
  EXPECT_EQ(json::find_string(*line, "message"), "request");
  EXPECT_EQ(json::find_string(*line, "path"), "/pages");
  EXPECT_EQ(json::find(*line, "status")->get_int64(), 404);
}

// Nothing that a client sends begins a line of its own, ends its field, or reaches a terminal as a command.
TEST(Log, NobodyAddsALineOrAField) {
  for (const std::string& text :
       {std::string("/a\n{\"level\":\"error\",\"message\":\"forged\"}"), std::string("/a\r\nforged"),
        std::string("\",\"level\":\"error\",\"x\":\""), std::string("\x1b[2J\x1b]0;title\x07"), std::string("a\0b", 3),
        std::string("{} %v %s {0}")}) {
    const auto lines = logged("request", text);
    ASSERT_EQ(lines.size(), 1U) << text;
    const auto line = json::parse(lines[0]);
    ASSERT_TRUE(line) << lines[0];
    EXPECT_EQ(json::find_string(*line, "path"), text);
    EXPECT_EQ(json::find_string(*line, "level"), "info");
    EXPECT_EQ(line->get_object().size(), 5U);
    for (const char c : lines[0]) EXPECT_GE(static_cast<unsigned char>(c), 0x20U) << lines[0];
  }
}

TEST(Log, SaysNothingBelowItsLevelAndBeforeItStarts) {
  Capture capture;
  info("before");
  start(Level::warning);
  info("below");
  warning("this");
  flush_and_stop();
  const auto lines = capture.lines();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines[0].find("\"this\""), std::string::npos);
}

}  // namespace
}  // namespace pagewright::log
