// The e-mails that people get about their account.
#pragma once

#include "server/mail/message.hpp"

namespace pagewright::people {

struct InvitationLetter {
  std::string to;
  std::string inviter;       // a name
  std::string organization;  // a name
  std::string link;
};
[[nodiscard]] mail::Message invitation_letter(const InvitationLetter& letter);

[[nodiscard]] mail::Message password_letter(const std::string& to, const std::string& name, const std::string& link);

// To the address before, so that nobody loses an account without learning of it.
[[nodiscard]] mail::Message new_address_letter(const std::string& to, const std::string& name);

}  // namespace pagewright::people
