#include "server/api/request_check.hpp"

#include <gtest/gtest.h>

#include "server/jobs/run_to_end.hpp"

namespace pagewright::api {
namespace {

constexpr std::string_view file_text = R"({"tag": "Things", "operations": {"createThing": {
  "refusal": "The thing was not created",
  "parameters": [{"name": "limit", "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
                 {"name": "kind", "schema": {"$ref": "#/components/schemas/Kind"}},
                 {"name": "open", "required": true, "schema": {"type": "boolean"}},
                 {"name": "fields", "schema": {"type": "array", "items": {"enum": ["id", "name"]}}},
                 {"name": "If-Match", "in": "header", "schema": {"type": "string"}}],
  "requestBody": {"$ref": "#/components/schemas/Thing"}}},
  "schemas": {"Kind": {"enum": ["a", "b"]},
    "Thing": {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
      "name": {"type": "string", "maxLength": 5, "pattern": "\\S"},
      "note": {"type": "string", "minLength": 2},
      "owner": {"type": ["string", "null"]},
      "kinds": {"type": "array", "items": {"$ref": "#/components/schemas/Kind"}},
      "inner": {"type": "object"}}}}})";

const Description& description() {
  static const embedded::File file{.path = "api/things_api.json", .bytes = file_text};
  static const Description description(std::span(&file, 1));
  return description;
}

http::Request request_of(std::string_view body, http::Parameters query = {{"open", "true"}}) {
  http::Request request{.method = http::Method::post, .query = std::move(query)};
  request.json = *json::parse(body);
  return request;
}

std::vector<FieldError> errors_of(std::string_view body) {
  http::Request request = request_of(body);
  const auto checked = check_request(*description().find("createThing"), request);
  return checked ? std::vector<FieldError>() : checked.error().errors;
}

std::string detail_of(http::Parameters query) {
  http::Request request = request_of(R"({"name":"a"})", std::move(query));
  const auto checked = check_request(*description().find("createThing"), request);
  if (checked) return {};
  EXPECT_EQ(checked.error().status(), 400U);
  return checked.error().detail;
}

using Errors = std::vector<FieldError>;

TEST(RequestCheck, NamesEveryFaultOfABody) {
  EXPECT_EQ(errors_of(R"({"name":"a","note":"ab","owner":null,"kinds":["a"],"inner":{"x":1}})"), Errors());
  EXPECT_EQ(errors_of("{}"), Errors({{"/name", "is required", "required"}}));
  EXPECT_EQ(errors_of("null"), Errors({{"", "must be an object, is null", "wrong_type"}}));
  EXPECT_EQ(errors_of(R"({"name":5})"), Errors({{"/name", "must be a string, is integer", "wrong_type"}}));
  EXPECT_EQ(errors_of(R"({"name":""})"), Errors({{"/name", "must not be empty", "too_short"}}));
  EXPECT_EQ(errors_of(R"({"name":"  "})"), Errors({{"/name", "must not be empty", "too_short"}}));
  EXPECT_EQ(errors_of(R"({"name":"äöüäöü"})"), Errors({{"/name", "must be at most 5 characters, is 6", "too_long"}}));
  EXPECT_EQ(errors_of(R"({"name":"a","note":"b"})"),
            Errors({{"/note", "must be at least 2 characters, is 1", "too_short"}}));
  EXPECT_EQ(errors_of(R"({"name":"a","x/y":1,"inner":[]})"),
            Errors({{"/x~1y", "is not known here", "unknown_field"},
                    {"/inner", "must be an object, is array", "wrong_type"}}));
  EXPECT_EQ(errors_of(R"({"name":"a","kinds":["a","c"]})"),
            Errors({{"/kinds/1", R"(must be one of "a", "b", is "c")", "not_allowed"}}));
}

TEST(RequestCheck, TakesNullForAbsentWhereNoneIsTaken) {
  EXPECT_EQ(errors_of(R"({"name":null})"), Errors({{"/name", "is required", "required"}}));
  http::Request request = request_of(R"({"name":"a","note":null,"owner":null,"inner":{"x":null}})");
  EXPECT_TRUE(check_request(*description().find("createThing"), request).has_value());
  EXPECT_EQ(json::serialize(request.json), R"({"name":"a","owner":null,"inner":{"x":null}})");
}

TEST(RequestCheck, SaysWhatAParameterMustBe) {
  EXPECT_EQ(detail_of({{"open", "true"}, {"limit", "100"}, {"kind", ""}, {"fields", "id,name"}, {"other", "x"}}), "");
  EXPECT_EQ(detail_of({}), "The parameter open is required.");
  EXPECT_EQ(detail_of({{"open", "yes"}}), R"(The parameter open must be true or false, is "yes".)");
  for (const char* limit : {"0", "101", "ten", "1.5", "+5", "99999999999999999999"})
    EXPECT_EQ(detail_of({{"open", "false"}, {"limit", limit}}),
              "The parameter limit must be a whole number from 1 to 100.");
  EXPECT_EQ(detail_of({{"open", "true"}, {"kind", "c"}}), R"(The parameter kind must be one of "a", "b", is "c".)");
  EXPECT_EQ(detail_of({{"open", "true"}, {"fields", "id,x"}}),
            R"(The parameter fields must be one of "id", "name", is "x".)");
}

TEST(RequestCheck, KeepsRefusedRequestsFromTheHandler) {
  unsigned calls = 0;
  const auto routes = guarded({{http::Method::post, "/things", http::Access::anyone,
                                [&](http::Request&) -> Task<Outcome<http::Response>> {
                                  ++calls;
                                  co_return http::Response::no_content();
                                },
                                "createThing"}},
                              description());
  http::Request wrong = request_of("{}");
  const auto refused = run_to_end(routes.front().handler(wrong));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().title, "The thing was not created");
  EXPECT_EQ(calls, 0U);
  http::Request right = request_of(R"({"name":"a"})");
  EXPECT_TRUE(run_to_end(routes.front().handler(right)).has_value());
  EXPECT_EQ(calls, 1U);
}

TEST(Description, RefusesWhatNobodyCouldRead) {
  const auto fault_of = [](std::string_view text) -> std::string {
    const embedded::File file{.path = "api/x_api.json", .bytes = text};
    try {
      (void)Description(std::span(&file, 1));
    } catch (const std::runtime_error& thrown) {
      return thrown.what();
    }
    return {};
  };
  EXPECT_NE(fault_of("{").find("api/x_api.json"), std::string::npos);
  EXPECT_NE(fault_of(R"({"operations":{"a":{"requestBody":{"$ref":"#/components/schemas/None"}}}})")
                .find("there is no schema None"),
            std::string::npos);
  EXPECT_NE(fault_of(R"({"operations":{"a":{"requestBody":{"maxLenght":5}}}})").find("maxLenght"), std::string::npos);
  EXPECT_NE(fault_of(R"({"operations":{"a":{"parameters":[{"name":"x"}]}}})").find("a /parameters"), std::string::npos);
}

}  // namespace
}  // namespace pagewright::api
