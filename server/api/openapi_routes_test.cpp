#include "server/api/openapi_routes.hpp"

#include <gtest/gtest.h>

#include "server/jobs/run_to_end.hpp"

namespace pagewright::api {
namespace {

TEST(OpenApiRoutes, ServesTheDocumentWithATag) {
  const std::vector<http::Route> described = {
      {http::Method::get, "/api/v1/environments", http::Access::viewer, {}, "listEnvironments"}};
  const auto routes = openapi_routes(described, Description::of_program());
  ASSERT_EQ(routes.size(), 1U);
  EXPECT_EQ(routes.front().pattern, "/api/openapi.json");
  EXPECT_EQ(routes.front().access, http::Access::anyone);

  http::Request request;
  const auto first = run_to_end(routes.front().handler(request));
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->status, 200U);
  EXPECT_EQ(first->header("Content-Type"), "application/json");
  EXPECT_EQ(first->body.view(), openapi_document(described, Description::of_program()));

  request.headers.push_back({"If-None-Match", std::string(first->header("ETag"))});
  const auto again = run_to_end(routes.front().handler(request));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->status, 304U);
  EXPECT_TRUE(again->body.view().empty());
}

}  // namespace
}  // namespace pagewright::api
