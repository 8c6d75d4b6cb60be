#include "server/http/server.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "server/logging/log.hpp"

namespace pagewright::http {
namespace {

using tcp = boost::asio::ip::tcp;

constexpr auto poll_interval = std::chrono::milliseconds(20);
// After the grace: for coroutines that wait for the database or a pool. They end by themselves.
constexpr auto patience = std::chrono::seconds(10);
// After the last connection: for work that was started on the loops and belongs to none.
constexpr auto last_work = std::chrono::seconds(1);

std::unexpected<Problem> unusable(std::string sentence) {
  auto problem = Problem::internal(sentence);
  problem.detail = std::move(sentence);
  return std::unexpected(std::move(problem));
}

// With SO_REUSEPORT a second program of the same user could share our port unnoticed; a bind without it tells.
Outcome<void> check_free(const tcp::endpoint& endpoint) {
  boost::asio::io_context loop;
  tcp::acceptor probe(loop);
  boost::system::error_code fault;
  probe.open(endpoint.protocol(), fault);
  if (!fault) probe.set_option(tcp::acceptor::reuse_address(true), fault);
  if (!fault) probe.bind(endpoint, fault);
  if (!fault) probe.listen(1, fault);
  if (!fault) return {};
  const auto port = std::to_string(endpoint.port());
  if (fault == boost::asio::error::address_in_use) {
    return unusable("Port " + port + " is in use by another program. Stop that one, or choose another port.");
  }
  if (fault == boost::asio::error::access_denied) {
    return unusable("Port " + port + " needs administrator rights. Choose one from 1024 on.");
  }
  return unusable("Cannot listen on " + endpoint.address().to_string() + " port " + port + ": " + fault.message() +
                  ".");
}

}  // namespace

Server::Server(unsigned threads) {
  for (unsigned i = 0; i < threads; ++i) shards_.push_back(std::make_unique<Shard>());
}

Server::~Server() {
  stop(std::chrono::seconds(0));
}

Outcome<unsigned short> Server::listen(const std::string& host, unsigned short port, const Shard::Accept& accept) {
  boost::system::error_code fault;
  const auto address = boost::asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, fault);
  if (fault) return unusable("The host " + host + " is not an IP address.");
  tcp::endpoint endpoint(address, port);
  if (port != 0) TRY(check_free(endpoint));
  for (auto& shard : shards_) {
    auto bound = shard->listen(endpoint, accept);
    if (!bound)
      return unusable("Cannot listen on port " + std::to_string(endpoint.port()) + ": " + bound.error().cause + ".");
    endpoint = *bound;
  }
  return endpoint.port();
}

std::size_t Server::connections() const {
  std::size_t all = 0;
  for (const auto& shard : shards_) all += shard->connections();
  return all;
}

void Server::run() {
  for (auto& shard : shards_) {
    ++running_;
    threads_.emplace_back([this, &shard = *shard] {
      try {
        shard.run();
      } catch (const std::exception& thrown) {
        log::error("an event loop ended", {{"cause", thrown.what()}});
      }
      --running_;
    });
  }
}

void Server::stop(std::chrono::seconds grace) {
  using Clock = std::chrono::steady_clock;
  const auto wait = [&](std::chrono::milliseconds limit, auto is_over) {
    const auto until = Clock::now() + limit;
    while (!is_over() && Clock::now() < until) std::this_thread::sleep_for(poll_interval);
  };
  const auto has_ended = [&] { return running_ == 0; };
  const auto is_deserted = [&] {
    return running_ == 0 || std::ranges::all_of(shards_, [](const auto& shard) { return shard->connections() == 0; });
  };
  for (auto& shard : shards_) shard->wind_down();
  wait(grace, is_deserted);
  if (!is_deserted()) {
    for (auto& shard : shards_) shard->close_now();
    wait(patience, is_deserted);
  }
  wait(last_work, has_ended);
  for (auto& shard : shards_) shard->loop().stop();
  threads_.clear();
}

}  // namespace pagewright::http
