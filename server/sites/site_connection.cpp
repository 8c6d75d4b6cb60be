// A connection of the sites listener. Written with callbacks and direct system calls, because here is where throughput
// counts: one read and one gathering write per request, and a second write where the kernel sends the body from a file.
#include <sys/sendfile.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <cstring>

#include "server/http/response_head.hpp"
#include "server/http/shard.hpp"
#include "server/sites/request_head.hpp"
#include "server/sites/site_server.hpp"

namespace pagewright::sites {
namespace {

namespace net = boost::asio;
using tcp = net::ip::tcp;

constexpr std::size_t first_buffer = 2048;
constexpr std::size_t most_head_bytes = 16 * 1024;
constexpr std::chrono::seconds idle_time{75};
constexpr std::chrono::seconds head_time{10};
constexpr std::chrono::seconds send_time{60};
constexpr std::size_t least_bytes_a_second = 16 * 1024;  // that a client takes in beyond that time
constexpr std::chrono::seconds linger_time{2};

class SiteConnection final : public http::Peer, public std::enable_shared_from_this<SiteConnection> {
 public:
  SiteConnection(tcp::socket socket, http::Shard& shard, const SiteServer& server)
      : Peer(shard), socket_(std::move(socket)), server_(server), buffer_(first_buffer, '\0') {}

  void start() {
    set_deadline(idle_time);
    read_more();
  }

  void expire() override { close_now(); }
  void wind_down() override {
    if (filled_ == 0 && !is_sending_) close_now();
  }
  void close_now() override {
    boost::system::error_code ignored;
    socket_.close(ignored);
  }

 private:
  void read_more() {
    socket_.async_read_some(net::buffer(buffer_.data() + filled_, buffer_.size() - filled_),
                            [self = shared_from_this()](boost::system::error_code fault, std::size_t size) {
                              if (fault) return;
                              if (self->filled_ == 0) self->set_deadline(head_time);
                              self->filled_ += size;
                              self->answer_received();
                            });
  }

  // Answers every complete request in the buffer, then reads on.
  void answer_received() {
    for (;;) {
      const auto parsed = parse_head({buffer_.data(), filled_});
      if (parsed.state == ParseState::incomplete) {
        if (filled_ == buffer_.size() && !grow()) return refuse(SiteServer::Refusal::too_large);
        return read_more();
      }
      if (parsed.state == ParseState::malformed) return refuse(SiteServer::Refusal::malformed);
      renew_snapshot();
      if (server_.is_for_reception(parsed.head, *snapshot_))
        return server_.receive(std::move(socket_), shard(), {buffer_.data(), filled_});
      // A body is never read: what follows it on this connection could not be told from it.
      keeps_alive_ = parsed.head.keeps_alive && !parsed.head.has_body && !shard().is_winding_down();
      if (server_.is_file(parsed.head)) return fetch_file(parsed.head);
      auto answer = server_.answer(parsed.head, *snapshot_);
      if (parsed.head.method == "HEAD") {
        answer.body = {};
        answer.file = nullptr;
      }
      if (!send(std::move(answer))) return;
      drop(parsed.size);
      if (!keeps_alive_) return finish();
      if (filled_ == 0) {
        set_deadline(idle_time);
        return read_more();
      }
    }
  }

  // The answer comes later; until then nothing is read.
  void fetch_file(const RequestHead& head) {
    set_deadline(send_time);
    is_sending_ = true;
    const auto keeps_body = head.method == "HEAD" ? Bytes::left_out : Bytes::sent;
    server_.fetch_file(head, shard(), [self = shared_from_this(), keeps_body](http::Response response) {
      self->is_sending_ = false;
      self->send_fetched(std::move(response), keeps_body);
    });
  }

  enum class Bytes : std::uint8_t { sent, left_out };
  void send_fetched(http::Response response, Bytes bytes) {
    struct Fetched {
      http::Response response;
      std::string head;
    };
    auto fetched = std::make_shared<Fetched>(Fetched{.response = std::move(response), .head = {}});
    fetched->head = http::write_head(fetched->response, {.date = shard().date(), .keeps_alive = keeps_alive_});
    const auto body = bytes == Bytes::sent ? fetched->response.body.view() : std::string_view();
    if (send({.head = fetched->head, .body = body, .owner = fetched, .has_whole_head = true})) go_on_after_rest();
  }

  // Takes an answered request off the front of the buffer.
  void drop(std::size_t size) {
    filled_ -= size;
    if (filled_ > 0) std::memmove(buffer_.data(), buffer_.data() + size, filled_);
  }

  bool grow() {
    if (buffer_.size() >= most_head_bytes) return false;
    buffer_.resize(buffer_.size() * 2);
    return true;
  }

  // The shared count is touched only when something new has been published.
  void renew_snapshot() {
    const auto generation = server_.snapshots().generation();
    if (generation == generation_) return;
    generation_ = generation;
    snapshot_ = server_.snapshots().current();
  }

  void refuse(SiteServer::Refusal refusal) {
    keeps_alive_ = false;
    filled_ = 0;
    if (send(server_.refuse(refusal))) finish();
  }

  // True: all of it is sent. False: the connection is gone, or what is left goes out by itself and answer_received()
  // goes on after it.
  bool send(SiteServer::Answer answer) {
    line_.clear();
    if (!answer.has_whole_head)
      line_.append("Date: ").append(shard().date()).append(keeps_alive_ ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
    std::array<iovec, 3> parts = {part(answer.head), part(line_), part(answer.body)};
    const std::size_t total = answer.head.size() + line_.size() + answer.body.size();
    const auto sent = answer.file ? send_with_file(parts, *answer.file)
                                  : send_parts(parts, answer.body.empty() ? 2 : 3, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent == static_cast<ssize_t>(total)) return true;
    if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return false;
    send_rest(std::move(answer), sent < 0 ? 0 : static_cast<std::size_t>(sent));
    return false;
  }

  // How many bytes went out, or -1 as sendmsg().
  ssize_t send_parts(std::array<iovec, 3>& parts, std::size_t count, int flags) {
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = count;
    return ::sendmsg(socket_.native_handle(), &message, flags);
  }

  // The head, then the body from its file.
  ssize_t send_with_file(std::array<iovec, 3>& parts, const UnnamedFile& file) {
    const auto head = send_parts(parts, 2, MSG_NOSIGNAL | MSG_DONTWAIT | MSG_MORE);
    if (head != static_cast<ssize_t>(parts[0].iov_len + parts[1].iov_len)) return head;
    off_t offset = 0;
    const auto body = ::sendfile(socket_.native_handle(), file.descriptor(), &offset, parts[2].iov_len);
    if (body >= 0) return head + body;
    return errno == EAGAIN || errno == EWOULDBLOCK ? head : body;
  }

  static iovec part(std::string_view bytes) { return {const_cast<char*>(bytes.data()), bytes.size()}; }

  void send_rest(SiteServer::Answer answer, std::size_t sent) {
    set_deadline(send_time + std::chrono::seconds(answer.body.size() / least_bytes_a_second));
    is_sending_ = true;
    std::array<net::const_buffer, 3> parts = {net::buffer(answer.head), net::buffer(line_), net::buffer(answer.body)};
    for (auto& bytes : parts) {
      const auto skipped = std::min(sent, bytes.size());
      bytes += skipped;
      sent -= skipped;
    }
    net::async_write(
        socket_, parts,
        [self = shared_from_this(), owner = std::move(answer.owner)](boost::system::error_code fault, std::size_t) {
          if (fault) return;
          self->is_sending_ = false;
          self->go_on_after_rest();
        });
  }

  void go_on_after_rest() {
    if (!keeps_alive_) return finish();
    // The request is still at the front of the buffer.
    drop(parse_head({buffer_.data(), filled_}).size);
    set_deadline(idle_time);
    if (filled_ > 0) return answer_received();
    read_more();
  }

  // Closing with unread bytes would reset the connection and take the answer away: read on for a moment.
  void finish() {
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    set_deadline(linger_time);
    drain();
  }
  void drain() {
    socket_.async_read_some(net::buffer(buffer_),
                            [self = shared_from_this()](boost::system::error_code fault, std::size_t) {
                              if (!fault) self->drain();
                            });
  }

  tcp::socket socket_;
  const SiteServer& server_;
  std::string buffer_;
  std::size_t filled_ = 0;
  std::string line_;  // the lines of the head that change
  std::shared_ptr<const SiteSnapshot> snapshot_;
  unsigned long generation_ = 0;
  bool keeps_alive_ = true;
  bool is_sending_ = false;
};

}  // namespace

void SiteServer::start_connection(tcp::socket socket, http::Shard& shard) const {
  std::make_shared<SiteConnection>(std::move(socket), shard, *this)->start();
}

}  // namespace pagewright::sites
