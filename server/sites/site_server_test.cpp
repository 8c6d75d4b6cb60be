// Published sites over real connections.
#include "server/sites/site_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/embedded/embedded_files.hpp"
#include "server/http/connection.hpp"
#include "server/http/server.hpp"
#include "server/http/wire_client.hpp"

namespace pagewright::sites {
namespace {

using http::WireClient;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string page(std::string_view text) {
  return "<!doctype html><p>" + std::string(text) + std::string(2000, ' ') + "</p>";
}

struct SiteServerTest : testing::Test {
  SiteServerTest() {
    publish_all({{.pages = {{"/about", Artifact::compress(page("About us"), "aaa")},
                            {"/tiny", Artifact::compress("<p>x", "ttt")}}},
                 {.prefix = "/~staging",
                  .audience = Audience::reviewers,
                  .pages = {{"/about", Artifact::compress(page("About us, new"), "bbb")}}}});
    port = server
               .listen("127.0.0.1", 0,
                       [this](auto socket, auto& shard) { sites.start_connection(std::move(socket), shard); })
               .value();
    server.run();
  }
  void publish(SiteSnapshot::Artifacts artifacts) { publish_all({{.pages = std::move(artifacts)}}); }
  void publish_all(std::vector<Section> sections) {
    snapshots.publish(std::make_shared<const SiteSnapshot>(std::move(sections)));
  }
  std::string ask(std::string_view path, std::string_view headers = {}, std::string_view method = "GET") const {
    WireClient client(port);
    client.send(std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) +
                "\r\n");
    return client.read_answer(method != "HEAD");
  }

  SiteSnapshots snapshots;
  SiteServer sites{snapshots};
  http::Server server{2};
  unsigned short port = 0;
};

TEST_F(SiteServerTest, APageComesWithItsHeaders) {
  const auto answer = ask("/about?from=mail");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nETag: \"aaa\"\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'; script-src 'none';"));
  EXPECT_THAT(answer, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, HasSubstr("Vary: Accept-Encoding\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nDate: "));
  EXPECT_THAT(answer, Not(HasSubstr("X-Robots-Tag")));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n" + page("About us")));
}

TEST_F(SiteServerTest, StagingIsKeptFromSearchEngines) {
  const auto answer = ask("/~staging/about");
  EXPECT_THAT(answer, HasSubstr("About us, new"));
  EXPECT_THAT(answer, HasSubstr("X-Robots-Tag: noindex\r\n"));
}

TEST_F(SiteServerTest, CompressedFormsAreOffered) {
  const auto brotli = ask("/about", "Accept-Encoding: gzip, deflate, br\r\n");
  EXPECT_THAT(brotli, HasSubstr("Content-Encoding: br\r\n"));
  EXPECT_THAT(brotli, HasSubstr("ETag: \"aaa-br\"\r\n"));
  EXPECT_LT(brotli.size(), 1000U);
  EXPECT_THAT(ask("/about", "Accept-Encoding: gzip\r\n"), HasSubstr("Content-Encoding: gzip\r\n"));
  EXPECT_THAT(ask("/tiny", "Accept-Encoding: br\r\n"), Not(HasSubstr("Content-Encoding")));
}

TEST_F(SiteServerTest, AKnownTagIs304InAnyEncoding) {
  for (const auto* tag : {"\"aaa\"", "\"aaa-br\"", "W/\"aaa\"", "\"x\", \"aaa\"", "*"}) {
    const auto answer = ask("/about", "If-None-Match: " + std::string(tag) + "\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 304 Not Modified\r\n")) << tag;
    EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
  }
  EXPECT_THAT(ask("/about", "If-None-Match: \"bbb\"\r\n"), StartsWith("HTTP/1.1 200"));
}

// Caches keep the answer that they have under the tag that the 304 names.
TEST_F(SiteServerTest, A304HasTheTagThatTheAnswerWouldHave) {
  const auto ask_again = [&](const std::string& tag, const std::string& encoding) {
    return ask("/about", "If-None-Match: " + tag + "\r\nAccept-Encoding: " + encoding + "\r\n");
  };
  EXPECT_THAT(ask_again("\"aaa-br\"", "br"), AllOf(StartsWith("HTTP/1.1 304"), HasSubstr("ETag: \"aaa-br\"\r\n")));
  EXPECT_THAT(ask_again("\"aaa\"", "gzip"), AllOf(StartsWith("HTTP/1.1 304"), HasSubstr("ETag: \"aaa-gz\"\r\n")));
  EXPECT_THAT(ask_again("\"aaa\"", "identity"), AllOf(StartsWith("HTTP/1.1 304"), HasSubstr("ETag: \"aaa\"\r\n")));
}

TEST_F(SiteServerTest, HeadHasNoBody) {
  const auto answer = ask("/about", "", "HEAD");
  EXPECT_THAT(answer, HasSubstr("Content-Length: " + std::to_string(page("About us").size())));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST_F(SiteServerTest, WhatIsNotThereIsAFriendlyPage) {
  EXPECT_THAT(ask("/nowhere"), StartsWith("HTTP/1.1 404 Not Found"));
  EXPECT_THAT(ask("/nowhere"), HasSubstr("This page does not exist"));
  EXPECT_THAT(ask("/"), HasSubstr("Nothing is published here yet"));
  EXPECT_THAT(ask("/%zz"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(ask("/about/"), AllOf(StartsWith("HTTP/1.1 308"), HasSubstr("Location: /about\r\n")));
}

TEST_F(SiteServerTest, OnlyReadingIsAllowed) {
  const auto answer = ask("/about", "Content-Length: 0\r\n", "POST");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 Method Not Allowed"));
  EXPECT_THAT(answer, HasSubstr("Allow: GET, HEAD\r\n"));
}

TEST_F(SiteServerTest, ANewSnapshotShowsOnAnOpenConnection) {
  WireClient client(port);
  EXPECT_THAT(client.ask("GET /about HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("About us"));
  publish({{"/about", Artifact::compress(page("Moved house"), "ccc")}});
  EXPECT_THAT(client.ask("GET /about HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("Moved house"));
}

TEST_F(SiteServerTest, PipelinedAndSplitRequestsAreAnsweredInOrder) {
  WireClient client(port);
  client.send("GET /about HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\n\r\nGET /ti");
  EXPECT_THAT(client.read_answer(), HasSubstr("About us"));
  EXPECT_THAT(client.read_answer(), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(client.ask("ny HTTP/1.1\r\nConnection: close\r\n\r\n"), HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(SiteServerTest, ALargePageArrivesWhole) {
  std::string large = "<!doctype html>";
  while (large.size() < 12'000'000) large += std::to_string(large.size() * 2654435761U) + "<br>";
  publish({{"/large", Artifact::compress(large, "lll")}});
  WireClient client(port);
  for (int i = 0; i < 3; ++i)
    EXPECT_THAT(client.ask("GET /large HTTP/1.1\r\nHost: x\r\n\r\n").size(), testing::Gt(large.size()));
  EXPECT_THAT(client.ask("GET /large HTTP/1.1\r\nHost: x\r\n\r\n"), EndsWith(large));
}

TEST_F(SiteServerTest, APageThatIsSentFromAFileIsTheSamePage) {
  const std::string text = page(std::string(40'000, 'x'));
  const auto artifact = Artifact::compress(text, "fff");
  ASSERT_TRUE(artifact->file);
  EXPECT_FALSE(Artifact::compress(page("short"), "sss")->file);
  publish({{"/long", artifact}});
  WireClient client(port);
  client.send("GET /long HTTP/1.1\r\nHost: x\r\n\r\nGET /long HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(client.read_answer(), EndsWith("\r\n\r\n" + text));
  EXPECT_THAT(client.read_answer(), EndsWith("\r\n\r\n" + text));
  EXPECT_THAT(ask("/long", {}, "HEAD"), EndsWith("\r\n\r\n"));
  EXPECT_THAT(ask("/long", "Connection: close\r\n"), EndsWith("\r\n\r\n" + text));
}

TEST_F(SiteServerTest, BrokenAndOversizedRequestsAreRefused) {
  EXPECT_THAT(WireClient(port).ask("hello\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(WireClient(port).ask("GET /about HTTP/1.1\r\nHost : x\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(WireClient(port).ask("GET /about HTTP/2.0\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(ask("/about", "X-Flood: " + std::string(20'000, 'x') + "\r\n"), StartsWith("HTTP/1.1 431"));
}

TEST_F(SiteServerTest, ARequestWithABodyEndsTheConnection) {
  WireClient client(port);
  client.send("GET /about HTTP/1.1\r\nContent-Length: 40\r\n\r\nGET /tiny HTTP/1.1\r\nHost: smuggled\r\n\r\n");
  EXPECT_THAT(client.read_answer(), HasSubstr("Connection: close\r\n"));
  EXPECT_EQ(client.read_to_end(), "");
}

// Takes in forms: answers with what they say.
struct FormServerTest : SiteServerTest {
  struct Nobody final : http::Authenticator {
    Task<Outcome<http::Caller>> authenticate(std::string) override {
      co_return std::unexpected(Problem::unauthenticated("Nobody signs in here."));
    }
  };
  static Task<Outcome<http::Response>> tell(http::Request& request) {
    std::string text = request.target;
    for (const auto& [name, value] : request.form) text.append(" ").append(name).append("=").append(value);
    co_return http::Response::text(std::move(text));
  }

  FormServerTest() {
    form_port = form_server
                    .listen("127.0.0.1", 0,
                            [this](auto socket, auto& shard) { form_sites.start_connection(std::move(socket), shard); })
                    .value();
    form_server.run();
  }
  static std::string form(std::string_view target, std::string_view body, std::string_view headers = {}) {
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) +
           "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
  }

  Nobody authenticator;
  ExecutorPool pool{1};
  http::Dispatcher dispatcher{http::Router({{.method = http::Method::post,
                                             .pattern = "/*",
                                             .access = http::Access::anyone,
                                             .handler = tell,
                                             .body = http::BodyType::form}}),
                              authenticator, pool};
  SiteServer form_sites{snapshots, [this](auto socket, auto& shard, std::string_view received) {
                          http::start_connection(std::move(socket), shard, dispatcher,
                                                 {.body_bytes = 2048, .keeps_alive = false}, received);
                        }};
  http::Server form_server{2};
  unsigned short form_port = 0;
};

TEST_F(FormServerTest, AFormOfAPublishedPageIsTakenIn) {
  WireClient client(form_port);
  EXPECT_THAT(client.ask("GET /about HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("About us"));
  // Whatever of it has arrived when it is seen to be a form.
  const std::string request = form("/about?form=ask", "name=Ada+L%C3%B6velace&name=");
  client.send(request.substr(0, request.size() - 10));
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const auto answer = client.ask(request.substr(request.size() - 10));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(answer, EndsWith("/about?form=ask name=Ada Lövelace name="));
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(FormServerTest, WhatIsNoFormOfAPageIsRefused) {
  EXPECT_THAT(WireClient(form_port).ask(form("/nowhere?form=ask", "name=Ada")), StartsWith("HTTP/1.1 405"));
  EXPECT_THAT(WireClient(form_port).ask(form("/about", std::string(3000, 'x'))), StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(WireClient(form_port).ask(form("/about", "name=%")), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(WireClient(form_port).ask(form("/about", "name=Ada", "Origin: http://evil.example\r\n")),
              StartsWith("HTTP/1.1 403"));
  EXPECT_THAT(WireClient(form_port).ask("POST /about HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                        "Content-Length: 2\r\n\r\n{}"),
              StartsWith("HTTP/1.1 415"));
}

std::string get(std::string_view host, std::string_view path, std::string_view more = {}) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: " + std::string(host) + "\r\n" + std::string(more) + "\r\n";
}

TEST_F(SiteServerTest, AHostNameChoosesTheEnvironment) {
  publish_all({{.pages = {{"/about", Artifact::compress(page("First"), "aaa")}}},
               {.hosts = {"www.second.example", "second.example"},
                .pages = {{"/about", Artifact::compress(page("Second"), "bbb")},
                          {"/", Artifact::compress(page("Home"), "ccc")}}}});
  const auto ask_at = [&](std::string_view host, std::string_view path) {
    return WireClient(port).ask(get(host, path));
  };
  for (const auto* host : {"second.example", "WWW.Second.EXAMPLE", "www.second.example:3002", "second.example."})
    EXPECT_THAT(ask_at(host, "/about"), HasSubstr("Second")) << host;
  EXPECT_THAT(ask_at("www.second.example", "/"), HasSubstr("Home"));
  EXPECT_THAT(ask_at("www.second.example", "/about/"), HasSubstr("Location: /about\r\n"));
  for (const auto* host : {"other.example", "x.second.example", "127.0.0.1", "[::1]:80", ""})
    EXPECT_THAT(ask_at(host, "/about"), HasSubstr("First")) << host;
}

struct GateServerTest : FormServerTest {
  GateServerTest() {
    publish_all({{.pages = {{"/about", Artifact::compress(page("About us"), "aaa")}}},
                 {.prefix = "/~secret",
                  .hosts = {"secret.example"},
                  .gate = gate,
                  .pages = {{"/plan", Artifact::compress(page("The plan"), "sss")}}}});
  }
  std::string with_pass(std::int64_t until) const {
    return "Cookie: a=b; " + gate->cookie_name() + "=" + gate->pass(until) + "\r\n";
  }
  std::string ask_for(std::string_view request) const { return WireClient(form_port).ask(std::string(request)); }

  std::shared_ptr<const Gate> gate =
      std::make_shared<const Gate>(Gate::Kind::password, "0192f3a1-7c4e-7b1a-9f00-3d2a5c6b7e88", "/~secret", "key");
  static constexpr std::int64_t far_away = 4'000'000'000'000;
};

TEST_F(GateServerTest, NothingIsSeenWithoutAPass) {
  for (const auto& request : {get("x", "/~secret/plan"), get("x", "/~secret/%70lan"), get("x", "/~secret"),
                              get("x", "/~secret/nothing"), get("secret.example", "/plan"), get("secret.example", "/"),
                              get("secret.example", "/~enter"), get("x", "/~secret/plan", "If-None-Match: \"sss\"\r\n"),
                              get("x", "/~secret/plan", with_pass(1)), form("/~secret/plan?form=ask", "name=Ada")}) {
    const auto answer = ask_for(request);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 403 Forbidden\r\n")) << request;
    EXPECT_THAT(answer, HasSubstr("\r\nCache-Control: private, no-store\r\nX-Robots-Tag: noindex\r\n"));
    EXPECT_THAT(answer, HasSubstr("form-action 'self'"));
    EXPECT_THAT(answer, HasSubstr("This site is protected"));
    EXPECT_THAT(answer, Not(HasSubstr("The plan")));
  }
  EXPECT_THAT(ask_for(get("x", "/~secret/plan")), HasSubstr("action=\"/~secret/~enter\""));
  EXPECT_THAT(ask_for(get("secret.example", "/pl%22an")), HasSubstr("value=\"/pl&quot;an\""));
  EXPECT_THAT(ask_for(get("secret.example", "/plan")), HasSubstr("action=\"/~enter\""));
  EXPECT_THAT(ask_for(get("x", "/about")), HasSubstr("About us"));
  EXPECT_THAT(ask_for(get("x", "/~secretly")), StartsWith("HTTP/1.1 404"));
}

TEST_F(GateServerTest, APassOpensIt) {
  for (const auto& request :
       {get("x", "/~secret/plan", with_pass(far_away)), get("secret.example", "/plan", with_pass(far_away))}) {
    const auto answer = ask_for(request);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(answer, HasSubstr("Cache-Control: private, no-store\r\n"));
    EXPECT_THAT(answer, HasSubstr("X-Robots-Tag: noindex\r\n"));
    EXPECT_THAT(answer, HasSubstr("The plan"));
  }
  EXPECT_THAT(ask_for(get("x", "/~secret/nothing", with_pass(far_away))), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(ask_for(form("/~secret/plan?form=ask", "name=Ada", with_pass(far_away))), HasSubstr("name=Ada"));
}

TEST_F(GateServerTest, WhoAsksToBeLetInIsHandedOver) {
  EXPECT_THAT(ask_for(form("/~secret/~enter", "password=x")), HasSubstr("/~secret/~enter password=x"));
  EXPECT_THAT(ask_for(get("secret.example", "/~enter?token=t")), StartsWith("HTTP/1.1 405"));  // no such route here
  EXPECT_THAT(ask_for(get("x", "/~enter?token=t")), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(ask_for(form("/~enter", "password=x")), StartsWith("HTTP/1.1 405"));
}

TEST_F(SiteServerTest, IllustrationsMayBeShownAnywhere) {
  const auto pictures = embedded::under("library/illustrations/");
  ASSERT_FALSE(pictures.empty());
  const auto name = pictures[0].path.substr(pictures[0].path.rfind('/') + 1);
  const auto answer = ask("/assets/illustrations/" + std::string(name));
  EXPECT_THAT(answer, HasSubstr("Content-Type: image/svg+xml\r\n"));
  EXPECT_THAT(answer, HasSubstr("Access-Control-Allow-Origin: *\r\n"));
}

// Has one file, which comes a little later: what was asked stands before it.
struct FileServerTest : SiteServerTest {
  FileServerTest() {
    file_port = file_server
                    .listen("127.0.0.1", 0,
                            [this](auto socket, auto& shard) { file_sites.start_connection(std::move(socket), shard); })
                    .value();
    file_server.run();
  }

  [[nodiscard]] std::string ask_files(std::string_view method) const {
    WireClient client(file_port);
    client.send(std::string(method) + " /assets/abc/a.webp HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return client.read_to_end();
  }

  std::string bytes = std::string(3'000'000, 'x');
  SiteServer file_sites{snapshots, {}, [this](http::Request request, http::Shard& shard, auto answer) {
                          std::string text = std::string(http::name_of(request.method)) + " " + request.target;
                          for (const auto& header : request.headers) text += " " + header.name + "=" + header.value;
                          text += '\n';
                          http::Response response = http::Response::text(text + bytes);
                          boost::asio::post(shard.loop(), [answer, response] { answer(response); });
                        }};
  http::Server file_server{1};
  unsigned short file_port = 0;
};

TEST_F(FileServerTest, AFileComesBetweenPagesOnTheSameConnection) {
  WireClient client(file_port);
  client.send(
      "GET /about HTTP/1.1\r\nHost: x\r\n\r\nGET /assets/abc/a.webp?x HTTP/1.1\r\nRange: bytes=0-9\r\nIf-Range: "
      "\"t\"\r\nIf-None-Match: \"u\"\r\n\r\nGET /tiny HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(client.read_answer(), HasSubstr("About us"));
  const auto file = client.read_answer();
  EXPECT_THAT(file, StartsWith("HTTP/1.1 200 OK\r\nDate: "));
  EXPECT_THAT(file,
              HasSubstr("\r\n\r\nGET /assets/abc/a.webp?x If-None-Match=\"u\" Range=bytes=0-9 If-Range=\"t\"\nxxx"));
  EXPECT_THAT(file, EndsWith(bytes));
  EXPECT_THAT(client.read_answer(), HasSubstr("<p>x"));
  const auto head = ask_files("HEAD");
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Length: 3000"));
}

TEST_F(FileServerTest, WhatIsNoFileIsAnsweredAsBefore) {
  WireClient client(file_port);
  EXPECT_THAT(client.ask("GET /assets/illustrations/none.svg HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(client.ask("POST /assets/abc/a HTTP/1.1\r\nContent-Length: 0\r\n\r\n"), StartsWith("HTTP/1.1 405"));
  EXPECT_THAT(ask("/assets/abc/a.webp"), StartsWith("HTTP/1.1 404")) << "this one has no files";
}

TEST_F(SiteServerTest, StoppingClosesIdleConnections) {
  WireClient client(port);
  client.ask("GET /about HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto started = std::chrono::steady_clock::now();
  server.stop(std::chrono::seconds(5));
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(1));
  EXPECT_EQ(client.read_to_end(), "");
}

}  // namespace
}  // namespace pagewright::sites
