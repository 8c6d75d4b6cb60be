// Webhooks: who manages them, what they are sent, how it is signed, and what happens when nobody takes it.
#include <gtest/gtest.h>

#include "server/base/uuid.hpp"
#include "server/outgoing/receiver.hpp"
#include "server/scenarios/people.hpp"
#include "server/webhooks/signature.hpp"

namespace pagewright::scenarios {
namespace {

using namespace std::chrono_literals;
using outgoing::HttpReceiver;

Installation::Options reaching_anywhere() {
  return {.webhooks = {.reach = outgoing::Reach::anywhere}};
}

struct Made {
  std::string id;
  std::string secret;
  [[nodiscard]] std::string path() const { return "/webhooks/" + id; }
};

Made make(Installation& installation, const std::string& url, const std::string& events, As caller = As::admin) {
  const Answer answer = installation.post(caller, "/webhooks", R"({"url":")" + url + R"(","events":)" + events + "}");
  EXPECT_EQ(answer.status, 201U) << answer.body;
  const json::Value body = answer.json();
  return {.id = std::string(json::find_string(*json::find(body, "webhook"), "id").value_or("")),
          .secret = answer.text("secret")};
}

std::string first_delivery(Installation& installation, const Made& made, const std::string& query = "") {
  const auto list = installation.get(As::admin, made.path() + "/deliveries" + query).json();
  const auto& items = json::find(list, "items")->get_array();
  return items.empty() ? "" : std::string(json::find_string(items[0], "id").value_or(""));
}

void expect_signed(const HttpReceiver::Request& request, const std::string& secret) {
  const auto seconds = std::stoll("0" + request.header("webhook-timestamp"));
  EXPECT_EQ(request.header("webhook-signature"),
            webhooks::sign(secret, request.header("webhook-id"), seconds, request.body));
}

TEST(Webhooks, AreToldOfTheEventsTheyChose) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  receiver.answer_status(200, "Thank you\xFF");
  const Made made = make(installation, receiver.url(), R"(["page.created","branch.*"])");
  const std::string page = installation.create_page("Our <clinic>");
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + page).status, 204U);
  EXPECT_TRUE(receiver.take().empty());  // whoever changes something waits for nobody
  installation.work();
  const auto received = receiver.take();
  ASSERT_EQ(received.size(), 1U);
  const auto& request = received[0];
  EXPECT_EQ(request.head.substr(0, request.head.find("\r\n")), "POST /hook HTTP/1.1");
  EXPECT_EQ(request.header("Content-Type"), "application/json");
  expect_signed(request, made.secret);
  EXPECT_EQ(request.header("webhook-signature").find(' '), std::string::npos);
  const json::Value message = json::parse(request.body).value();
  EXPECT_EQ(json::find_string(message, "id"), request.header("webhook-id"));
  EXPECT_EQ(json::find_string(message, "type"), "page.created");
  EXPECT_EQ(json::find_string(message, "organizationId"),
            text_of(installation, "SELECT id FROM organisations WHERE slug <> 'elsewhere'"));
  EXPECT_TRUE(json::find_string(message, "occurredAt").has_value());
  EXPECT_EQ(json::find_string(*json::find(message, "data"), "id"), page);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL"), 0);

  const std::string delivery = first_delivery(installation, made);
  check(installation, {.name = "the log",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries",
                       .contains = {"\"total\":1", R"("state":"delivered")", R"("responseStatus":200)"},
                       .absent = {"Thank you"}});
  check(installation, {.name = "one of it",
                       .caller = As::admin,
                       .path = made.path() + "/deliveries/" + delivery,
                       .contains = {"Thank you\uFFFD", "Our <clinic>", R"("attempts":1)", R"("error":"")"},
                       .absent = {made.secret}});
}

TEST(Webhooks, HearNothingOfOtherOrganisationsAndOfTheTimeBeforeThem) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  installation.create_page("Before");
  make(installation, receiver.url(), R"(["page.*"])", As::stranger);
  installation.create_page("Ours");
  installation.work();
  EXPECT_TRUE(receiver.take().empty());
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM webhook_deliveries"), 0);
  EXPECT_EQ(installation.post(As::stranger, "/pages", R"({"name":"Theirs"})").status, 201U);
  installation.work();
  const auto received = receiver.take();
  ASSERT_EQ(received.size(), 1U);
  EXPECT_NE(received[0].body.find("Theirs"), std::string::npos);
}

TEST(Webhooks, AreManagedByAdministrators) {
  Installation installation;
  const std::string body = R"({"url":"https://example.org/hook","events":["*"],"description":"All"})";
  for (const As caller : {As::viewer, As::editor})
    check(installation, {.name = "others make none",
                         .caller = caller,
                         .method = http::Method::post,
                         .path = "/webhooks",
                         .body = body,
                         .status = 403});
  const Answer answer = installation.post(As::admin, "/webhooks", body);
  ASSERT_EQ(answer.status, 201U) << answer.body;
  const std::string secret = answer.text("secret");
  EXPECT_EQ(secret.substr(0, 6), "whsec_");
  EXPECT_EQ(installation.events(), std::vector<std::string>{"webhook.created"});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%whsec_%'"), 0);
  const json::Value whole = answer.json();
  const std::string path =
      "/webhooks/" + std::string(json::find_string(*json::find(whole, "webhook"), "id").value_or(""));

  check(installation, {.name = "the list",
                       .caller = As::admin,
                       .path = "/webhooks",
                       .contains = {"\"total\":1", "https://example.org/hook", "All"},
                       .absent = {secret, "whsec_"}});
  check(installation, {.name = "one",
                       .caller = As::admin,
                       .path = path,
                       .contains = {R"("isActive":true)", R"("events":["*"])"},
                       .absent = {"whsec_"}});
  check(installation, {.name = "change",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = path,
                       .body = R"({"events":["page.*"],"isActive":false})",
                       .contains = {R"("events":["page.*"])", R"("isActive":false)", "https://example.org/hook"},
                       .events = {"webhook.updated"}});
  check(installation, {.name = "no change",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = path,
                       .body = R"({"isActive":false})",
                       .contains = {R"("isActive":false)"}});
  check(installation, {.name = "a new secret",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = path + "/secret",
                       .contains = {"whsec_"},
                       .absent = {secret},
                       .events = {"webhook.secret_rotated"}});
  check(installation, {.name = "an inactive one is not pinged",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = path + "/ping",
                       .status = 409,
                       .contains = {"not active"}});
  for (const auto& [method, end] :
       {std::pair(http::Method::get, ""), std::pair(http::Method::patch, ""), std::pair(http::Method::delete_, ""),
        std::pair(http::Method::post, "/secret"), std::pair(http::Method::post, "/ping"),
        std::pair(http::Method::get, "/deliveries")})
    check(installation, {.name = "another organisation's",
                         .caller = As::stranger,
                         .method = method,
                         .path = path + end,
                         .body = method == http::Method::patch ? "{}" : "",
                         .status = 404,
                         .absent = {"example.org"}});
  check(installation, {.name = "delete",
                       .caller = As::admin,
                       .method = http::Method::delete_,
                       .path = path,
                       .status = 204,
                       .events = {"webhook.deleted"}});
  check(installation, {.name = "it is gone", .caller = As::admin, .path = path, .status = 404});
}

TEST(Webhooks, AreRefusedWithThePlaceOfTheFault) {
  Installation installation;
  const auto refused = [&](const std::string& body, const std::string& contains) {
    check(installation, {.name = body,
                         .caller = As::admin,
                         .method = http::Method::post,
                         .path = "/webhooks",
                         .body = body,
                         .status = 422,
                         .contains = {contains}});
  };
  refused(R"({"events":["*"]})", "/url");
  refused(R"({"url":"https://example.org"})", "/events");
  refused(R"({"url":"https://example.org","events":[]})", "/events");
  refused(R"({"url":"https://example.org","events":["*","Page.created"]})", "/events/1");
  refused(R"({"url":"https://example.org","events":["pa*"]})", "/events/0");
  refused(R"({"url":"https://example.org","events":[7]})", "/events/0");
  refused(R"({"url":"ftp://example.org","events":["*"]})", "/url");
  refused(R"({"url":"https://user:pass@example.org","events":["*"]})", "/url");
  for (const char* url : {"http://127.0.0.1/", "http://127.1:8080/", "http://0x7f000001/", "http://[::1]/",
                          "http://169.254.169.254/latest", "http://10.0.0.8/", "http://192.168.1.1/",
                          "http://[::ffff:10.0.0.1]/", "http://example.org:22/"})
    refused(R"({"events":["*"],"url":")" + std::string(url) + "\"}", "/url");
  refused(R"({"url":"https://example.org","events":["*"],"secret":"mine"})", "/secret");
  check(installation, {.name = "no such state",
                       .caller = As::admin,
                       .path = "/webhooks/" + new_uuid() + "/deliveries?state=lost",
                       .status = 400});
}

TEST(Webhooks, AreAtMostTwenty) {
  Installation installation;
  const std::string body = R"({"url":"https://example.org/hook","events":["page.*"]})";
  for (int i = 0; i < 20; ++i) ASSERT_EQ(installation.post(As::admin, "/webhooks", body).status, 201U);
  check(installation, {.name = "one more",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = "/webhooks",
                       .body = body,
                       .status = 409,
                       .contains = {"at most 20"}});
  check(installation, {.name = "a part of the list",
                       .caller = As::admin,
                       .path = "/webhooks?limit=3&offset=18",
                       .contains = {"\"total\":20", "\"offset\":18"}});
}

// A name can lead to a private address: it is looked at when the connection is made.
TEST(Webhooks, ReachNoPrivateAddressByAName) {
  Installation installation;
  HttpReceiver receiver;
  auto url = receiver.url();
  url.replace(url.find("127.0.0.1"), 9, "localhost");
  const Made made = make(installation, url, R"(["page.created"])");
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
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
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
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
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
  make(installation, receiver.url(), R"(["page.created"])");
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
  make(installation, receiver.url(), R"(["*"])");
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
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
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
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
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

TEST(Webhooks, ArePingedAndSentAgain) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const Made made = make(installation, receiver.url(), R"(["page.deleted"])");
  check(installation, {.name = "ping",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = made.path() + "/ping",
                       .status = 201,
                       .contains = {"webhook.ping", R"("state":"waiting")"},
                       .events = {"webhook.pinged"}});
  installation.work();
  const auto pinged = receiver.take();
  ASSERT_EQ(pinged.size(), 1U);
  expect_signed(pinged[0], made.secret);
  const std::string delivery = first_delivery(installation, made);
  const std::string again = made.path() + "/deliveries/" + delivery + "/redeliver";
  check(installation, {.name = "as another organisation",
                       .caller = As::stranger,
                       .method = http::Method::post,
                       .path = again,
                       .status = 404});
  check(installation, {.name = "again",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = again,
                       .status = 201,
                       .absent = {delivery},
                       .events = {"webhook.redelivered"}});
  installation.work();
  const auto repeated = receiver.take();
  ASSERT_EQ(repeated.size(), 1U);
  EXPECT_EQ(repeated[0].body, pinged[0].body);
  EXPECT_EQ(repeated[0].header("webhook-id"), pinged[0].header("webhook-id"));
  const Made other = make(installation, receiver.url(), R"(["page.deleted"])");
  check(installation, {.name = "by another webhook",
                       .caller = As::admin,
                       .path = other.path() + "/deliveries/" + delivery,
                       .status = 404});
}

TEST(Webhooks, TheLogIsFiltered) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const Made made = make(installation, receiver.url(), R"(["page.*"])");
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

TEST(Webhooks, ASecretThatWasReplacedSignsForADayMore) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
  const std::string secret = installation.post(As::admin, made.path() + "/secret").text("secret");
  installation.create_page("One");
  installation.work();
  const auto both = receiver.take();
  ASSERT_EQ(both.size(), 1U);
  const auto sign = [&](const HttpReceiver::Request& request, const std::string& with) {
    return webhooks::sign(with, request.header("webhook-id"), std::stoll(request.header("webhook-timestamp")),
                          request.body);
  };
  EXPECT_EQ(both[0].header("webhook-signature"), sign(both[0], secret) + " " + sign(both[0], made.secret));
  installation.pass(24h);
  installation.create_page("Two");
  installation.work();
  const auto one = receiver.take();
  ASSERT_EQ(one.size(), 1U);
  expect_signed(one[0], secret);
}

TEST(Webhooks, WhatWasSentIsForgottenAfterAMonth) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
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
  const Made made = make(installation, receiver.url(), R"(["page.created"])");
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
