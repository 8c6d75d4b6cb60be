// How a receiver knows that a message is ours: the scheme of Standard Webhooks (https://www.standardwebhooks.com).
#pragma once

#include <string>
#include <string_view>

#include "server/base/timestamp.hpp"

namespace pagewright::webhooks {

// "whsec_" and 32 random bytes as base64.
[[nodiscard]] std::string new_secret();

// "v1," and, as base64, the HMAC-SHA256 of "id.timestamp.body" with the bytes that the secret stands for.
[[nodiscard]] std::string sign(std::string_view secret, std::string_view id, std::int64_t timestamp_seconds,
                               std::string_view body);

}  // namespace pagewright::webhooks
