// Which network addresses the server may be sent to by what people type: those of the public Internet.
#pragma once

#include <sys/socket.h>

#include <string>
#include <string_view>

namespace pagewright::outgoing {

// True for an IPv4 or IPv6 address that belongs to the public Internet. False for private, loopback, link-local,
// multicast, carrier-grade NAT, unique-local, documentation and reserved ones; for those that carry an IPv4 address
// (mapped, compatible, NAT64, 6to4) it decides about that one; and for any other family.
// Source: the special-purpose address registries of IANA (RFC 6890 and what updates it).
[[nodiscard]] bool is_public(const sockaddr& address);

// The same for its text, "192.0.2.1" or "2001:db8::1"; false for what is none.
[[nodiscard]] bool is_public(std::string_view address);

// "192.0.2.1", "2001:db8::1"; "?" for another family.
[[nodiscard]] std::string to_text(const sockaddr& address);

}  // namespace pagewright::outgoing
