#include "server/http/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/beast_web_socket.hpp"
#include "server/http/header_names.hpp"
#include "server/http/response_head.hpp"
#include "server/logging/log.hpp"
#include "server/metrics/measurements.hpp"

namespace pagewright::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
using tcp = net::ip::tcp;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr auto result_tuple = net::as_tuple(net::use_awaitable);
constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t linger_bytes = 1024 * 1024;
// Whoever sends a file learns that it is refused when part of it is under way.
constexpr std::chrono::seconds linger_time_of_upload{10};
constexpr std::size_t linger_bytes_of_upload = 64 * 1024 * 1024;
constexpr std::size_t piece_bytes = 64 * 1024;

// The client's address: a reverse proxy on this machine tells it as the last entry of the last X-Forwarded-For; what
// stands before it came from the client.
std::string client_address(const tcp::socket& socket, const std::vector<Header>& headers) {
  boost::system::error_code fault;
  const auto peer = socket.remote_endpoint(fault).address();
  if (fault) return {};
  const auto told = std::find_if(headers.rbegin(), headers.rend(),
                                 [](const Header& header) { return is_same_header(header.name, "X-Forwarded-For"); });
  if (!peer.is_loopback() || told == headers.rend()) return peer.to_string();
  auto last = std::string_view(told->value).substr(told->value.rfind(',') + 1);
  last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
  const auto address = net::ip::make_address(last, fault);
  return fault ? peer.to_string() : address.to_string();
}

// "16 KiB": limits are whole.
std::string in_words(std::size_t bytes) {
  constexpr std::size_t kibi = 1024;
  return bytes % (kibi * kibi) == 0 ? std::to_string(bytes / kibi / kibi) + " MiB"
                                    : std::to_string(bytes / kibi) + " KiB";
}

// Without the body.
Request head_of(const Parser::value_type& message, const tcp::socket& socket) {
  Request request;
  const auto method = message.method_string();
  request.method = parse_method({method.data(), method.size()});
  request.target.assign(message.target().data(), message.target().size());
  for (const auto& field : message) {
    const auto name = field.name_string();
    request.headers.push_back({{name.data(), name.size()}, {field.value().data(), field.value().size()}});
  }
  request.is_upgrade = beast::websocket::is_upgrade(message);
  request.remote_address = client_address(socket, request.headers);
  return request;
}

Request to_request(Parser::value_type&& message, const tcp::socket& socket) {
  Request request = head_of(message, socket);
  request.body = std::move(message.body());
  return request;
}

class HttpConnection final : public Peer, public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(tcp::socket socket, Shard& shard, Dispatcher& dispatcher, const ConnectionLimits& limits)
      : Peer(shard), socket_(std::move(socket)), dispatcher_(dispatcher), limits_(limits) {}

  void begin_with(std::string_view received) {
    const auto room = buffer_.prepare(received.size());
    buffer_.commit(net::buffer_copy(room, net::buffer(received)));
  }

  Task<void> converse() {
    while (co_await answer_one()) {
    }
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

  void expire() override {
    // A slow sender gets a 408, which converse() writes when the read ends; one that takes in nothing is cut off.
    if (phase_ == Phase::receiving) {
      has_expired_ = true;
      boost::system::error_code ignored;
      socket_.cancel(ignored);
    } else {
      close_now();
    }
  }

  void wind_down() override {
    if (web_socket_) return web_socket_->close(1012, "The server restarts.");
    if (phase_ == Phase::idle) close_now();
  }

  void close_now() override {
    if (web_socket_) return web_socket_->close_now();
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

 private:
  enum class Phase : std::uint8_t { idle, receiving, answering, sending };

  void enter(Phase phase, std::chrono::seconds limit) {
    phase_ = phase;
    set_deadline(limit);
  }

  // One request and its answer. False: the connection is over.
  Task<bool> answer_one() {
    if (!co_await wait_for_bytes()) co_return false;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
    parser.body_limit(boost::none);  // that of what is read here is checked by receive_body()
    auto fault = co_await receive_header(parser);
    Reception reception{.body_bytes = limits_.body_bytes};
    if (!fault && !parser.is_done()) {
      if (is_read_by_route(parser.get())) co_return co_await answer_while_arriving(parser);
      if (may_be_large(parser)) reception = co_await receive(parser.get());
      if (!reception.needs_body) co_return co_await answer_without_body(parser.get(), std::move(reception));
      body_limit_ = reception.body_bytes;
      fault = co_await receive_body(parser);
    }
    if (fault) {
      co_await refuse(fault);
      co_return false;
    }
    phase_ = Phase::answering;
    clear_deadline();
    if (beast::websocket::is_upgrade(parser.get())) co_return co_await answer_upgrade(parser.release());

    const bool keeps_alive = parser.get().keep_alive() && limits_.keeps_alive;
    const bool is_http_1_0 = parser.get().version() == 10;
    auto request = to_request(parser.release(), socket_);
    const auto response = co_await dispatcher_.respond(request, std::move(reception));
    const bool stays = keeps_alive && !is_http_1_0 && !shard().is_winding_down();
    co_return co_await send(response, request.method, stays) && stays;
  }

  Task<bool> wait_for_bytes() {
    if (buffer_.size() > 0) co_return true;
    if (shard().is_winding_down()) co_return false;
    enter(Phase::idle, limits_.idle);
    const auto [fault] = co_await socket_.async_wait(tcp::socket::wait_read, result_tuple);
    co_return !fault;
  }

  Task<boost::system::error_code> receive_header(Parser& parser) {
    enter(Phase::receiving, limits_.header);
    const auto [fault, size] = co_await beast::http::async_read_header(socket_, buffer_, parser, result_tuple);
    co_return fault;
  }

  [[nodiscard]] bool may_be_large(const Parser& parser) const {
    const auto announced = parser.content_length();
    return !announced || (*announced > Dispatcher::body_bytes_of_anyone && *announced <= limits_.body_bytes);
  }

  Task<Reception> receive(const Parser::value_type& message) {
    const auto request = head_of(message, socket_);
    phase_ = Phase::answering;
    clear_deadline();
    auto reception = co_await dispatcher_.receive(request, limits_.body_bytes);
    phase_ = Phase::receiving;
    co_return reception;
  }

  Task<bool> answer_without_body(const Parser::value_type& message, Reception reception) {
    auto request = head_of(message, socket_);
    const auto response = co_await dispatcher_.respond(request, std::move(reception));
    if (co_await send(response, request.method, false)) co_await linger(linger_time, linger_bytes);
    co_return false;
  }

  Task<boost::system::error_code> receive_body(Parser& parser) {
    if (const auto announced = parser.content_length(); announced && *announced > body_limit_)
      co_return beast::http::make_error_code(beast::http::error::body_limit);
    parser.body_limit(body_limit_);
    set_deadline(limits_.body);
    if (expects_to_be_asked(parser.get()))
      if (const auto fault = co_await ask_to_go_on()) co_return fault;
    const auto [fault, size] = co_await beast::http::async_read(socket_, buffer_, parser, result_tuple);
    co_return fault;
  }

  static bool expects_to_be_asked(const Parser::value_type& message) {
    return beast::iequals(message[beast::http::field::expect], "100-continue");
  }

  Task<boost::system::error_code> ask_to_go_on() {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [fault, size] = co_await net::async_write(socket_, net::buffer(go_on), result_tuple);
    co_return fault;
  }

  // Asked of every body but the usual ones.
  [[nodiscard]] bool is_read_by_route(const Parser::value_type& message) const {
    if (beast::iequals(message[beast::http::field::content_type], "application/json")) return false;
    const auto method = message.method_string();
    const auto target = message.target();
    return dispatcher_.reads_arriving_body(parse_method({method.data(), method.size()}),
                                           {target.data(), target.size()});
  }

  // What a route reads its body from.
  class ArrivingBody final : public BodyReader {
   public:
    ArrivingBody(HttpConnection& connection, Parser&& parser)
        : connection_(connection),
          waits_to_be_asked_(expects_to_be_asked(parser.get())),
          parser_(std::move(parser)),
          piece_(piece_bytes) {}

    [[nodiscard]] std::optional<std::uint64_t> announced_size() const override {
      const auto announced = parser_.content_length();
      return announced ? std::optional<std::uint64_t>(*announced) : std::nullopt;
    }
    [[nodiscard]] bool is_read() const { return parser_.is_done(); }

    Task<Outcome<std::string_view>> read() override {
      if (parser_.is_done()) co_return std::string_view();
      connection_.enter(Phase::receiving, connection_.limits_.piece);
      const auto fault = co_await fill();
      connection_.phase_ = Phase::answering;
      connection_.clear_deadline();
      if (fault) co_return std::unexpected(connection_.problem_of(fault));
      co_return std::string_view(piece_.data(), piece_.size() - parser_.get().body().size);
    }

   private:
    // As much as there is room for, or until the end.
    Task<boost::system::error_code> fill() {
      if (std::exchange(waits_to_be_asked_, false))
        if (const auto fault = co_await connection_.ask_to_go_on()) co_return fault;
      auto& body = parser_.get().body();
      body.data = piece_.data();
      body.size = piece_.size();
      const auto [fault, size] =
          co_await beast::http::async_read(connection_.socket_, connection_.buffer_, parser_, result_tuple);
      co_return fault == beast::http::error::need_buffer ? boost::system::error_code{} : fault;
    }

    HttpConnection& connection_;
    bool waits_to_be_asked_;
    beast::http::request_parser<beast::http::buffer_body> parser_;
    std::vector<char> piece_;
  };

  [[nodiscard]] Problem problem_of(boost::system::error_code fault) const {
    if (has_expired_)
      return {
          .kind = ProblemKind::request_timeout, .title = {}, .detail = "Send the body faster, or in smaller parts."};
    return Problem::malformed("The body did not arrive whole: " + fault.message() + ".");
  }

  // The route may answer before it has read all: then the connection ends.
  Task<bool> answer_while_arriving(Parser& parser) {
    const bool keeps_alive = parser.get().keep_alive() && limits_.keeps_alive && parser.get().version() != 10;
    auto request = to_request(Parser::value_type(parser.get()), socket_);
    ArrivingBody body(*this, std::move(parser));
    phase_ = Phase::answering;
    clear_deadline();
    request.arriving = &body;
    const auto response = co_await dispatcher_.respond(request);
    const bool stays = body.is_read() && keeps_alive && !shard().is_winding_down();
    if (!co_await send(response, request.method, stays)) co_return false;
    if (!body.is_read()) co_await linger(linger_time_of_upload, linger_bytes_of_upload);
    co_return stays;
  }

  // Tells the client why its request was not read to the end, where it is still there to hear it.
  Task<void> refuse(boost::system::error_code fault) {
    using Error = beast::http::error;
    std::optional<Response> response;
    if (has_expired_) {
      response = refusal(ProblemKind::request_timeout, "Send requests faster.");
    } else if (fault == Error::header_limit) {
      response = refusal(ProblemKind::headers_too_large,
                         "The header may have at most " + in_words(limits_.header_bytes) + ".");
    } else if (fault == Error::body_limit) {
      response = refusal(ProblemKind::too_large, "The body may have at most " + in_words(body_limit_) + ".");
    } else if (fault.category() == beast::http::make_error_code(Error::bad_method).category() &&
               fault != Error::end_of_stream && fault != Error::partial_message) {
      response = refusal(ProblemKind::malformed, "This is no HTTP/1.1 request.");
    }
    if (!response) co_return;
    if (co_await send(*response, Method::get, false)) co_await linger(linger_time, linger_bytes);
  }

  // What never became a request is counted and logged all the same.
  Response refusal(ProblemKind kind, const std::string& reason) {
    auto response = Dispatcher::refuse(kind, reason);
    metrics::measurements().requests.record("other", "refused", response.status, {});
    log::info("request refused", {{"request", response.header("X-Request-Id")},
                                  {"status", response.status},
                                  {"reason", reason},
                                  {"client", client_address(socket_, {})}});
    return response;
  }

  // Closing with unread bytes would reset the connection and take the answer away from the client: read on for a
  // moment.
  Task<void> linger(std::chrono::seconds time, std::size_t bytes) {
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    enter(Phase::sending, time);
    std::vector<char> rest(16 * 1024);
    for (std::size_t total = 0; total < bytes;) {
      const auto [fault, size] = co_await socket_.async_read_some(net::buffer(rest), result_tuple);
      if (fault) co_return;
      total += size;
    }
  }

  Task<bool> send(const Response& response, Method method, bool keeps_alive) {
    enter(Phase::sending, limits_.answer);
    const auto head = write_head(response, {.date = shard().date(), .keeps_alive = keeps_alive});
    const auto body = method == Method::head ? std::string_view{} : response.body.view();
    const std::array<net::const_buffer, 2> parts = {net::buffer(head), net::buffer(body)};
    const auto [fault, size] = co_await net::async_write(socket_, parts, result_tuple);
    co_return !fault;
  }

  Task<bool> answer_upgrade(Parser::value_type message) {
    auto request = to_request(Parser::value_type(message), socket_);
    const auto response = co_await dispatcher_.respond(request);
    if (!response.web_socket) co_return co_await send(response, request.method, false) && false;
    auto web_socket = std::make_shared<BeastWebSocket>(std::move(socket_));
    web_socket_ = web_socket;
    if (co_await web_socket->accept(message)) {
      if (shard().is_winding_down()) wind_down();
      try {
        co_await response.web_socket(web_socket);
      } catch (const std::exception& thrown) {
        log::error("a WebSocket conversation failed", {{"request", request.id}, {"cause", thrown.what()}});
        web_socket->close(1011, "Something went wrong on our side.");
      }
    }
    co_await web_socket->finish();
    web_socket_.reset();
    co_return false;
  }

  tcp::socket socket_;
  Dispatcher& dispatcher_;
  const ConnectionLimits limits_;
  std::size_t body_limit_ = 0;  // of the request that is being read
  beast::flat_buffer buffer_;
  std::shared_ptr<BeastWebSocket> web_socket_;
  Phase phase_ = Phase::idle;
  bool has_expired_ = false;
};

}  // namespace

void start_connection(tcp::socket socket, Shard& shard, Dispatcher& dispatcher, const ConnectionLimits& limits,
                      std::string_view received) {
  auto connection = std::make_shared<HttpConnection>(std::move(socket), shard, dispatcher, limits);
  connection->begin_with(received);
  // Exceptions end only their connection; a coroutine's own error reporting has nowhere to go but the log.
  net::co_spawn(
      shard.loop(), [connection] { return connection->converse(); },
      [connection](const std::exception_ptr& thrown) {
        if (!thrown) return;
        try {
          std::rethrow_exception(thrown);
        } catch (const std::exception& exception) {
          log::error("a connection failed", {{"cause", exception.what()}});
        }
      });
}

}  // namespace pagewright::http
