// Sending to a real mail server, small as it is.
#include "server/mail/mailer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/base/base64.hpp"
#include "server/jobs/run_to_end.hpp"
#include "server/mail/smtp_receiver.hpp"

namespace pagewright::mail {
namespace {

using background::Attempt;
using background::Failure;
using testing::HasSubstr;
using testing::StartsWith;

const std::string payload = R"({"to":"ada@example.org","subject":"Grüße","text":".\nHi","html":""})";

Attempt send(const Settings& settings, const std::string& message = payload) {
  background::Kinds kinds;
  const Mailer mailer(settings, kinds);
  const background::Job job{.id = "job-1", .kind = "mail.send", .payload = message, .attempt = 1, .max_attempts = 8};
  return run_to_end(kinds.find("mail.send")->attempt(job));
}

TEST(Mailer, DeliversAMessage) {
  SmtpReceiver receiver;
  const auto sent = send({.smtp_url = receiver.url(), .from = "School <no-reply@school.example>"});
  ASSERT_TRUE(sent) << sent.error().reason;
  const auto envelopes = receiver.take();
  ASSERT_EQ(envelopes.size(), 1U);
  EXPECT_EQ(envelopes[0].from, "no-reply@school.example");
  EXPECT_EQ(envelopes[0].to, "ada@example.org");
  EXPECT_EQ(envelopes[0].login, "");
  EXPECT_THAT(envelopes[0].mail, StartsWith("From: \"School\" <no-reply@school.example>\r\nTo: ada@example.org\r\n"));
  EXPECT_THAT(envelopes[0].mail, HasSubstr("Message-ID: <job-1@school.example>\r\n"));
  EXPECT_THAT(envelopes[0].mail, HasSubstr("\r\n\r\n" + base64(".\nHi") + "\r\n"));
}

TEST(Mailer, SignsIn) {
  SmtpReceiver receiver;
  const auto sent = send({.smtp_url = receiver.url("user%40x:pass%2Fword@"), .from = "a@school.example"});
  ASSERT_TRUE(sent) << sent.error().reason;
  EXPECT_EQ(decode_base64(receiver.take().at(0).login), std::string("\0user@x\0pass/word", 17));
}

TEST(Mailer, SendsAPasswordOverTheNetworkEncryptedOrNotAtAll) {
  SmtpReceiver receiver;
  background::Kinds kinds;
  // The receiver offers no STARTTLS. Its other name: this machine, which it is not known to be.
  const std::string url = "smtp://user:secret@0:" + receiver.url().substr(receiver.url().rfind(':') + 1);
  const auto sent = send({.smtp_url = url, .from = "a@school.example"});
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().then, Failure::Then::try_again);
  EXPECT_TRUE(receiver.take().empty());
}

TEST(Mailer, TriesAgainWhatMayWorkLater) {
  SmtpReceiver receiver;
  const Settings settings{.smtp_url = receiver.url(), .from = "a@school.example"};
  receiver.answer("RCPT", "451 Greylisted, come back later");
  const auto greylisted = send(settings);
  ASSERT_FALSE(greylisted);
  EXPECT_EQ(greylisted.error().then, Failure::Then::try_again);
  EXPECT_THAT(greylisted.error().reason, HasSubstr("451"));
  receiver.answer("AUTH", "535 Wrong password");
  const auto locked_out = send({.smtp_url = receiver.url("u:p@"), .from = "a@school.example"});
  ASSERT_FALSE(locked_out);
  EXPECT_EQ(locked_out.error().then, Failure::Then::try_again);
  const auto nobody = send({.smtp_url = "smtp://127.0.0.1:1", .from = "a@school.example"});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().then, Failure::Then::try_again);
  EXPECT_TRUE(receiver.take().empty());
}

TEST(Mailer, GivesUpWhatWillNeverWork) {
  SmtpReceiver receiver;
  const Settings settings{.smtp_url = receiver.url(), .from = "a@school.example"};
  for (const std::string command : {"DATA", "RCPT"}) {
    receiver.answer(command, "550 No such user here");
    const auto refused = send(settings);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().then, Failure::Then::give_up) << command;
    EXPECT_THAT(refused.error().reason, HasSubstr("550")) << command;
  }
  EXPECT_TRUE(receiver.take().empty());
  const auto unreadable = send(settings, R"({"to":"ada@example.org\r\nBcc: x@example.org"})");
  ASSERT_FALSE(unreadable);
  EXPECT_EQ(unreadable.error().then, Failure::Then::give_up);
}

TEST(Mailer, KnowsWhetherItCanSend) {
  background::Kinds kinds;
  EXPECT_FALSE(Mailer({}, kinds).is_configured());
  for (const Settings& wrong : {Settings{.smtp_url = "smtp://localhost"}, Settings{.from = "a@school.example"},
                                Settings{.smtp_url = "http://localhost", .from = "a@school.example"},
                                Settings{.smtp_url = "localhost:25", .from = "a@school.example"},
                                Settings{.smtp_url = "smtp://localhost", .from = "nobody"}}) {
    background::Kinds none;
    EXPECT_THROW(Mailer(wrong, none), std::runtime_error) << wrong.smtp_url << " " << wrong.from;
  }
}

}  // namespace
}  // namespace pagewright::mail
