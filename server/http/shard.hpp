// An event loop with the connections that live on it. Everything of a connection happens on its shard's one thread.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "server/problem/problem.hpp"

namespace pagewright::http {

class Shard;

// A connection as its shard sees it: it enters the shard's list when made and leaves it when destroyed, both on the
// shard's thread.
class Peer {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Peer(Shard& shard);
  virtual ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  // The deadline has passed. Called once for each deadline that is set.
  virtual void expire() = 0;
  // The server stops: finish what is being answered, then close.
  virtual void wind_down() = 0;
  // The time for that is over: close the socket now.
  virtual void close_now() = 0;

 protected:
  [[nodiscard]] Shard& shard() const { return shard_; }
  // Checked once a second, instead of a timer for every operation.
  void set_deadline(std::chrono::seconds from_now) { deadline_ = Clock::now() + from_now; }
  void clear_deadline() { deadline_ = Clock::time_point::max(); }

 private:
  friend class Shard;
  Shard& shard_;
  Clock::time_point deadline_ = Clock::time_point::max();
};

class Shard {
 public:
  using tcp = boost::asio::ip::tcp;
  // Takes over an accepted socket, on the shard's thread.
  using Accept = std::function<void(tcp::socket, Shard&)>;

  static constexpr std::size_t most_connections = 8192;

  Shard();

  // Accepts connections at `endpoint`, which the other shards share (SO_REUSEPORT). Before the loop runs.
  Outcome<tcp::endpoint> listen(const tcp::endpoint& endpoint, Accept accept);

  // Runs until wind_down() has been called and no work is left.
  void run();

  // From any thread: stop accepting, and wind all connections down.
  void wind_down();
  // From any thread: close all connections now.
  void close_now();

  [[nodiscard]] boost::asio::io_context& loop() { return loop_; }
  [[nodiscard]] bool is_winding_down() const { return is_winding_down_; }
  // From any thread.
  [[nodiscard]] std::size_t connections() const { return connections_; }
  // The value of a Date header, renewed once a second.
  [[nodiscard]] const std::string& date() const { return date_; }

 private:
  friend class Peer;
  struct Listener {
    tcp::acceptor acceptor;
    Accept accept;
  };
  void accept_next(Listener& listener);
  void accept_later(Listener& listener);
  void sweep();
  void sweep_later();

  boost::asio::io_context loop_{1};
  boost::asio::steady_timer sweeper_{loop_};
  boost::asio::steady_timer accept_pause_{loop_};
  std::vector<std::unique_ptr<Listener>> listeners_;
  std::unordered_set<Peer*> peers_;
  std::atomic<std::size_t> connections_{0};  // the size of peers_
  std::string date_;
  bool is_winding_down_ = false;
};

}  // namespace pagewright::http
