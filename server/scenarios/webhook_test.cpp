// Webhooks: who manages them, what they are sent, and how it is signed.
#include <gtest/gtest.h>

#include "server/base/uuid.hpp"
#include "server/scenarios/people.hpp"
#include "server/scenarios/webhooks.hpp"
#include "server/webhooks/signature.hpp"

namespace pagewright::scenarios {
namespace {

using namespace std::chrono_literals;
using outgoing::HttpReceiver;

TEST(Webhooks, AreToldOfTheEventsTheyChose) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  receiver.answer_status(200, "Thank you\xFF");
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created","branch.*"])");
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
  make_webhook(installation, receiver.url(), R"(["page.*"])", As::stranger);
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

TEST(Webhooks, ArePingedAndSentAgain) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.deleted"])");
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
  const MadeWebhook other = make_webhook(installation, receiver.url(), R"(["page.deleted"])");
  check(installation, {.name = "by another webhook",
                       .caller = As::admin,
                       .path = other.path() + "/deliveries/" + delivery,
                       .status = 404});
}

TEST(Webhooks, ASecretThatWasReplacedSignsForADayMore) {
  Installation installation(reaching_anywhere());
  HttpReceiver receiver;
  const MadeWebhook made = make_webhook(installation, receiver.url(), R"(["page.created"])");
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

}  // namespace
}  // namespace pagewright::scenarios
