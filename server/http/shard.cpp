#include "server/http/shard.hpp"

#include <sys/socket.h>

#include <boost/asio/post.hpp>
#include <ctime>
#include <memory>

#include "server/logging/log.hpp"

namespace pagewright::http {
namespace {

using ReusePort = boost::asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr auto sweep_interval = std::chrono::seconds(1);
constexpr auto accept_pause = std::chrono::milliseconds(100);
constexpr int backlog = 4096;

// RFC 9110's IMF-fixdate; the names are English whatever the locale.
std::string format_date(std::time_t time) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&time, &utc);
  char text[64];
  const int length =
      std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[utc.tm_wday], utc.tm_mday,
                    months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace

Peer::Peer(Shard& shard) : shard_(shard) {
  shard_.peers_.insert(this);
  shard_.connections_ = shard_.peers_.size();
}

Peer::~Peer() {
  shard_.peers_.erase(this);
  shard_.connections_ = shard_.peers_.size();
  if (shard_.is_winding_down_ && shard_.peers_.empty()) shard_.sweeper_.cancel();  // the last work of the loop
}

Shard::Shard() : date_(format_date(std::time(nullptr))) {}

Outcome<Shard::tcp::endpoint> Shard::listen(const tcp::endpoint& endpoint, Accept accept) {
  boost::system::error_code fault;
  tcp::acceptor acceptor(loop_);
  acceptor.open(endpoint.protocol(), fault);
  if (!fault) acceptor.set_option(tcp::acceptor::reuse_address(true), fault);
  if (!fault) acceptor.set_option(ReusePort(true), fault);
  if (!fault) acceptor.bind(endpoint, fault);
  if (!fault) acceptor.listen(backlog, fault);
  if (fault) return std::unexpected(Problem::internal(fault.message()));
  const auto bound = acceptor.local_endpoint();
  listeners_.push_back(std::make_unique<Listener>(std::move(acceptor), std::move(accept)));
  accept_next(*listeners_.back());
  return bound;
}

void Shard::accept_next(Listener& listener) {
  listener.acceptor.async_accept([this, &listener](boost::system::error_code fault, tcp::socket socket) {
    if (is_winding_down_ || fault == boost::asio::error::operation_aborted) return;
    if (fault) {
      // Out of file descriptors, most likely: pausing beats spinning.
      log::warning("cannot accept a connection", {{"cause", fault.message()}});
      return accept_later(listener);
    }
    // Over the limit the socket is closed by going out of scope.
    if (peers_.size() < most_connections) {
      boost::system::error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      listener.accept(std::move(socket), *this);
    }
    accept_next(listener);
  });
}

void Shard::accept_later(Listener& listener) {
  accept_pause_.expires_after(accept_pause);
  accept_pause_.async_wait([this, &listener](boost::system::error_code fault) {
    if (!fault && !is_winding_down_) accept_next(listener);
  });
}

void Shard::run() {
  sweep_later();
  loop_.run();
}

void Shard::sweep_later() {
  sweeper_.expires_after(sweep_interval);
  sweeper_.async_wait([this](boost::system::error_code fault) {
    if (!fault) sweep();
  });
}

void Shard::sweep() {
  date_ = format_date(std::time(nullptr));
  const auto now = Peer::Clock::now();
  std::vector<Peer*> expired;
  for (auto* peer : peers_) {
    if (peer->deadline_ <= now) expired.push_back(peer);
  }
  for (auto* peer : expired) {
    // An earlier one may have taken this one with it.
    if (!peers_.contains(peer)) continue;
    peer->clear_deadline();
    peer->expire();
  }
  if (!is_winding_down_ || !peers_.empty()) sweep_later();
}

void Shard::wind_down() {
  boost::asio::post(loop_, [this] {
    is_winding_down_ = true;
    accept_pause_.cancel();
    for (auto& listener : listeners_) {
      boost::system::error_code ignored;
      listener->acceptor.close(ignored);
    }
    for (auto* peer : std::vector<Peer*>(peers_.begin(), peers_.end())) {
      if (peers_.contains(peer)) peer->wind_down();
    }
    if (peers_.empty()) sweeper_.cancel();
  });
}

void Shard::close_now() {
  boost::asio::post(loop_, [this] {
    for (auto* peer : std::vector<Peer*>(peers_.begin(), peers_.end())) {
      if (peers_.contains(peer)) peer->close_now();
    }
  });
}

}  // namespace pagewright::http
