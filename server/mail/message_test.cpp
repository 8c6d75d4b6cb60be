#include "server/mail/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/base/base64.hpp"

namespace pagewright::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

const Sender sender{.name = "Riverside", .address = "no-reply@riverside.example"};
constexpr Milliseconds time = 1'764'066'665'123;  // 2025-11-25T10:31:05.123Z

// What a receiver reads in the header of that name, with encoded words decoded.
std::string header(const std::string& mail, const std::string& name) {
  const auto at = mail.find(name + ": ");
  if (at == std::string::npos) return {};
  std::size_t from = at + name.size() + 2;
  std::string text;
  for (;;) {
    const auto end = mail.find("\r\n", from);
    text += mail.substr(from, end - from);
    if (mail[end + 2] != ' ') return text;
    from = end + 3;
  }
}
std::string decoded(std::string words) {
  std::string text;
  constexpr std::string_view begin = "=?UTF-8?B?";
  while (words.starts_with(begin)) {
    const auto end = words.find("?=");
    text += decode_base64(words.substr(begin.size(), end - begin.size())).value();
    words.erase(0, end + 2);
  }
  return text + words;
}

TEST(Messages, HaveTheirHeaders) {
  const auto mail = compose({.to = "ada@example.org", .subject = "Hello", .text = "Hi Ada"}, sender, "id-1", time);
  EXPECT_EQ(header(mail, "From"), "\"Riverside\" <no-reply@riverside.example>");
  EXPECT_EQ(header(mail, "To"), "ada@example.org");
  EXPECT_EQ(header(mail, "Subject"), "Hello");
  EXPECT_EQ(header(mail, "Date"), "Tue, 25 Nov 2025 10:31:05 +0000");
  EXPECT_EQ(header(mail, "Message-ID"), "<id-1@riverside.example>");
  EXPECT_EQ(header(mail, "Content-Type"), "text/plain; charset=utf-8");
  EXPECT_THAT(mail, HasSubstr("\r\n\r\n" + base64("Hi Ada") + "\r\n"));
}

TEST(Messages, CarryAnyTextWhole) {
  const std::string subject = "Grüße aus der Schule: 日本語 😀 und noch viel mehr, damit es länger als eine Zeile wird";
  const auto mail = compose({.to = "ada@example.org", .subject = subject, .text = "x"}, sender, "id", time);
  EXPECT_EQ(decoded(header(mail, "Subject")), subject);
  for (std::size_t from = 0; from < mail.size();) {
    const auto end = mail.find("\r\n", from);
    EXPECT_LE(end - from, 76U);
    from = end + 2;
  }
}

TEST(Messages, LetNobodyAddHeaders) {
  for (const std::string& evil :
       {std::string("x\r\nBcc: victim@example.org"), std::string("x\nBcc: victim@example.org"),
        std::string("x\rBcc: victim@example.org"), std::string("x\0y", 3), std::string("=?UTF-8?B?QmNj?=")}) {
    const auto mail = compose({.to = "ada@example.org", .subject = evil, .text = evil, .html = evil},
                              {.name = evil, .address = sender.address}, "id", time);
    EXPECT_THAT(mail, Not(HasSubstr("Bcc: victim")));
    EXPECT_EQ(decoded(header(mail, "Subject")), evil);
    for (std::size_t at = mail.find('\n'); at != std::string::npos; at = mail.find('\n', at + 1))
      EXPECT_EQ(mail[at - 1], '\r');
  }
}

TEST(Messages, HaveTwoFormsWhereThereIsHtml) {
  const auto mail =
      compose({.to = "a@example.org", .subject = "S", .text = "plain", .html = "<p>rich"}, sender, "7", time);
  EXPECT_EQ(header(mail, "Content-Type"), "multipart/alternative; boundary=\"pagewright-7\"");
  EXPECT_THAT(mail,
              HasSubstr("text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64("plain")));
  EXPECT_THAT(mail,
              HasSubstr("text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64("<p>rich")));
  EXPECT_THAT(mail, testing::EndsWith("--pagewright-7--\r\n"));
}

TEST(Addresses, AreOnlyWhatCanBeWrittenAsItIs) {
  for (const std::string_view text :
       {"ada@example.org", "a@b", "first.last+tag@sub.example.org", "o'brien@example.org"})
    EXPECT_TRUE(is_address(text)) << text;
  for (const std::string& text :
       {std::string(), std::string("ada"), std::string("@example.org"), std::string("ada@"), std::string("a@b@c"),
        std::string("ada @example.org"), std::string("ada@example.org\r\nBcc: x@example.org"),
        std::string("ada@example.org>"), std::string("<ada@example.org"), std::string("ada@example.org,b@example.org"),
        std::string("\"ada\"@example.org"), std::string("ädä@example.org"), std::string("a\0@example.org", 14),
        std::string("ada@.example"), std::string("ada@example..org"), std::string("ada@example."),
        std::string("-oQ@example.org"), "a@" + std::string(300, 'b')})
    EXPECT_FALSE(is_address(text)) << text;
}

TEST(Senders, AreAnAddressWithOrWithoutAName) {
  EXPECT_EQ(Sender::parse("a@example.org")->address, "a@example.org");
  EXPECT_EQ(Sender::parse("Ada <a@example.org>")->name, "Ada");
  EXPECT_EQ(Sender::parse("\"Ada, Countess\" <a@example.org>")->name, "Ada, Countess");
  for (const std::string_view text : {"", "Ada", "Ada <a>", "Ada <a@example.org", "<>", "a@example.org b@example.org"})
    EXPECT_FALSE(Sender::parse(text)) << text;
}

}  // namespace
}  // namespace pagewright::mail
