// The description of the API against the route table, and its examples against its schemas.
#include <gtest/gtest.h>

#include <set>

#include "server/api/openapi_document.hpp"
#include "server/scenarios/described_answers.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

const api::Description& description() {
  return api::Description::of_program();
}

TEST(ApiDescription, EveryRouteHasAnOperationAndEveryOperationARoute) {
  Installation installation({.people = false});
  std::set<std::string> used;
  for (const http::Route& route : installation.application().routes()) {
    const std::string place = std::string(http::name_of(route.method)) + " " + route.pattern;
    EXPECT_FALSE(route.operation.empty()) << place << " has no operation: name it in the table of routes";
    EXPECT_NE(description().find(route.operation), nullptr)
        << place << ": no *_api.json describes \"" << route.operation << "\"";
    EXPECT_TRUE(used.insert(route.operation).second) << place << ": " << route.operation << " has another route";
  }
  for (const auto& [id, operation] : description().operations())
    EXPECT_TRUE(used.contains(id)) << id << " is described, and no route has it";
}

TEST(ApiDescription, EveryOperationSaysAllThatAReaderNeeds) {
  for (const auto& [id, operation] : description().operations()) {
    SCOPED_TRACE(id);
    EXPECT_FALSE(operation.tag.empty());
    EXPECT_FALSE(json::find_string(operation.source, "summary").value_or("").empty());
    EXPECT_EQ(operation.body.has_value(), operation.source.contains("example"));
    if (operation.body) EXPECT_FALSE(operation.refusal.empty()) << "say in \"refusal\" what a 422 means";
    const json::Value* responses = operation.source.if_contains("responses");
    ASSERT_TRUE(responses != nullptr && responses->is_object());
    std::size_t successes = 0;
    for (const auto& entry : responses->get_object()) {
      const json::Value& response = entry.value();
      successes += entry.key() < "400" ? 1 : 0;
      EXPECT_FALSE(json::find_string(response, "description").value_or("").empty()) << entry.key();
      EXPECT_EQ(json::find(response, "schema") != nullptr, json::find(response, "example") != nullptr) << entry.key();
      if (entry.key() >= "400") EXPECT_EQ(json::find(response, "schema"), nullptr) << "problems have theirs already";
    }
    EXPECT_GT(successes, 0U);
  }
}

TEST(ApiDescription, EveryMemberIsOneThatIsRead) {
  const std::set<std::string> known = {"summary",     "description", "refusal", "scope",    "parameters",
                                       "requestBody", "example",     "upload",  "responses"};
  for (const auto& [id, operation] : description().operations())
    for (const auto& member : operation.source) EXPECT_TRUE(known.contains(member.key())) << id << " " << member.key();
}

// A route that forgets its scope would be closed to all tokens, and nobody would have decided so.
TEST(ApiDescription, EveryRouteThatNeedsACallerSaysWhichScopeOpensIt) {
  Installation installation({.people = false});
  for (const http::Route& route : installation.application().routes()) {
    SCOPED_TRACE(route.operation);
    const api::Operation* operation = description().find(route.operation);
    ASSERT_NE(operation, nullptr);
    const json::Value* scope = operation->source.if_contains("scope");
    if (route.access == http::Access::anyone) {
      EXPECT_EQ(scope, nullptr) << "nobody is asked for a token here";
      continue;
    }
    ASSERT_NE(scope, nullptr) << "say \"scope\": \"<feature>:<verb>\", or null where API tokens have no business";
    EXPECT_TRUE(scope->is_null() || scope->is_string());
    EXPECT_EQ(route.scope, operation->scope);
    if (scope->is_null() || route.scope == http::any_scope) continue;
    const bool only_reads = route.method == http::Method::get;
    EXPECT_EQ(route.scope.ends_with(":read"), only_reads) << route.scope;
    EXPECT_EQ(route.scope.find_first_not_of("abcdefghijklmnopqrstuvwxyz-:"), std::string::npos) << route.scope;
  }
}

TEST(ApiDescription, EveryExampleFitsItsSchema) {
  std::size_t examples = 0;
  for (const auto& [id, operation] : description().operations()) {
    if (operation.body) {
      EXPECT_EQ(DescribedAnswers::fault_of_example(operation.source.at("requestBody"), operation.source.at("example"),
                                                   id + " /example"),
                "");
      ++examples;
    }
    for (const auto& entry : operation.source.at("responses").get_object()) {
      const json::Value* example = json::find(entry.value(), "example");
      if (example == nullptr) continue;
      EXPECT_EQ(DescribedAnswers::fault_of_example(*json::find(entry.value(), "schema"), *example,
                                                   id + " " + std::string(entry.key()) + " /example"),
                "");
      ++examples;
    }
  }
  EXPECT_GT(examples, 30U);
}

TEST(ApiDescription, TheDocumentNamesRolesParametersAndProblems) {
  Installation installation({.people = false});
  const auto routes = installation.application().routes();
  const std::string text = api::openapi_document(routes, description());
  EXPECT_EQ(text, api::openapi_document(installation.application().routes(), description()));
  const json::Value document = *json::parse(text);
  const json::Value& update = document.at("paths").at("/pages/{id}").at("put");
  EXPECT_EQ(update.at("operationId"), "updatePage");
  EXPECT_EQ(update.at("x-required-role"), "editor");
  EXPECT_TRUE(
      json::view(update.at("description").get_string())
          .ends_with(". Needs the right to edit the page: by the role editor or admin, or by a grant. API tokens "
                     "need the scope pages:write."));
  EXPECT_EQ(update.at("x-required-page-right"), "edit");
  EXPECT_EQ(update.at("x-required-scope"), "pages:write");
  EXPECT_EQ(document.at("paths").at("/pages/{id}").at("get").at("description"),
            "For everybody who may view the page. API tokens need the scope pages:read.");
  EXPECT_EQ(document.at("paths").at("/auth/me").at("get").at("description"),
            "For every role. Open to every API token.");
  EXPECT_FALSE(document.at("paths").at("/auth/password").at("put").get_object().contains("x-required-scope"));
  EXPECT_FALSE(document.at("paths").at("/auth/logout").at("post").get_object().contains("description"));
  EXPECT_EQ(update.at("parameters").at(0).at("in"), "path");
  EXPECT_EQ(update.at("parameters").at(0).at("name"), "id");
  EXPECT_TRUE(update.at("responses").at("409").at("content").as_object().contains("application/problem+json"));
  EXPECT_EQ(update.at("responses").at("404").at("$ref"), "#/components/responses/NotFound");
  EXPECT_TRUE(document.at("paths").at("/auth/login").at("post").at("security").get_array().empty());
  for (const auto& response : document.at("components").at("responses").get_object())
    EXPECT_EQ(
        DescribedAnswers::fault_of_example(json::Object{{"$ref", "#/components/schemas/Problem"}},
                                           response.value().at("content").at("application/problem+json").at("example"),
                                           std::string(response.key())),
        "");
}

TEST(DescribedAnswers, FindsWhatNobodyWasToldOf) {
  DescribedAnswers answers;
  const http::Route route{http::Method::get, "/api/v1/environments", http::Access::viewer, {}, "listEnvironments"};
  const auto fault = [&](const http::Response& response) { return answers.fault_of(route, response); };
  EXPECT_EQ(fault(http::Response::json_text(R"({"items":[]})")), "");
  EXPECT_EQ(fault(http::Response::problem(Problem::unauthenticated("x"))), "");
  EXPECT_EQ(fault(http::Response::json_text(R"({"items":[{"id":7}]})")).substr(0, 9), "/items/0 ");
  EXPECT_EQ(fault(http::Response::json_text(R"({"items":[],"secret":1})")),
            " must not have \"secret\", which is not known");
  EXPECT_EQ(fault(http::Response::json_text(R"({"items":[]})", 201)), "the status 201 is not described");
  EXPECT_EQ(fault(http::Response::problem(Problem::conflict("x", "y"))), "the status 409 is not described");
  EXPECT_EQ(fault(http::Response::html(R"({"items":[]})")),
            "the Content-Type of the status 200 is text/html; charset=utf-8");
  EXPECT_EQ(fault(http::Response::json_text("{")).substr(0, 38), "the body of the status 200 is no JSON:");
  const http::Route nameless{http::Method::get, "/api/v1/x", http::Access::viewer, {}};
  EXPECT_EQ(answers.fault_of(nameless, http::Response::no_content()), "the route has no operation");
}

}  // namespace
}  // namespace pagewright::scenarios
