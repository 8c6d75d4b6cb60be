#include "server/editor/editor_routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/embedded/embedded_files.hpp"
#include "server/jobs/run_to_end.hpp"

namespace pagewright::editor {
namespace {

using http::Method;
using http::Request;
using http::Response;
using testing::HasSubstr;
using testing::Not;

struct EditorRoutesTest : testing::Test {
  Outcome<Response> get(const std::string& path, std::vector<http::Header> headers = {}) {
    Request request;
    request.headers = std::move(headers);
    auto match = router.find(Method::get, path);
    if (!match.route) return std::unexpected(Problem::not_found("no route"));
    request.path_parameters = std::move(match.parameters);
    return run_to_end(match.route->handler(request));
  }

  http::Router router{editor_routes()};
};

TEST_F(EditorRoutesTest, TheRootLeadsToTheEditor) {
  const auto response = get("/").value();
  EXPECT_EQ(response.status, 302U);
  EXPECT_EQ(response.header("Location"), "/page-builder");
}

TEST_F(EditorRoutesTest, EveryAddressOfTheEditorIsItsDocumentOrSaysThatItIsNotBuilt) {
  const bool is_built = embedded::find("editor/index.html") != nullptr;
  for (const auto* path : {"/page-builder", "/page-builder/new", "/page-builder/some-id/edit",
                           "/page-builder/index.html", "/page-builder/canvas-frame.html"}) {
    const auto response = get(path).value();
    EXPECT_EQ(response.status, is_built ? 200U : 503U) << path;
    EXPECT_EQ(response.header("Content-Type"), "text/html; charset=utf-8");
    if (is_built) {
      EXPECT_THAT(std::string(response.header("Content-Security-Policy")),
                  HasSubstr("script-src 'self' 'wasm-unsafe-eval'"));
      EXPECT_THAT(std::string(response.header("Content-Security-Policy")), HasSubstr("frame-ancestors 'none'"));
    }
  }
}

TEST_F(EditorRoutesTest, TheEditorTalksToItsOwnHostOnly) {
  ASSERT_NE(embedded::find("editor/index.html"), nullptr) << "the editor is not built: run ./dev build";
  const auto policy_at = [&](std::string host) {
    return std::string(get("/page-builder", {{"Host", std::move(host)}}).value().header("Content-Security-Policy"));
  };
  EXPECT_THAT(policy_at("pages.example:3001"),
              HasSubstr("connect-src 'self' ws://pages.example:3001 wss://pages.example:3001"));
  EXPECT_THAT(policy_at("[::1]:3001"), HasSubstr("connect-src 'self' ws://[::1]:3001"));
  EXPECT_THAT(policy_at("x; script-src *"), Not(HasSubstr("script-src *")));
}

TEST_F(EditorRoutesTest, AnUnknownFileIsNotFoundAndNeverADocument) {
  EXPECT_TRUE(get("/page-builder/assets/nothing.js").error().is(ProblemKind::not_found));
  EXPECT_TRUE(get("/page-builder/assets/../index.html").error().is(ProblemKind::not_found));
  EXPECT_TRUE(get("/assets/illustrations/nothing.svg").error().is(ProblemKind::not_found));
}

TEST_F(EditorRoutesTest, HashedFilesAreKeptForEver) {
  for (const auto& file : embedded::under("editor/assets/")) {
    if (file.brotli.empty()) continue;
    const auto path =
        "/page-builder/assets/" + std::string(file.path.substr(std::string_view("editor/assets/").size()));
    const auto response = get(path, {{"Accept-Encoding", "br"}}).value();
    EXPECT_THAT(std::string(response.header("Cache-Control")), HasSubstr("immutable"));
    EXPECT_EQ(response.header("Content-Encoding"), "br");
    EXPECT_EQ(response.body.view(), file.brotli);
    EXPECT_EQ(get(path, {{"If-None-Match", std::string(response.header("ETag"))}}).value().status, 304U);
  }
}

TEST_F(EditorRoutesTest, TheCanvasFrameHasANewNonceEachTime) {
  ASSERT_NE(embedded::find("editor/canvas-frame.html"), nullptr) << "the editor is not built: run ./dev build";
  const auto first = get("/canvas-frame").value();
  const auto second = get("/canvas-frame").value();
  const auto policy = std::string(first.header("Content-Security-Policy"));
  EXPECT_THAT(policy, HasSubstr("sandbox allow-scripts"));
  EXPECT_NE(policy, second.header("Content-Security-Policy"));
  const auto start = policy.find("'nonce-") + 7;
  const auto nonce = policy.substr(start, policy.find('\'', start) - start);
  EXPECT_THAT(std::string(first.body.view()), HasSubstr("nonce=\"" + nonce + "\""));
  EXPECT_THAT(std::string(first.body.view()), Not(HasSubstr("__NONCE__")));
}

TEST_F(EditorRoutesTest, IllustrationsAreForEveryOrigin) {
  const auto pictures = embedded::under("library/illustrations/");
  ASSERT_FALSE(pictures.empty());
  const auto response = get("/assets/illustrations/" + std::string(pictures[0].path.substr(22))).value();
  EXPECT_EQ(response.header("Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(response.header("Content-Type"), "image/svg+xml");
}

}  // namespace
}  // namespace pagewright::editor
