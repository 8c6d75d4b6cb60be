// Requests over real connections: what is answered, and every limit.
#include "server/http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "server/http/connection.hpp"
#include "server/http/wire_client.hpp"
#include "server/logging/log.hpp"
#include "server/metrics/measurements.hpp"

namespace pagewright::http {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// Accepts the tokens "viewer", "editor" and "admin".
class NamedRoles final : public Authenticator {
 public:
  Task<Outcome<Caller>> authenticate(std::string token) override {
    const auto role = parse_role(token);
    if (!role) co_return std::unexpected(Problem::unauthenticated("The access token is not valid."));
    co_return Caller{.user_id = "u1", .organization_id = "o1", .name = "Ada", .email = "", .role = *role};
  }
};

Task<Outcome<Response>> hello(Request&) {
  co_return Response::text("hello");
}
Task<Outcome<Response>> fail(Request&) {
  throw std::runtime_error("secret cause");
}
Task<Outcome<Response>> who(Request& request) {
  co_return Response::text("[" + request.remote_address + "]");
}
Task<Outcome<Response>> echo(Request& request) {
  co_return Response::json(request.json, 201);
}

// Reads the body while it arrives, and refuses more than 300,000 bytes.
Task<Outcome<Response>> measure(Request& request) {
  constexpr std::size_t most = 300'000;
  const Problem too_large{.kind = ProblemKind::too_large, .title = {}, .detail = "Less, please."};
  if (request.arriving->announced_size().value_or(0) > most) co_return std::unexpected(too_large);
  std::size_t size = 0;
  std::size_t largest = 0;
  while (true) {
    const auto bytes = CO_TRY(co_await request.arriving->read());
    if (bytes.empty()) break;
    size += bytes.size();
    largest = std::max(largest, bytes.size());
    if (size > most) co_return std::unexpected(too_large);
  }
  co_return Response::text(std::to_string(size) + (largest > 64 * 1024 ? " at once" : " bytes"));
}

std::vector<Route> test_routes(ExecutorPool& pool) {
  const auto slow = [&pool](Request&) -> Task<Outcome<Response>> {
    co_await pool.run([] { std::this_thread::sleep_for(std::chrono::milliseconds(300)); });
    co_return Response::text("slow but done");
  };
  return {
      {Method::get, "/hello", Access::anyone, hello},
      {Method::get, "/fail", Access::anyone, fail},
      {Method::post, "/echo", Access::anyone, echo},
      {Method::post, "/notes", Access::editor, echo},
      {Method::get, "/slow", Access::anyone, slow},
      {Method::get, "/editors", Access::editor, hello},
      {Method::get, "/who", Access::anyone, who},
      {.method = Method::post,
       .pattern = "/upload",
       .access = Access::editor,
       .handler = measure,
       .body = BodyType::bytes},
  };
}

struct ServerTest : testing::Test {
  ServerTest() {
    server = std::make_unique<Server>(2);
    port = server
               ->listen(
                   "127.0.0.1", 0,
                   [this](auto socket, auto& shard) { start_connection(std::move(socket), shard, dispatcher, limits); })
               .value();
    server->run();
  }

  std::string ask(std::string_view request) const { return WireClient(port).ask(request); }
  std::string post(std::string_view type, std::string_view body) const {
    return ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: " + std::string(type) +
               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
  }

  ConnectionLimits limits{.header_bytes = 4096,
                          .body_bytes = 10'000,
                          .idle = std::chrono::seconds(2),
                          .header = std::chrono::seconds(1),
                          .body = std::chrono::seconds(1),
                          .piece = std::chrono::seconds(1),
                          .answer = std::chrono::seconds(5)};
  ExecutorPool pool{1};
  NamedRoles authenticator;
  Dispatcher dispatcher{Router(test_routes(pool)), authenticator, pool};
  std::unique_ptr<Server> server;
  unsigned short port = 0;
};

TEST_F(ServerTest, OnlyTheLastForwardedAddressIsBelieved) {
  const auto ask_who = [&](const std::string& headers) {
    return ask("GET /who HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
  };
  EXPECT_THAT(ask_who(""), HasSubstr("[127.0.0.1]"));
  EXPECT_THAT(ask_who("X-Forwarded-For: 192.0.2.7\r\n"), HasSubstr("[192.0.2.7]"));
  EXPECT_THAT(ask_who("X-Forwarded-For: 203.0.113.9, 192.0.2.7\r\n"), HasSubstr("[192.0.2.7]"));
  EXPECT_THAT(ask_who("X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 2001:db8::1\r\n"), HasSubstr("[2001:db8::1]"));
  EXPECT_THAT(ask_who("X-Forwarded-For: anything else\r\n"), HasSubstr("[127.0.0.1]"));
}

TEST_F(ServerTest, LogsWhatItRefuses) {
  testing::internal::CaptureStderr();
  log::start(log::Level::info);
  ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Large: " + std::string(5000, 'x') + "\r\n\r\n");
  ask("no\n{\"message\":\"forged\"}\r\n\r\n");
  log::flush_and_stop();
  const auto log = testing::internal::GetCapturedStderr();
  EXPECT_THAT(log, HasSubstr(R"("message":"request refused","request":")"));
  EXPECT_THAT(log, HasSubstr(R"("status":431,"reason":"The header may have at most 4 KiB.","client":"127.0.0.1"})"));
  EXPECT_THAT(log, HasSubstr(R"("status":400,"reason":"This is no HTTP/1.1 request.","client":"127.0.0.1"})"));
  EXPECT_THAT(log, Not(HasSubstr("forged")));
  metrics::Exposition out;
  metrics::measurements().requests.write(out);
  EXPECT_THAT(out.text(), HasSubstr(R"(_count{method="other",route="refused",status="4xx"} )"));
}

TEST_F(ServerTest, OtherOriginsOnlyRead) {
  const auto from = [&](const std::string& request, const std::string& headers) {
    return ask(request + " HTTP/1.1\r\nHost: here:1\r\nContent-Length: 0\r\n" + headers + "\r\n");
  };
  EXPECT_THAT(from("POST /echo", ""), StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(from("POST /echo", "Origin: http://here:1\r\n"), StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(from("POST /echo", "Origin: http://here:2\r\n"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(from("POST /echo", "Sec-Fetch-Site: same-site\r\n"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(from("GET /hello", "Origin: http://here:2\r\n"), StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerTest, AnswersWithTheHeadersThatKeepBrowsersSafe) {
  const auto answer = ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Request-Id: from-proxy-1\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nX-Request-Id: from-proxy-1\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Security-Policy: default-src 'none'"));
  EXPECT_THAT(answer, HasSubstr("\r\nDate: "));
  EXPECT_THAT(answer, testing::EndsWith("\r\n\r\nhello"));
}

TEST_F(ServerTest, ARequestIdIsTakenOverOnlyWhereItIsPlain) {
  for (const std::string& id : {std::string("a b"), std::string("a\"b"), std::string("a\xFF"), std::string(65, 'a')})
    EXPECT_THAT(ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + id + "\r\n\r\n"),
                Not(HasSubstr("X-Request-Id: " + id + "\r\n")));
}

TEST_F(ServerTest, ConnectionsAreKeptAndPipelined) {
  WireClient client(port);
  EXPECT_THAT(client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("hello"));
  client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto both = client.read_to_end();
  EXPECT_THAT(both, HasSubstr("200 OK"));
  EXPECT_THAT(both, HasSubstr("404 Not Found"));
  EXPECT_THAT(both, HasSubstr("Connection: close"));
}

TEST_F(ServerTest, HeadHasTheHeadersOfGetAndNoBody) {
  WireClient client(port);
  client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto answer = client.read_to_end();
  EXPECT_THAT(answer, HasSubstr("Content-Length: 5\r\n"));
  EXPECT_THAT(answer, Not(HasSubstr("hello")));
}

TEST_F(ServerTest, AnUnknownPathIsAProblemDocument) {
  const auto answer = ask("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 404 Not Found\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Type: application/problem+json\r\n"));
  EXPECT_THAT(answer, HasSubstr(R"("type":"https://pagewright.org/problems/not-found")"));
}

TEST_F(ServerTest, AWrongMethodNamesTheRightOnes) {
  const auto answer = ask("DELETE /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 Method Not Allowed\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nAllow: GET, HEAD, OPTIONS\r\n"));
  EXPECT_THAT(ask("OPTIONS /echo HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("Allow: POST, OPTIONS\r\n"));
}

TEST_F(ServerTest, ABodyIsParsedOrRefused) {
  EXPECT_THAT(post("application/json; charset=utf-8", R"({"a":[1,2]})"), HasSubstr(R"({"a":[1,2]})"));
  EXPECT_THAT(post("application/json", "{\"a\":"), StartsWith("HTTP/1.1 400 Bad Request"));
  EXPECT_THAT(post("text/plain", "{}"), StartsWith("HTTP/1.1 415 Unsupported Media Type"));
  EXPECT_THAT(post("application/jsonx", "{}"), StartsWith("HTTP/1.1 415"));
}

TEST_F(ServerTest, ABodyOverTheLimitIs413) {
  EXPECT_THAT(post("application/json", "\"" + std::string(20'000, 'x') + "\""),
              StartsWith("HTTP/1.1 413 Content Too Large"));
}

// What nobody answers for is not held in memory: a large body is read only of whom its route lets in.
TEST_F(ServerTest, ALargeBodyIsReadOfWhomTheRouteLetsIn) {
  limits.body_bytes = 1'000'000;
  const std::string large = "\"" + std::string(200'000, 'x') + "\"";
  const auto head = [](const std::string& target, const std::string& token, const std::string& more) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
           (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") + more + "\r\n\r\n";
  };
  const std::string announced = "Content-Length: " + std::to_string(large.size());
  // Nothing of the body is sent: the answer waits for none.
  for (const std::string& size : {announced, std::string("Transfer-Encoding: chunked")}) {
    EXPECT_THAT(ask(head("/nowhere", "editor", size)), StartsWith("HTTP/1.1 404"));
    EXPECT_THAT(ask(head("/hello", "editor", size)), StartsWith("HTTP/1.1 405"));
    EXPECT_THAT(ask(head("/notes", "", size)), StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(ask(head("/notes", "nobody", size)), StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(ask(head("/notes", "viewer", size)), StartsWith("HTTP/1.1 403"));
  }
  EXPECT_THAT(ask(head("/echo", "", announced)), AllOf(StartsWith("HTTP/1.1 413"), HasSubstr("at most 64 KiB")));
  EXPECT_THAT(ask(head("/notes", "editor", announced) + large), StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(ask(head("/notes", "editor", "Content-Length: 1000001")),
              AllOf(StartsWith("HTTP/1.1 413"), HasSubstr("The body may have at most")));
  EXPECT_THAT(ask("GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"), StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerTest, AChunkedBodyOverTheLimitIs413) {
  WireClient client(port);
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 12; ++i) client.send("3e8\r\n" + std::string(1000, ' ') + "\r\n");
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 413"));
}

std::string upload_head(std::size_t size, std::string_view headers = "Authorization: Bearer editor\r\n") {
  return "POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(size) + "\r\n" + std::string(headers) +
         "\r\n";
}

TEST_F(ServerTest, ABodyMayBeReadWhileItArrives) {
  WireClient client(port);
  client.send(upload_head(200'000) + std::string(100, 'x'));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  client.send(std::string(199'900, 'x'));
  EXPECT_THAT(client.read_answer(), testing::EndsWith("\r\n\r\n200000 bytes"));
  EXPECT_THAT(client.ask(upload_head(0) + "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"), testing::EndsWith("0 bytes"));
  EXPECT_THAT(client.read_answer(), testing::EndsWith("hello")) << "the connection goes on";

  client.send("POST /upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer editor\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 100; ++i) client.send("3e8\r\n" + std::string(1000, 'x') + "\r\n");
  EXPECT_THAT(client.ask("0\r\n\r\n"), testing::EndsWith("100000 bytes"));
  // What every browser sends with a body of JSON comes to the same route.
  EXPECT_THAT(client.ask(upload_head(2, "Authorization: Bearer editor\r\nContent-Type: application/json\r\n") + "{}"),
              testing::EndsWith("2 bytes"));
}

TEST_F(ServerTest, ABodyThatIsRefusedIsNotWaitedFor) {
  const auto refused = [&](const std::string& head, std::size_t sent) {
    WireClient client(port);
    client.send(head + std::string(sent, 'x'));
    const auto answer = client.read_answer();
    EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
    return answer;
  };
  EXPECT_THAT(refused(upload_head(100'000'000), 0), StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(refused(upload_head(100'000'000), 5'000'000), StartsWith("HTTP/1.1 413")) << "and is told to the sender";
  EXPECT_THAT(refused(upload_head(1000, ""), 0), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(refused(upload_head(1000, "Authorization: Bearer viewer\r\n"), 0), StartsWith("HTTP/1.1 403"));
  WireClient chunked(port);
  chunked.send(
      "POST /upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer editor\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 500; ++i) chunked.send("3e8\r\n" + std::string(1000, 'x') + "\r\n");
  EXPECT_THAT(chunked.read_answer(), StartsWith("HTTP/1.1 413"));
}

TEST_F(ServerTest, ASlowOrBrokenUploadIsTold) {
  WireClient slow(port);
  slow.send(upload_head(1000) + "x");
  EXPECT_THAT(slow.read_answer(), StartsWith("HTTP/1.1 408"));
  EXPECT_THAT(ask("POST /upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer editor\r\nTransfer-Encoding: "
                  "chunked\r\n\r\nno size\r\n"),
              StartsWith("HTTP/1.1 400"));
}

TEST_F(ServerTest, AnUploadIsAskedForOnlyWhereItIsTaken) {
  constexpr std::string_view expects = "Expect: 100-continue\r\n";
  WireClient taken(port);
  taken.send(upload_head(5, "Authorization: Bearer editor\r\n" + std::string(expects)));
  EXPECT_THAT(taken.read_answer(), StartsWith("HTTP/1.1 100 Continue"));
  EXPECT_THAT(taken.ask("hello"), testing::EndsWith("5 bytes"));
  EXPECT_THAT(ask(upload_head(5, expects)), StartsWith("HTTP/1.1 401")) << "before anything was sent";
  EXPECT_THAT(ask(upload_head(400'000, "Authorization: Bearer editor\r\n" + std::string(expects))),
              StartsWith("HTTP/1.1 413"));
}

TEST_F(ServerTest, AHeaderOverTheLimitIs431) {
  EXPECT_THAT(ask("GET /hello HTTP/1.1\r\nHost: x\r\nX-Flood: " + std::string(8000, 'x') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 431"));
}

TEST_F(ServerTest, WhatIsNoHttpIs400) {
  EXPECT_THAT(ask("hello there\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(ask("GET /a%zz HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(ask("GET /hello HTTP/1.1\r\nHost x\r\n\r\n"), StartsWith("HTTP/1.1 400"));
}

TEST_F(ServerTest, ASlowHeaderAndASlowBodyAre408) {
  WireClient header(port);
  header.send("GET /hello HTTP/1.1\r\nHos");
  WireClient body(port);
  body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{");
  EXPECT_THAT(header.read_answer(), StartsWith("HTTP/1.1 408 Request Timeout"));
  EXPECT_THAT(body.read_answer(), StartsWith("HTTP/1.1 408 Request Timeout"));
}

TEST_F(ServerTest, AnIdleConnectionIsClosed) {
  WireClient client(port);
  client.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(ServerTest, AnExpectedContinueIsSent) {
  WireClient client(port);
  client.send(
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: "
      "100-continue\r\n\r\n");
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 100 Continue"));
  EXPECT_THAT(client.ask("{}"), StartsWith("HTTP/1.1 201"));
}

TEST_F(ServerTest, RolesAreAsked) {
  const auto with = [&](const std::string& token) {
    return ask("GET /editors HTTP/1.1\r\nHost: x\r\nAuthorization: " + token + "\r\n\r\n");
  };
  EXPECT_THAT(ask("GET /editors HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(with("Bearer nobody"), HasSubstr("WWW-Authenticate: Bearer"));
  EXPECT_THAT(with("Basic editor"), StartsWith("HTTP/1.1 401"));
  EXPECT_THAT(with("Bearer viewer"), StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(with("Bearer editor"), StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(with("bearer admin"), StartsWith("HTTP/1.1 200"));
}

TEST_F(ServerTest, AnExceptionIs500AndKeepsItsCause) {
  const auto answer = ask("GET /fail HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500"));
  EXPECT_THAT(answer, Not(HasSubstr("secret")));
}

TEST_F(ServerTest, StoppingFinishesWhatIsBeingAnswered) {
  WireClient idle(port);
  idle.ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
  WireClient client(port);
  client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto started = std::chrono::steady_clock::now();
  server->stop(std::chrono::seconds(5));
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(2));
  const auto answer = client.read_to_end();
  EXPECT_THAT(answer, HasSubstr("slow but done"));
  EXPECT_THAT(answer, HasSubstr("Connection: close"));
  EXPECT_EQ(idle.read_to_end(), "");
  EXPECT_FALSE(WireClient(port).is_connected());
}

TEST_F(ServerTest, APortInUseIsAClearSentence) {
  Server second(1);
  const auto listening = second.listen("127.0.0.1", port, [](auto, auto&) {});
  ASSERT_FALSE(listening);
  EXPECT_EQ(listening.error().detail,
            "Port " + std::to_string(port) + " is in use by another program. Stop that one, or choose another port.");
  EXPECT_FALSE(second.listen("nowhere", 0, [](auto, auto&) {}));
}

}  // namespace
}  // namespace pagewright::http
