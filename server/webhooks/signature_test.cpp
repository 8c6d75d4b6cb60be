#include "server/webhooks/signature.hpp"

#include <gtest/gtest.h>

namespace pagewright::webhooks {
namespace {

// The example with which the libraries of Standard Webhooks test themselves.
TEST(WebhookSignature, IsThatOfStandardWebhooks) {
  EXPECT_EQ(sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                 R"({"test": 2432232314})"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookSignature, SecretsAreRandomAndOfTheRightForm) {
  const std::string secret = new_secret();
  EXPECT_EQ(secret.substr(0, 6), "whsec_");
  EXPECT_EQ(secret.size(), 6U + 44U);
  EXPECT_NE(secret, new_secret());
  EXPECT_NE(sign(secret, "a", 1, "b"), sign(secret, "a", 2, "b"));
  EXPECT_NE(sign(secret, "a", 1, "b"), sign(new_secret(), "a", 1, "b"));
}

}  // namespace
}  // namespace pagewright::webhooks
