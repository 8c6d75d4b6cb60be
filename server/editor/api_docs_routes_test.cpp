#include "server/editor/api_docs_routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/embedded/embedded_files.hpp"
#include "server/jobs/run_to_end.hpp"

namespace pagewright::editor {
namespace {

using testing::HasSubstr;
using testing::Not;

struct ApiDocsRoutesTest : testing::Test {
  Outcome<http::Response> get(const std::string& path) {
    http::Request request;
    auto match = router.find(http::Method::get, path);
    if (!match.route) return std::unexpected(Problem::not_found("no route"));
    EXPECT_EQ(match.route->access, http::Access::anyone);
    request.path_parameters = std::move(match.parameters);
    return run_to_end(match.route->handler(request));
  }

  http::Router router{api_docs_routes()};
};

TEST_F(ApiDocsRoutesTest, ThePageRunsItsOwnFilesOnlyAndReachesNoOtherHost) {
  ASSERT_NE(embedded::find("editor/api-docs/index.html"), nullptr) << "the editor is not built: run ./dev build";
  const auto response = get("/api/docs").value();
  EXPECT_EQ(response.status, 200U);
  EXPECT_EQ(response.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(response.header("X-Frame-Options"), "DENY");
  const std::string policy(response.header("Content-Security-Policy"));
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, HasSubstr("script-src 'self';"));
  EXPECT_THAT(policy, HasSubstr("connect-src 'self';"));
  EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
}

TEST_F(ApiDocsRoutesTest, ItsFilesAreKeptForEver) {
  const auto files = embedded::under("editor/api-docs/assets/");
  ASSERT_FALSE(files.empty());
  for (const auto& file : files) {
    const auto response =
        get("/api/docs/assets/" + std::string(file.path.substr(file.path.find_last_of('/') + 1))).value();
    EXPECT_THAT(std::string(response.header("Cache-Control")), HasSubstr("immutable"));
    EXPECT_EQ(response.body.view(), file.bytes);
  }
  EXPECT_TRUE(get("/api/docs/assets/nothing.js").error().is(ProblemKind::not_found));
  EXPECT_TRUE(get("/api/docs/assets/../index.html").error().is(ProblemKind::not_found));
}

TEST_F(ApiDocsRoutesTest, TheEditorDoesNotCarryIt) {
  for (const auto& file : embedded::under("editor/assets/"))
    EXPECT_THAT(std::string(file.bytes), Not(HasSubstr("opblock-summary")));
}

}  // namespace
}  // namespace pagewright::editor
