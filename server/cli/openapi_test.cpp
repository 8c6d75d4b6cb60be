#include "server/cli/openapi.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

#include "engine/json/value.hpp"

namespace pagewright::cli {
namespace {

struct OpenApiCommandTest : testing::Test {
  OpenApiCommandTest() {
    std::filesystem::create_directories(temporary);
    ::setenv("TMPDIR", temporary.c_str(), 1);
  }
  ~OpenApiCommandTest() override {
    ::unsetenv("TMPDIR");
    std::filesystem::remove_all(temporary);
  }

  std::filesystem::path temporary =
      std::filesystem::temp_directory_path() / ("pagewright-openapi-test-" + std::to_string(::getpid()));
};

TEST_F(OpenApiCommandTest, PrintsTheWholeDocumentAndLeavesNothingBehind) {
  std::ostringstream out;
  EXPECT_EQ(print_openapi_document(out), 0);
  EXPECT_TRUE(std::filesystem::is_empty(temporary));
  const auto document = json::parse(out.str());
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->at("openapi"), "3.1.1");
  EXPECT_EQ(document->at("paths").at("/pages/{id}").at("put").at("operationId"), "updatePage");
  EXPECT_TRUE(document->at("components").at("schemas").get_object().contains("Page"));
}

TEST_F(OpenApiCommandTest, SaysThatItHasNoPlaceForTemporaryFiles) {
  std::filesystem::remove(temporary);
  std::ostringstream out;
  testing::internal::CaptureStderr();
  EXPECT_EQ(print_openapi_document(out), 1);
  EXPECT_EQ(out.str(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr().substr(0, 12), "pagewright: ");
}

TEST_F(OpenApiCommandTest, FailsWhereNothingCanBeWritten) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  testing::internal::CaptureStderr();
  EXPECT_EQ(print_openapi_document(out), 1);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "pagewright: The document could not be written.\n");
}

}  // namespace
}  // namespace pagewright::cli
