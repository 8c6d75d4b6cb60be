// Where people may send the server: the rules for a URL, before anything is sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pagewright::outgoing {

// What may be reached: only the public Internet, or this machine and the networks around it as well.
enum class Reach : std::uint8_t { public_only, anywhere };

// What is wrong with `url` as a target, as the end of a sentence that begins with "it"; nothing where it may be tried.
// A URL is http or https, without user and password, at most 2000 bytes long; with public_only on port 80, 443 or from
// 1024 on, and no literal private address. What a name stands for is only known when it is connected to.
[[nodiscard]] std::optional<std::string> fault_of_url(std::string_view url, Reach reach);

}  // namespace pagewright::outgoing
