// Webhooks, for tests.
#pragma once

#include "server/outgoing/receiver.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

// Of whose webhooks the receivers of tests, on this machine, can be reached.
[[nodiscard]] Installation::Options reaching_anywhere();

struct MadeWebhook {
  std::string id;
  std::string secret;
  [[nodiscard]] std::string path() const { return "/webhooks/" + id; }
};

MadeWebhook make_webhook(Installation& installation, const std::string& url, const std::string& events,
                         As caller = As::admin);

// The id of the newest one, of those that `query` asks for; empty where there is none.
[[nodiscard]] std::string first_delivery(Installation& installation, const MadeWebhook& made,
                                         const std::string& query = "");

void expect_signed(const outgoing::HttpReceiver::Request& request, const std::string& secret);

}  // namespace pagewright::scenarios
