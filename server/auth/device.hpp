// Where somebody is signed in, in words that they recognise and that say no more than needed.
#pragma once

#include <string>
#include <string_view>

namespace pagewright::auth {

// "Firefox on Linux", from a browser's User-Agent; "Unknown device" where it tells nothing.
[[nodiscard]] std::string device_name(std::string_view user_agent);

// The network that an address belongs to: "192.0.2.0/24", "2001:db8:1::/48"; as it is where it is no address.
[[nodiscard]] std::string network_of(std::string_view address);

}  // namespace pagewright::auth
