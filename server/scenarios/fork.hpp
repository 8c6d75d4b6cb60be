// A page with a branch, for tests.
#pragma once

#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {

// A page of two headings with a branch "summer".
struct Fork {
  explicit Fork(Installation& used) : installation(used), id(used.create_page("Home", two_headings)) {
    const auto answer = installation.post(As::editor, page() + "/branches", R"({"name":"summer"})");
    EXPECT_EQ(answer.status, 201U) << answer.body;
  }

  [[nodiscard]] std::string page() const { return "/pages/" + id; }
  [[nodiscard]] std::string merge_of(const std::string& branch) const {
    return page() + "/branches/" + branch + "/merge";
  }
  // The texts of the headings become these.
  void write(const std::string& branch, const std::string& first, const std::string& second) const {
    const auto answer =
        installation.put(As::editor, page() + "?branch=" + branch,
                         R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + first +
                             R"("}},{"id":"h2","component":"heading","props":{"text":")" + second + R"("}}]}})");
    EXPECT_EQ(answer.status, 200U) << answer.body;
  }
  Answer merge(const std::string& from, const std::string& body = "{}") const {
    return installation.post(As::editor, merge_of(from), body);
  }
  // "One|Two"
  [[nodiscard]] std::string texts(const std::string& branch) const {
    const auto structure = *json::find(installation.get(As::viewer, page() + "?branch=" + branch).json(), "structure");
    std::string texts;
    for (const json::Value& node : json::find(structure, "components")->get_array()) {
      if (!texts.empty()) texts += '|';
      texts += json::find_string(*json::find(node, "props"), "text").value_or("-");
    }
    return texts;
  }
  [[nodiscard]] std::string version_id(const std::string& number) const {
    return installation.get(As::viewer, page() + "/versions/" + number).text("id");
  }

  Installation& installation;
  std::string id;
};

}  // namespace pagewright::scenarios
