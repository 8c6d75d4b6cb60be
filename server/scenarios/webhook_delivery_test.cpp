// What becomes of what webhooks are sent: where it may go, and what happens when nobody takes it.
#include <gtest/gtest.h>

#include "server/scenarios/webhooks.hpp"

namespace pagewright::scenarios {
namespace {

using namespace std::chrono_literals;
using outgoing::HttpReceiver;

// A name can lead to a private address: it is looked at when the connection is made.
TEST(Webhooks, ReachNoPrivateAddressByAName) {
  Installation installation;
  HttpReceiver receiver;
  auto url = receiver.url();
  url.replace(url.find("127.0.0.1"), 9, "localhost");
  const MadeWebhook made = make_webhook(installation, url, R"(["page.created"])");
  installation.create_page("Secret");
  installation.work();
  EXPECT_TRUE(receiver.take().empty());
  check(installation, {.name = "why",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries",
                       .contains = {R"("state":"waiting")", "not on the public Internet", R"("responseStatus":null)"}});
}

TEST(Webhooks, DoNotFollowRedirects) {
  Installation installation(reaching_anywhere());
  HttpReceiver target;
  HttpReceiver receiver;
  receiver.answer_with("HTTP/1.1 302 Found\r\nLocation: " + target.url() +
                       "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
  installation.create_page("Secret");
  installation.work();
  EXPECT_EQ(receiver.take().size(), 1U);
  EXPECT_TRUE(target.take().empty());
  check(installation, {.name = "why",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries",
                       .contains = {R"("responseStatus":302)", "redirects are not followed"}});
}

TEST(Webhooks, AreTriedAgainWithTheSameIdUntilTheyAreTaken) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  receiver.answer_status(503, "Later");
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
  installation.create_page("News");
  installation.work();
  const auto first = receiver.take();
  ASSERT_EQ(first.size(), 1U);
  check(installation, {.name = "waits",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries?state=waiting",
                       .contains = {"\"total\":1", "The address answered 503."}});
  check(installation, {.name = "fails",
                       .caller = As::admin,
                       .path = made.path(),
                       .contains = {R"("failingSince":"2)", R"("isActive":true)"}});
  installation.pass(4s);
  EXPECT_TRUE(receiver.take().empty());  // the first wait is 5 to 10 seconds
  receiver.answer_status(202);
  installation.pass(6s);
  const auto second = receiver.take();
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].body, first[0].body);
  EXPECT_EQ(second[0].header("webhook-id"), first[0].header("webhook-id"));
  EXPECT_NE(second[0].header("webhook-timestamp"), first[0].header("webhook-timestamp"));
  expect_signed(second[0], made.secret);
  check(installation, {.name = "arrived",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries?state=delivered",
                       .contains = {"\"total\":1", R"("attempts":2)", R"("error":"")"}});
  check(installation,
        {.name = "fails no more", .caller = As::admin, .path = made.path(), .contains = {R"("failingSince":null)"}});
}

TEST(Webhooks, SurviveACrashBetweenTheEventAndItsDelivery) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  make_webhook(installation, receiver.url(), R"(["page.created"])");
  installation.create_page("News");
  installation.restart_abruptly();
  installation.work();
  EXPECT_EQ(receiver.take().size(), 1U);
  installation.restart_abruptly();
  installation.work();
  EXPECT_TRUE(receiver.take().empty());
}

TEST(Webhooks, AnEventWithoutItsChangeIsNeverSent) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  make_webhook(installation, receiver.url(), R"(["*"])");
  installation.work();
  receiver.take();
  installation.refuse_inserts("pages");
  EXPECT_GE(installation.post(As::editor, "/pages", R"({"name":"Lost"})").status, 400U);
  installation.accept_inserts("pages");
  installation.work();
  EXPECT_TRUE(receiver.take().empty());
}

TEST(Webhooks, ThatAreGoneAreDisabledAtOnce) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  receiver.answer_status(410);
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
  installation.create_page("News");
  const auto before = installation.events().size();
  installation.work();
  EXPECT_EQ(receiver.take().size(), 1U);
  EXPECT_EQ(installation.events().size(), before + 1);
  EXPECT_EQ(installation.events().back(), "webhook.disabled");
  check(installation, {.name = "the reason",
                       .caller = As::admin,
                       .path = made.path(),
                       .contains = {R"("isActive":false)", "410 Gone"}});
  check(installation, {.name = "the delivery",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries",
                       .contains = {R"("state":"failed")"}});
  installation.create_page("More news");
  installation.pass(24h);
  EXPECT_TRUE(receiver.take().empty());
  receiver.answer_status(200);
  check(installation, {.name = "active again",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = made.path(),
                       .body = R"({"isActive":true})",
                       .contains = {R"("disabledReason":"")", R"("failingSince":null)"},
                       .events = {"webhook.updated"}});
  installation.create_page("Still more");
  installation.work();
  EXPECT_EQ(receiver.take().size(), 1U);  // and not what happened meanwhile
}

TEST(Webhooks, ThatFailForDaysAreDisabled) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  receiver.answer_status(500);
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
  installation.create_page("First");
  installation.work();
  for (int hours = 0; hours < 108; hours += 12) installation.pass(12h);
  // All attempts have failed, for less than five days.
  check(installation,
        {.name = "still active", .caller = As::admin, .path = made.path(), .contains = {R"("isActive":true)"}});
  check(installation, {.name = "given up",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries?state=failed",
                       .contains = {"\"total\":1", R"("attempts":10)"}});
  installation.create_page("Second");
  installation.work();
  for (int hours = 0; hours < 108; hours += 12) installation.pass(12h);
  check(installation, {.name = "disabled",
                       .caller = As::admin,
                       .path = made.path(),
                       .contains = {R"("isActive":false)", "No message has arrived since", "answered 500"}});
  EXPECT_EQ(installation.events().back(), "webhook.disabled");
}

TEST(Webhooks, TheLogIsFiltered) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.*"])");
  const std::string page = installation.create_page("One");
  installation.work();
  receiver.answer_status(500);
  installation.remove(As::admin, "/pages/" + page);
  installation.work();
  const auto total = [&](const std::string& query, int expected) {
    check(installation, {.name = query,
                         .caller = As::admin,
                         .path = made.path() + "/deliveries" + query,
                         .contains = {"\"total\":" + std::to_string(expected)}});
  };
  total("", 2);
  total("?event=page.created", 1);
  total("?event=page.*", 2);
  total("?event=branch.*", 0);
  total("?state=delivered", 1);
  total("?state=waiting&event=page.deleted", 1);
  total("?state=waiting&event=page.created", 0);
  const std::string waiting = first_delivery(installation, made, "?state=waiting");
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + waiting + "/cancel").status, 200U);
  total("?state=waiting", 0);
  total("?state=cancelled", 1);
}

TEST(Webhooks, WhatWasSentIsForgottenAfterAMonth) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
  installation.create_page("One");
  installation.work();
  installation.pass(24h * 29);
  EXPECT_FALSE(first_delivery(installation, made).empty());
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE type = 'page.created'"), 1);
  installation.pass(24h * 2);
  EXPECT_TRUE(first_delivery(installation, made).empty());
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE type = 'page.created'"), 0);
}

TEST(Webhooks, WhatWaitsForADeletedOneIsNotSent) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
  receiver.answer_status(500);
  installation.create_page("One");
  installation.work();
  receiver.take();
  EXPECT_EQ(installation.remove(As::admin, made.path()).status, 204U);
  installation.pass(10s);
  EXPECT_TRUE(receiver.take().empty());
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM jobs WHERE kind = 'webhook.deliver' AND state <> 'done'"), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
