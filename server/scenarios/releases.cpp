#include "server/scenarios/releases.hpp"

#include <gtest/gtest.h>

#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {

std::string environment(Installation& installation, Environment which) {
  const auto environments = installation.get(As::admin, "/environments").json();
  return std::string(json::find_string(json::find(environments, "items")->get_array()[which], "id").value());
}

std::string publish(Installation& installation, const std::string& page_id, Environment which) {
  const Answer answer = installation.post(As::admin, "/pages/" + page_id + "/publish",
                                          R"({"environmentId":")" + environment(installation, which) + "\"}");
  EXPECT_EQ(answer.status, 200U) << answer.body;
  const auto body = answer.json();
  return std::string(json::find_string(*json::find(body, "release"), "id").value_or(""));
}

std::string content(const std::string& text) {
  return R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})";
}

void write(Installation& installation, const std::string& page_id, const std::string& text) {
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page_id, "{" + content(text) + "}").status, 200U);
}

std::string seen(Installation& installation, const std::string& path) {
  const auto snapshot = installation.sites().current();
  const auto found = snapshot->artifacts().find(path);
  return found == snapshot->artifacts().end() ? std::string() : found->second->body;
}

bool shows(Installation& installation, const std::string& path, const std::string& text) {
  return seen(installation, path).find(text) != std::string::npos;
}

Answer roll_back(Installation& installation, const std::string& release, const std::string& body) {
  return installation.post(As::admin, "/releases/" + release + "/rollback", body);
}

}  // namespace pagewright::scenarios
