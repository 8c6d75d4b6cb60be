// An e-mail, and the bytes that it is sent as (RFC 5322, MIME).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/base/timestamp.hpp"

namespace pagewright::mail {

struct Message {
  std::string to;       // one address: "ada@example.org"
  std::string subject;  // one line
  std::string text;
  std::string html = {};  // the same for those who like it better; empty: none
};

// Who a message is from: "Riverside School <no-reply@riverside.example>", or the address alone.
struct Sender {
  std::string name;
  std::string address;

  // Nothing where the text is neither.
  [[nodiscard]] static std::optional<Sender> parse(std::string_view text);
};

// True for an address that can be written into a header and into SMTP as it is: ASCII, no white space, quotes or
// brackets, one @ with something on both sides, at most 254 bytes.
[[nodiscard]] bool is_address(std::string_view text);

// The whole message, with line ends as SMTP wants them. Nothing in `message` can add a header or end one: addresses
// are as is_address says, everything else is encoded. `id` makes the Message-ID: the same id, the same message.
[[nodiscard]] std::string compose(const Message& message, const Sender& sender, std::string_view id, Milliseconds now);

}  // namespace pagewright::mail
