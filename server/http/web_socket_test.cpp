// Conversations over real WebSockets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include "server/http/beast_web_socket.hpp"
#include "server/http/connection.hpp"
#include "server/http/server.hpp"

namespace pagewright::http {
namespace {

namespace net = boost::asio;
namespace websocket = boost::beast::websocket;

struct NobodySignsIn final : Authenticator {
  Task<Outcome<Caller>> authenticate(std::string) override { co_return std::unexpected(Problem::unauthenticated("")); }
};

// Echoes; "bye" closes with 4401; "burst" answers with a hundred numbered messages.
Task<> converse(std::shared_ptr<WebSocket> socket) {
  while (auto message = co_await socket->read()) {
    if (*message == "bye") {
      socket->close(4401, "Sign in again.");
    } else if (*message == "burst") {
      for (int i = 0; i < 100; ++i) socket->send(std::make_shared<const std::string>(std::to_string(i)));
    } else {
      socket->send(std::make_shared<const std::string>("echo " + *message));
    }
  }
}

// Waits a second for a first message, and then says why it goes.
Task<> expect_hello(std::shared_ptr<WebSocket> socket) {
  if (!co_await socket->read_within(1, 16 * 1024)) co_return socket->close(4408, "No hello came.");
  socket->send(std::make_shared<const std::string>("welcome"));
}

// Goes on after it.
Task<> converse_after_hello(std::shared_ptr<WebSocket> socket) {
  if (co_await socket->read_within(10, 16 * 1024)) co_await converse(socket);
}

Task<> flood(std::shared_ptr<WebSocket> socket) {
  const auto large = std::make_shared<const std::string>(1024 * 1024, 'x');
  for (int i = 0; i < 64; ++i) socket->send(large);
  co_await socket->read();
}

Task<> send_large(std::shared_ptr<WebSocket> socket) {
  socket->send(std::make_shared<const std::string>(BeastWebSocket::most_queued_bytes * 2, 'x'));
  co_await socket->read();
}

Handler upgrading(Task<> (*conversation)(std::shared_ptr<WebSocket>)) {
  return [conversation](Request& request) -> Task<Outcome<Response>> {
    if (!request.is_upgrade) co_return std::unexpected(Problem::malformed("Open a WebSocket here."));
    co_return Response::upgrade(conversation);
  };
}

class Client {
 public:
  Client(unsigned short port, const std::string& path) {
    stream_.next_layer().connect({net::ip::address_v4::loopback(), port});
    stream_.handshake("localhost", path);
  }
  void send(std::string_view text) { stream_.write(net::buffer(text)); }
  // The next message, or the code with which the server closed.
  std::string read() {
    boost::beast::flat_buffer buffer;
    boost::system::error_code fault;
    stream_.read(buffer, fault);
    if (fault == websocket::error::closed) return "closed " + std::to_string(stream_.reason().code);
    return fault ? fault.message() : boost::beast::buffers_to_string(buffer.data());
  }
  auto& stream() { return stream_; }

 private:
  net::io_context loop_;
  websocket::stream<net::ip::tcp::socket> stream_{loop_};
};

struct WebSocketTest : testing::Test {
  WebSocketTest() {
    port = server
               .listen("127.0.0.1", 0,
                       [this](auto socket, auto& shard) { start_connection(std::move(socket), shard, dispatcher, {}); })
               .value();
    server.run();
  }

  ExecutorPool pool{1};
  NobodySignsIn authenticator;
  Dispatcher dispatcher{Router({{Method::get, "/echo", Access::anyone, upgrading(converse)},
                                {Method::get, "/hello", Access::anyone, upgrading(expect_hello)},
                                {Method::get, "/after-hello", Access::anyone, upgrading(converse_after_hello)},
                                {Method::get, "/large", Access::anyone, upgrading(send_large)},
                                {Method::get, "/flood", Access::anyone, upgrading(flood)}}),
                        authenticator, pool};
  Server server{2};
  unsigned short port = 0;
};

TEST_F(WebSocketTest, MessagesGoBothWaysInOrder) {
  Client client(port, "/echo");
  client.send("one");
  EXPECT_EQ(client.read(), "echo one");
  client.send("burst");
  for (int i = 0; i < 100; ++i) EXPECT_EQ(client.read(), std::to_string(i));
}

TEST_F(WebSocketTest, TheServersCloseCodeArrives) {
  Client client(port, "/echo");
  client.send("bye");
  EXPECT_EQ(client.read(), "closed 4401");
}

TEST_F(WebSocketTest, AMissingHelloIsNoticed) {
  Client silent(port, "/hello");
  EXPECT_EQ(silent.read(), "closed 4408");
  Client polite(port, "/hello");
  polite.send("hello");
  EXPECT_EQ(polite.read(), "welcome");
  EXPECT_EQ(polite.read(), "closed 1000");
}

TEST_F(WebSocketTest, AMessageOver4MiBEndsTheConnection) {
  Client client(port, "/echo");
  client.send(std::string(4 * 1024 * 1024, 'x'));
  EXPECT_EQ(client.read().size(), 4 * 1024 * 1024 + 5);
  client.send(std::string(4 * 1024 * 1024 + 1, 'x'));
  EXPECT_EQ(client.read(), "closed 4413");
}

TEST_F(WebSocketTest, OnlyAfterASmallFirstMessageTheyMayBeLarge) {
  Client client(port, "/after-hello");
  client.send(std::string(16 * 1024, 'x'));
  client.send(std::string(16 * 1024 + 1, 'x'));
  EXPECT_EQ(client.read().size(), 16 * 1024 + 1 + 5);
  Client large(port, "/after-hello");
  large.send(std::string(16 * 1024 + 1, 'x'));
  EXPECT_EQ(large.read(), "closed 4413");
}

TEST_F(WebSocketTest, OtherOriginsAreRefused) {
  const auto handshake = [&](const std::string& origin) {
    net::io_context loop;
    websocket::stream<net::ip::tcp::socket> stream(loop);
    stream.next_layer().connect({net::ip::address_v4::loopback(), port});
    stream.set_option(websocket::stream_base::decorator(
        [&](websocket::request_type& request) { request.set(boost::beast::http::field::origin, origin); }));
    websocket::response_type answer;
    boost::system::error_code fault;
    stream.handshake(answer, "localhost", "/echo", fault);
    return answer.result_int();
  };
  EXPECT_EQ(handshake("http://localhost"), 101U);
  EXPECT_EQ(handshake("http://localhost:3002"), 403U);
  EXPECT_EQ(handshake("https://evil.example"), 403U);
  EXPECT_EQ(handshake("null"), 403U);
}

TEST_F(WebSocketTest, BinaryMessagesAreRefused) {
  Client client(port, "/echo");
  client.stream().binary(true);
  client.send("bytes");
  EXPECT_EQ(client.read(), "closed 1003");
}

TEST_F(WebSocketTest, AReaderThatIsTooSlowIsDisconnected) {
  Client client(port, "/flood");
  std::string last;
  for (int i = 0; i < 64 && !last.starts_with("closed"); ++i) last = client.read();
  EXPECT_EQ(last, "closed 1013");
}

TEST_F(WebSocketTest, ASingleMessageMayBeLarge) {
  Client client(port, "/large");
  client.stream().read_message_max(0);
  EXPECT_EQ(client.read().size(), BeastWebSocket::most_queued_bytes * 2);
}

TEST_F(WebSocketTest, StoppingClosesWith1012) {
  Client client(port, "/echo");
  client.send("one");
  client.read();
  std::jthread stopping([&] { server.stop(std::chrono::seconds(5)); });
  EXPECT_EQ(client.read(), "closed 1012");
}

TEST_F(WebSocketTest, AVanishedPeerIsLetGo) {
  {
    Client client(port, "/echo");
    client.send("one");
    client.read();
  }
  const auto started = std::chrono::steady_clock::now();
  server.stop(std::chrono::seconds(5));
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(2));
}

}  // namespace
}  // namespace pagewright::http
