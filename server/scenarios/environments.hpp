// Environments with pages, and what visitors see of them, for tests.
#pragma once

#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"
#include "server/sites/site_server.hpp"

namespace pagewright::scenarios {

class WithEnvironments : public testing::Test {
 protected:
  static std::string id_of(const Answer& answer) { return answer.text("id"); }

  std::string make(const std::string& body) {
    const Answer answer = installation.post(As::admin, "/environments", body);
    EXPECT_EQ(answer.status, 201U) << answer.body;
    return id_of(answer);
  }
  std::string production() { return standing(0); }
  std::string staging() { return standing(1); }
  Answer change(const std::string& id, const std::string& body) {
    return installation.request(As::admin, http::Method::patch, "/environments/" + id, body);
  }
  // A page that says `text`, released to the environment: its id.
  std::string publish(const std::string& environment, const std::string& name, const std::string& text) {
    const std::string id = installation.create_page(
        name, R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})");
    EXPECT_EQ(release(environment, id), 200U);
    return id;
  }
  unsigned release(const std::string& environment, const std::string& page) {
    return installation.post(As::admin, "/pages/" + page + "/publish", R"({"environmentId":")" + environment + "\"}")
        .status;
  }

  // What the sites listener answers.
  std::string see(std::string_view host, std::string_view path, std::string_view cookie = {}) {
    const sites::SiteServer server(installation.sites());
    const auto snapshot = installation.sites().current();
    const auto answer = server.answer({.method = "GET", .target = path, .host = host, .cookie = cookie}, *snapshot);
    return std::string(answer.head) + "\r\n" + std::string(answer.body);
  }
  bool shows(std::string_view host, std::string_view path, std::string_view text, std::string_view cookie = {}) {
    const std::string answer = see(host, path, cookie);
    return answer.starts_with("HTTP/1.1 200") && answer.find(text) != std::string::npos;
  }
  bool is_closed(std::string_view host, std::string_view path, std::string_view cookie = {}) {
    return see(host, path, cookie).starts_with("HTTP/1.1 403");
  }
  Answer enter(const std::string& path, const std::string& form, const std::string& host = "sites.example",
               const std::string& address = "192.0.2.7") {
    return installation.visit(http::Method::post, path, {{"Host", host}}, form, address);
  }
  static std::string cookie_of(const Answer& answer) {
    const auto cookie = answer.header("Set-Cookie");
    return std::string(cookie.substr(0, cookie.find(';')));
  }

  Installation installation;

 private:
  std::string standing(std::size_t index) {
    const auto list = installation.get(As::admin, "/environments").json();
    return std::string(json::find_string(json::find(list, "items")->get_array()[index], "id").value());
  }
};

}  // namespace pagewright::scenarios
