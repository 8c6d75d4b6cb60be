// The shards and their threads: listens, runs, and stops with grace.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "server/http/shard.hpp"

namespace pagewright::http {

class Server {
 public:
  explicit Server(unsigned threads);
  // Stops at once if it still runs.
  ~Server();

  // Accepts connections at host and port (0: any free one) on all shards, and gives the port. Before run(). Fails with
  // a sentence for the person who started the program, in `detail`: the port is in use, the host is no address of this
  // machine.
  Outcome<unsigned short> listen(const std::string& host, unsigned short port, const Shard::Accept& accept);

  // Starts the threads and returns.
  void run();

  // Open connections, of all listeners.
  [[nodiscard]] std::size_t connections() const;

  // Stops accepting and lets what is being answered finish, for at most `grace`; then closes what is left. Blocks until
  // every connection is gone and its coroutines have ended.
  void stop(std::chrono::seconds grace);

 private:
  std::vector<std::unique_ptr<Shard>> shards_;
  std::vector<std::jthread> threads_;
  std::atomic<unsigned> running_{0};
};

}  // namespace pagewright::http
