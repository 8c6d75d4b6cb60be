// Requests to a real receiver on this machine, which is just where they must not go unless it is allowed.
#include "server/outgoing/http_client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/jobs/run_to_end.hpp"
#include "server/outgoing/receiver.hpp"

namespace pagewright::outgoing {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

std::expected<Answer, NoAnswer> post(Reach reach, Post request) {
  HttpClient client(reach);
  return run_to_end(client.post(std::move(request)));
}

TEST(HttpClient, SendsAndReceives) {
  HttpReceiver receiver;
  receiver.answer_status(201, "thanks");
  const auto answer =
      post(Reach::anywhere, {.url = receiver.url("/a?b=c"), .headers = {"X-Kind: test"}, .body = "{\"x\":1}"});
  ASSERT_TRUE(answer) << answer.error().reason;
  EXPECT_EQ(answer->status, 201U);
  EXPECT_EQ(answer->body, "thanks");
  const auto requests = receiver.take();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_THAT(requests[0].head, testing::StartsWith("POST /a?b=c HTTP/1.1\r\n"));
  EXPECT_EQ(requests[0].header("X-Kind"), "test");
  EXPECT_EQ(requests[0].body, "{\"x\":1}");
}

TEST(HttpClient, NeverConnectsToThisMachineUnlessItIsAllowed) {
  HttpReceiver receiver;
  const std::string port = receiver.url("").substr(std::string_view("http://127.0.0.1").size());
  for (const std::string host :
       {"127.0.0.1", "127.1", "0x7f000001", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]"}) {
    const auto answer = post(Reach::public_only, {.url = "http://" + host + port + "/"});
    ASSERT_FALSE(answer) << host;
    EXPECT_THAT(answer.error().reason, HasSubstr("public Internet")) << host;
  }
  EXPECT_TRUE(receiver.take().empty());
}

TEST(HttpClient, DoesNotFollowRedirects) {
  HttpReceiver receiver;
  receiver.answer_with("HTTP/1.1 302 Found\r\nLocation: " + receiver.url("/secret") +
                       "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  const auto answer = post(Reach::anywhere, {.url = receiver.url()});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 302U);
  EXPECT_FALSE(answer->is_success());
  EXPECT_EQ(receiver.take().size(), 1U);
}

TEST(HttpClient, CutsLongAnswersOff) {
  HttpReceiver receiver;
  receiver.answer_status(200, std::string(1'000'000, 'x'));
  const auto answer = post(Reach::anywhere, {.url = receiver.url(), .most_answer_bytes = 100});
  ASSERT_TRUE(answer) << answer.error().reason;
  EXPECT_EQ(answer->body, std::string(100, 'x'));
}

TEST(HttpClient, WaitsNoLongerThanItShould) {
  Receiver receiver([](int connection) {
    Receiver::read_until(connection, [](const std::string&) { return false; });  // says nothing
  });
  const auto started = std::chrono::steady_clock::now();
  const auto answer =
      post(Reach::anywhere, {.url = "http://127.0.0.1:" + std::to_string(receiver.port()), .time_limit = 200ms});
  ASSERT_FALSE(answer);
  EXPECT_LT(std::chrono::steady_clock::now() - started, 3s);
}

TEST(HttpClient, StopsWhenItIsTold) {
  Receiver receiver([](int connection) { Receiver::read_until(connection, [](const std::string&) { return false; }); });
  HttpClient client(Reach::anywhere);
  std::jthread stopper([&] {
    std::this_thread::sleep_for(100ms);
    client.stop();
  });
  const auto answer =
      run_to_end(client.post({.url = "http://127.0.0.1:" + std::to_string(receiver.port()), .time_limit = 60s}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().reason, "The server stopped meanwhile.");
}

TEST(HttpClient, SaysWhyThereIsNoAnswer) {
  unsigned short port = 0;
  {
    Receiver gone([](int) {});
    port = gone.port();
  }
  const auto refused = post(Reach::anywhere, {.url = "http://127.0.0.1:" + std::to_string(port) + "/"});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().reason, HasSubstr("onnect"));
  const auto unknown = post(Reach::public_only, {.url = "https://does-not-exist.invalid/"});
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().reason, HasSubstr("resolve"));
}

}  // namespace
}  // namespace pagewright::outgoing
