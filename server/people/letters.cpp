#include "server/people/letters.hpp"

namespace pagewright::people {
namespace {

// Names are what people typed: in a letter they must not look like a paragraph, or a link, of ours.
std::string one_line(std::string_view name) {
  std::string line;
  for (const char letter : name) line += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
  for (std::size_t at = line.find("://"); at != std::string::npos; at = line.find("://")) line.replace(at, 3, " ");
  return line;
}

}  // namespace

mail::Message invitation_letter(const InvitationLetter& letter) {
  const std::string organization = one_line(letter.organization);
  return {.to = letter.to,
          .subject = "You are invited to " + organization,
          .text = one_line(letter.inviter) + " invites you to work on the pages of " + organization +
                  ".\n\nAccept the invitation here, within seven days:\n" + letter.link +
                  "\n\nIf you did not expect this, ignore it: nothing happens.\n"};
}

mail::Message password_letter(const std::string& to, const std::string& name, const std::string& link) {
  return {.to = to,
          .subject = "A new password for Pagewright",
          .text = "Hello " + one_line(name) + ",\n\nchoose a new password here, within an hour:\n" + link +
                  "\n\nThe link works once. If you did not ask for it, ignore it: your password stays as it is.\n"};
}

mail::Message new_address_letter(const std::string& to, const std::string& name) {
  return {.to = to,
          .subject = "Your e-mail address in Pagewright was changed",
          .text = "Hello " + one_line(name) +
                  ",\n\nfrom now on you sign in with another e-mail address than this one.\n\nIf it was not you who "
                  "changed it, tell an administrator of your organisation.\n"};
}

}  // namespace pagewright::people
