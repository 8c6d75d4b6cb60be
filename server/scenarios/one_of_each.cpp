#include "server/scenarios/one_of_each.hpp"

#include <gtest/gtest.h>

#include "server/api/openapi_document.hpp"
#include "server/scenarios/api_tokens.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

constexpr std::string_view a_job = "01945ec3-0000-7000-8000-000000000001";
constexpr std::string_view nothing = "01900000-0000-7000-8000-000000000000";

Answer expect(Installation& installation, As caller, Method method, const std::string& path, const std::string& body,
              unsigned status) {
  const Answer answer = installation.request(caller, method, path, body);
  EXPECT_EQ(answer.status, status) << path << " " << answer.body;
  return answer;
}

std::string first_id(Installation& installation, const std::string& path) {
  const json::Value list = installation.get(As::admin, path).json();
  const json::Value* items = json::find(list, "items");
  if (items == nullptr || items->get_array().empty()) return {};
  return std::string(json::find_string(items->get_array()[0], "id").value_or(""));
}

std::string id_of(const json::Value& record) {
  return std::string(json::find_string(record, "id").value_or(""));
}

std::string filled(std::string path, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values)
    for (auto at = path.find(':' + name); at != std::string::npos; at = path.find(':' + name))
      path.replace(at, name.size() + 1, value);
  EXPECT_EQ(path.find("/:"), std::string::npos) << path << ": say in one_of_each.cpp what its parameters lead to";
  return path;
}

std::string without_base(const http::Route& route) {
  return route.pattern.substr(api::base_path.size());
}

}  // namespace

OneOfEach::OneOfEach(Installation& installation) {
  make_page(installation);
  make_others(installation);
}

void OneOfEach::make_page(Installation& installation) {
  const std::string heading = R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")";
  page_ = installation.create_page("Quillfeather plans", heading + "One\"}}]}");
  const std::string page = "/pages/" + page_;
  const auto as_editor = [&](Method method, const std::string& path, const std::string& body, unsigned status) {
    expect(installation, As::editor, method, path, body, status);
  };
  as_editor(Method::put, page, "{" + heading + "Two\"}}]}}", 200);
  EXPECT_EQ(
      installation.request(As::editor, Method::post, page + "/duplicate", "{}", {{"Idempotency-Key", "k"}}).status,
      201U);
  as_editor(Method::put, page, R"({"name":"Quillfeather plans and more","description":"New"})", 200);
  as_editor(Method::post, page + "/versions", R"({"message":"Named"})", 201);
  as_editor(Method::post, page + "/branches", R"({"name":"summer"})", 201);
  as_editor(Method::put, page + "?branch=summer", "{" + heading + "Summer\"}}]}}", 200);
  expect(installation, As::admin, Method::patch, page + "/branches/summer", R"({"name":"autumn","isProtected":true})",
         200);
  as_editor(Method::put, page + "/branches/autumn/preview", "", 200);
  as_editor(Method::put, page + "/tags/launch", R"({"version":1})", 200);
  as_editor(Method::post, page + "/versions/1/restore", "", 201);
  expect(installation, As::admin, Method::post, page + "/publish",
         R"({"environmentId":")" + first_id(installation, "/environments") + "\"}", 200);
  const json::Value thread = expect(installation, As::editor, Method::post, page + "/threads",
                                    R"({"nodeId":"h1","body":"Quillfeathers?"})", 201)
                                 .json();
  const std::string team =
      expect(installation, As::admin, Method::post, "/teams", R"({"name":"Quillfeathers"})", 201).text("id");
  expect(installation, As::admin, Method::put, "/teams/" + team + "/members/" + viewer_id(installation), "", 204);
  as_editor(Method::put, page + "/team", R"({"teamId":")" + team + "\"}", 200);
  as_editor(Method::put, page + "/grants/" + viewer_id(installation), R"({"level":"view"})", 200);
  values_["/pages"] = {{"id", page_},
                       {"number", "1"},
                       {"other", "2"},
                       {"grantee", viewer_id(installation)},
                       {"branch", "autumn"},
                       {"tag", "launch"},
                       {"node", "h1"},
                       {"thread", id_of(thread)},
                       {"comment", id_of(json::find(thread, "comments")->get_array().front())}};
  values_["/teams"] = {{"id", team}, {"user", viewer_id(installation)}};
}

void OneOfEach::make_others(Installation& installation) {
  const auto as_admin = [&](const std::string& path, const std::string& body) {
    expect(installation, As::admin, Method::post, path, body, 201);
  };
  expect(installation, As::editor, Method::post, "/templates",
         R"({"displayName":"Quillfeather plans","tags":["plan"],"pageId":")" + page_ + "\"}", 201);
  const std::string asking = installation.create_page(
      "Ask", R"("structure":{"components":[{"id":"ask","component":"form","children":{"content":[)"
             R"({"id":"name","component":"input","props":{"name":"name"}}]}}]})");
  expect(installation, As::admin, Method::post, "/pages/" + asking + "/publish",
         R"({"environmentId":")" + first_id(installation, "/environments") + "\"}", 200);
  EXPECT_EQ(installation.send_form("/ask?form=ask", "name=Ada").status, 303U);
  as_admin("/webhooks", R"({"url":"http://127.0.0.1:1/hook","events":["*"]})");
  as_admin("/invitations", R"({"email":"grace@riverside.example","role":"editor"})");
  EXPECT_EQ(TokenCaller(installation, As::admin, {"pages:read"}).get("/pages").status, 200U);
  EXPECT_EQ(installation.upload(As::editor, "Quillfeather.svg", R"(<svg xmlns="http://www.w3.org/2000/svg"/>)").status,
            201U);
  const std::string tokens =
      json::serialize(*json::find(installation.get(As::admin, "/design-tokens").json(), "tokens"));
  expect(installation, As::admin, Method::put, "/design-tokens", R"({"tokens":)" + tokens + "}", 200);
  for (const As caller : {As::editor, As::stranger})
    expect(installation, caller, Method::put, "/design-tokens/draft", R"({"tokens":)" + tokens + "}", 200);
  installation.work();
  EXPECT_TRUE(installation.run_sql("INSERT INTO jobs SELECT '" + std::string(a_job) +
                                   "', id, 'mail.send', 'failed', 1, 1, 1, NULL, 1, 1, '', '', "
                                   "'' FROM organisations WHERE slug <> 'elsewhere'"));

  const std::string webhook = first_id(installation, "/webhooks");
  values_["/webhooks"] = {{"id", webhook},
                          {"delivery", first_id(installation, "/webhooks/" + webhook + "/deliveries")}};
  values_["/templates"] = {{"id", first_id(installation, "/templates?source=organization")}};
  values_["/users"] = {{"id", viewer_id(installation)}};
  make_components(installation);
  values_["/design-tokens"] = {{"number", "1"}, {"other", "2"}};
  values_["/jobs"] = {{"id", std::string(a_job)}};
  for (const std::string path : {"/form-submissions", "/assets", "/invitations", "/api-tokens", "/auth/api-tokens",
                                 "/auth/sessions", "/releases", "/environments"})
    values_[path] = {{"id", first_id(installation, path)}};
}

void OneOfEach::make_components(Installation& installation) {
  const auto promo = [](const std::string& name, const std::string& version) {
    return R"("definition":{"name":")" + name + R"(","display_name":")" +
           (name == "promo" ? "Quillfeather" : "Banner") + R"(","category":"content","version":")" + version +
           R"("},"template":"<p class=\"pw-)" + name + R"(\">Open day</p>")";
  };
  expect(installation, As::editor, Method::post, "/components", "{" + promo("promo", "1.0.0") + "}", 201);
  expect(installation, As::editor, Method::post, "/components/promo/versions",
         "{" + promo("promo", "1.1.0") + R"(,"base":"1.0.0"})", 201);
  expect(installation, As::stranger, Method::post, "/components",
         "{" + promo("banner", "1.0.0") + R"(,"visibility":"public"})", 201);
  values_["/components"] = {{"name", "promo"}, {"version", "1.0.0"}};
  values_["/component-gallery"] = {{"id", first_id(installation, "/component-gallery")}};
}

const OneOfEach::Values& OneOfEach::values_for(std::string_view path) const {
  static const Values none;
  for (const auto& [beginning, values] : values_)
    if (path.starts_with(beginning)) return values;
  return none;
}

std::string OneOfEach::path(const http::Route& route) const {
  const std::string path = without_base(route);
  if (route.operation == "search") return path + "?q=quillfeather";
  return filled(path, values_for(path));
}

std::string OneOfEach::path_to_nothing(const http::Route& route) const {
  return path_with(route, nothing);
}

std::string OneOfEach::path_with(const http::Route& route, std::string_view name) const {
  std::string path = without_base(route);
  const auto first = path.find("/:");
  if (first == std::string::npos) return path;
  path.replace(first + 1, path.find('/', first + 1) - first - 1, name);
  return filled(path, values_for(path));
}

std::string OneOfEach::example_body(const http::Route& route) {
  const api::Operation* operation = api::Description::of_program().find(route.operation);
  const json::Value* example = operation == nullptr ? nullptr : operation->source.if_contains("example");
  return example == nullptr ? std::string() : json::serialize(*example);
}

}  // namespace pagewright::scenarios
