// Host names that environments may have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright::environments {

// What is wrong with a host name, as a sentence's predicate; empty: nothing. It is lower-case already.
[[nodiscard]] std::string fault_of_host(std::string_view host);

// The host of a URL, lower-case and without the port.
[[nodiscard]] std::string host_of_url(std::string_view url);

// What is wrong with the address of an environment, as a sentence's predicate; empty: nothing.
[[nodiscard]] std::string fault_of_base_url(std::string_view url);

}  // namespace pagewright::environments
