#include "server/scenarios/webhooks.hpp"

#include <gtest/gtest.h>

#include "server/webhooks/signature.hpp"

namespace pagewright::scenarios {

Installation::Options reaching_anywhere() {
  return {.webhooks = {.reach = outgoing::Reach::anywhere}};
}

MadeWebhook make_webhook(Installation& installation, const std::string& url, const std::string& events, As caller) {
  const Answer answer = installation.post(caller, "/webhooks", R"({"url":")" + url + R"(","events":)" + events + "}");
  EXPECT_EQ(answer.status, 201U) << answer.body;
  const json::Value body = answer.json();
  return {.id = std::string(json::find_string(*json::find(body, "webhook"), "id").value_or("")),
          .secret = answer.text("secret")};
}

std::string first_delivery(Installation& installation, const MadeWebhook& made, const std::string& query) {
  const auto list = installation.get(As::admin, made.path() + "/deliveries" + query).json();
  const auto& items = json::find(list, "items")->get_array();
  return items.empty() ? "" : std::string(json::find_string(items[0], "id").value_or(""));
}

void expect_signed(const outgoing::HttpReceiver::Request& request, const std::string& secret) {
  const auto seconds = std::stoll("0" + request.header("webhook-timestamp"));
  EXPECT_EQ(request.header("webhook-signature"),
            webhooks::sign(secret, request.header("webhook-id"), seconds, request.body));
}

}  // namespace pagewright::scenarios
