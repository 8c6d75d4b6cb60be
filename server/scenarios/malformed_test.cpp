// Requests and messages from programs that are broken or hostile: refused, never a fault of the server, and without any
// trace in what is stored.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

using namespace std::string_literals;

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

// What is no JSON.
std::vector<std::string> broken_texts() {
  return {"{"s,
          "\0"s,
          "{}\0"s,
          "{\"name\":\"a\0b\"}"s,
          "{\"name\":\"a\"} x"s,
          "{'name':'a'}"s,
          "\xEF\xBB\xBF{\"name\":\"a\"}"s,
          "{\"name\":\"\xFF\"}"s,
          "{\"name\":\"\xC0\x80\"}"s,
          "{\"name\":\"\xED\xA0\x80\"}"s,
          "{\"name\":\"\xE2\x82\"}"s,
          "{\"\xFF\":1}"s,
          R"({"name":"\ud800"})"s,
          R"({"name":"\udc00x"})"s,
          R"({"name":1e400})"s,
          R"({"name":01})"s,
          repeated("[", 100'000),
          repeated("{\"structure\":", 100'000),
          R"({"name":"a","structure":{"components":)" + repeated("[", 5000) + repeated("]", 5000) + "}}"};
}

// What is JSON, and nothing that anybody asked for.
std::vector<std::string> unexpected_values() {
  return {"null",
          "true",
          "7",
          "-0",
          "1e308",
          "18446744073709551616",
          "\"text\"",
          "\"\\u0000\"",
          "[]",
          "[[]]",
          "{}",
          R"({"":null,"\u0000":1,"id":{},"ids":7})",
          repeated("[", 300) + repeated("]", 300),
          "\"" + std::string(1'000'000, 'x') + "\""};
}

// Every route that takes a body, its parameters filled in.
std::vector<std::pair<http::Method, std::string>> routes_with_bodies(Installation& installation,
                                                                     const std::string& page) {
  std::vector<std::pair<http::Method, std::string>> found;
  for (const http::Route& route : installation.application().routes()) {
    if (route.method != http::Method::post && route.method != http::Method::put && route.method != http::Method::patch)
      continue;
    constexpr std::string_view prefix = "/api/v1";
    if (!route.pattern.starts_with(prefix) || route.body == http::BodyType::bytes) continue;
    std::string path;
    for (std::size_t at = prefix.size(); at < route.pattern.size();) {
      const auto end = std::min(route.pattern.find('/', at + 1), route.pattern.size());
      const std::string segment = route.pattern.substr(at, end - at);
      path += segment.starts_with("/:") ? "/" + (segment == "/:id" ? page : "1"s) : segment;
      at = end;
    }
    found.emplace_back(route.method, path);
  }
  return found;
}

TEST(MalformedRequests, AreRefusedOnEveryRoute) {
  Installation installation;
  const std::string page = installation.create_page("Page", two_headings);
  const auto routes = routes_with_bodies(installation, page);
  ASSERT_GT(routes.size(), 8U);
  for (const auto& [method, path] : routes) {
    for (const std::string& body : broken_texts()) {
      const Answer answer = installation.request(As::admin, method, path, body);
      // 404 and 403 may come first, where there is no such thing or not for admins.
      EXPECT_TRUE(answer.status == 400 || answer.status == 404 || answer.status == 403)
          << path << " " << answer.status << " " << body.substr(0, 60);
      EXPECT_TRUE(json::parse(answer.body)) << answer.body;
    }
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 1);
}

TEST(MalformedRequests, OfWrongTypesAreNoFaultOfTheServer) {
  Installation installation;
  const std::string page = installation.create_page("Page", two_headings);
  for (const auto& [method, path] : routes_with_bodies(installation, page)) {
    if (path == "/auth/logout") continue;
    std::vector<std::string> members = {"name",       "slug",   "description", "metadata",    "structure", "layout",
                                        "templateId", "tokens", "email",       "password",    "role",      "base",
                                        "message",    "label",  "version",     "environment", "operations"};
    for (const std::string& value : unexpected_values()) {
      std::vector<std::string> bodies = {value};
      if (value.size() < 1000)
        for (const std::string& member : members) bodies.push_back(R"({"name":"a",")" + member + "\":" + value + "}");
      for (const std::string& body : bodies) {
        const Answer answer = installation.request(As::admin, method, path, body);
        EXPECT_LT(answer.status, 500U) << path << " " << body.substr(0, 80) << answer.body;
        if (!answer.body.empty()) EXPECT_TRUE(json::parse(answer.body, 1000)) << answer.body.substr(0, 200);
      }
    }
  }
}

TEST(MalformedRequests, DocumentsAreRefusedAtTheirPlace) {
  Installation installation;
  const std::string page = installation.create_page("Page", two_headings);
  const std::string before = installation.get(As::viewer, "/pages/" + page).body;
  const auto refused = [&](const std::string& members, const std::string& path) {
    for (const http::Method method : {http::Method::post, http::Method::put}) {
      const Answer answer =
          installation.request(As::editor, method, method == http::Method::post ? "/pages" : "/pages/" + page,
                               R"({"name":"a",)" + members + "}");
      EXPECT_EQ(answer.status, 422U) << members.substr(0, 80) << answer.body.substr(0, 200);
      EXPECT_NE(answer.body.find("\"path\":\"" + path), std::string::npos) << answer.body.substr(0, 300);
      EXPECT_TRUE(json::parse(answer.body));
    }
  };
  const std::string heading = R"({"id":"x","component":"heading"})";
  refused(R"("structure":{"components":[)" + heading + "," + heading + "]}", "/structure/components/1/id");
  refused(R"("structure":{"components":[{"id":"s","component":"section","children":{"content":[)" + heading + "," +
              heading + "]}}]}",
          "/structure/components/0/children/content/1/id");
  refused(R"("structure":{"components":[{"id":"a\u0000","component":"heading"}]})", "/structure/components/0/id");
  refused(R"("structure":{"components":[{"id":"a","component":"head\u0000ing"}]})",
          "/structure/components/0/component");
  refused(R"("structure":{"components":[{"id":"a","component":"heading","props":{"te\u0000xt":"a"}}]})",
          "/structure/components/0/props/te\\u0000xt");
  refused(R"("structure":{"components":[{"id":"a","component":"heading","props":{"text":)" + repeated("[", 280) +
              repeated("]", 280) + "}}]}",
          "/structure/components/0/props/text");
  refused(R"("structure":{"components":[{"id":"a","component":"heading","props":{"text":")" +
              std::string(10'000'000, 'x') + "\"}}]}",
          "/structure/components/0/props/text");
  refused(R"("layout":{"other":)" + repeated("[", 100) + repeated("]", 100) + "}", "/layout/other");
  refused(R"("layout":{"other":")" + std::string(10'000'000, 'x') + "\"}", "/layout/other");
  std::string settings;
  for (int i = 0; i < 300'000; ++i) settings += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
  refused("\"layout\":{" + settings + "}", "/layout");
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + page).body, before);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 1);
}

TEST(MalformedRequests, UnusualCharactersAreKept) {
  Installation installation;
  const std::string page = installation.create_page(
      "Page",
      R"("structure":{"components":[{"id":"h","component":"heading","props":{"text":"a\u0000\u2028\ud83d\ude00\uffff<"}}]},"layout":{"title":"\u0000","other":["\u0000"]})");
  const Answer answer = installation.get(As::viewer, "/pages/" + page);
  EXPECT_NE(answer.body.find("a\\u0000\xE2\x80\xA8😀\xEF\xBF\xBF<"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find(R"("other":["\u0000"])"), std::string::npos) << answer.body;
}

TEST(MalformedMessages, EndTheConversationOrAreRefused) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  for (const std::string& message : broken_texts()) {
    const auto nobody = editors.connect();
    nobody->client_sends(message);
    EXPECT_EQ(type_of(nobody->client_receives()), "error") << message.substr(0, 60);
    EXPECT_NE(nobody->close_code(), 0) << message.substr(0, 60);

    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    ASSERT_EQ(type_of(ada->client_receives()), "welcome");
    ada->client_sends(message);
    EXPECT_EQ(type_of(ada->client_receives()), "error") << message.substr(0, 60);
    EXPECT_EQ(ada->close_code(), 1008) << message.substr(0, 60);
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), 0);
}

TEST(MalformedMessages, OperationsAreRefusedAndTheConversationGoesOn) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  const auto eve = editors.connect({.page_id = id, .client_id = "eve"});
  ASSERT_EQ(type_of(eve->client_receives()), "welcome");
  int counter = 0;
  const auto refused = [&](const std::string& operation) {
    ada->client_sends(submit("ada-" + std::to_string(++counter), operation));
    const json::Value answer = ada->client_receives();
    EXPECT_EQ(type_of(answer), "refuse") << operation.substr(0, 100) << json::serialize(answer);
  };
  for (const std::string& value : unexpected_values()) {
    refused(value);
    refused(R"({"type":)" + value + "}");
    if (value != "\"text\"") refused(R"({"type":"remove_node","id":)" + value + "}");  // an id, of no node
    refused(R"({"type":"set_prop","id":"h1","key":"text","value":)" +
            (value[0] == '"' ? repeated("[", 200) + repeated("]", 200) : value) + "}");
    refused(R"({"type":"insert_node","place":{"parent":null,"slot":"components","rank":"V"},"node":)" + value + "}");
    refused(R"({"type":"move_node","id":"h1","place":)" + value + "}");
  }
  refused(R"({"type":"set_page","key":"other","value":)" + repeated("[", 200) + repeated("]", 200) + "}");
  refused(R"({"type":"set_prop","id":"h1","key":"text","value":")" + std::string(3'000'000, 'x') + "\"}");
  // The label is cut between characters: what the others get is text.
  ada->client_sends(R"({"type":"submit","transaction":{"id":"ada-)" + std::to_string(++counter) + R"(","label":")" +
                    std::string(199, 'x') + R"(€","operations":[)" + set_text("h1", "New") + "]}}");
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");
  const json::Value news = eve->client_receives();
  EXPECT_EQ(type_of(news), "transaction");
  EXPECT_EQ(json::find_string(news, "label"), std::string(199, 'x'));
}

}  // namespace
}  // namespace pagewright::scenarios
