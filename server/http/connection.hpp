// HTTP/1.1 connections to the API and the editor.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "server/http/dispatcher.hpp"
#include "server/http/shard.hpp"

namespace pagewright::http {

struct ConnectionLimits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 20 * 1024 * 1024;
  std::chrono::seconds idle{75};     // between requests
  std::chrono::seconds header{10};   // for the whole header
  std::chrono::seconds body{120};    // for the whole body
  std::chrono::seconds piece{30};    // for each 64 KiB of a body that a route reads while it arrives
  std::chrono::seconds answer{120};  // for the client to take in the answer
  bool keeps_alive = true;           // false: one request a connection
};

// Converses over `socket` until either side closes. `dispatcher` must outlive the connection. `received`: what was read
// from it already.
void start_connection(boost::asio::ip::tcp::socket socket, Shard& shard, Dispatcher& dispatcher,
                      const ConnectionLimits& limits, std::string_view received = {});

}  // namespace pagewright::http
