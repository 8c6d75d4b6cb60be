// For tests: a server that takes what is sent to it, notes it, and answers as it is told.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace pagewright::outgoing {

// Listens on 127.0.0.1 and gives each connection to `converse`, one after the other, with its descriptor.
class Receiver {
 public:
  explicit Receiver(std::function<void(int)> converse)
      : converse_(std::move(converse)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
      throw std::runtime_error("the receiver cannot listen");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this](const std::stop_token& stop) { accept_until(stop); });
  }
  ~Receiver() {
    thread_ = {};
    ::close(listener_);
  }
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  [[nodiscard]] unsigned short port() const { return port_; }

  // Reads until `is_whole` says so, the peer closes, or nothing comes for five seconds.
  static std::string read_until(int connection, const std::function<bool(const std::string&)>& is_whole) {
    std::string received;
    pollfd waiting{.fd = connection, .events = POLLIN, .revents = 0};
    while (!is_whole(received) && ::poll(&waiting, 1, 5000) > 0) {
      char bytes[16 * 1024];
      const auto size = ::recv(connection, bytes, sizeof bytes, 0);
      if (size <= 0) break;
      received.append(bytes, static_cast<std::size_t>(size));
    }
    return received;
  }
  static void write(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

 private:
  void accept_until(const std::stop_token& stop) {
    pollfd waiting{.fd = listener_, .events = POLLIN, .revents = 0};
    while (!stop.stop_requested()) {
      if (::poll(&waiting, 1, 20) <= 0) continue;
      const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0) continue;
      converse_(connection);
      ::close(connection);
    }
  }

  std::function<void(int)> converse_;
  int listener_;
  unsigned short port_ = 0;
  std::jthread thread_;
};

// A receiver of HTTP requests.
class HttpReceiver {
 public:
  struct Request {
    std::string head;  // the request line and the headers
    std::string body;

    [[nodiscard]] std::string header(const std::string& name) const {
      const auto at = head.find("\r\n" + name + ": ");
      if (at == std::string::npos) return {};
      const auto from = at + name.size() + 4;
      return head.substr(from, head.find("\r\n", from) - from);
    }
  };

  [[nodiscard]] std::string url(const std::string& path = "/hook") const {
    return "http://127.0.0.1:" + std::to_string(receiver_.port()) + path;
  }
  // Whole lines, such as "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"; empty: closes without a word.
  void answer_with(std::string bytes) {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(bytes);
  }
  void answer_status(unsigned status, const std::string& body = {}) {
    answer_with("HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\nConnection: close\r\n\r\n" + body);
  }
  // What has arrived since the last call.
  std::vector<Request> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(requests_, {});
  }

 private:
  static std::size_t body_size(const std::string& head) {
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
  }
  void converse(int connection) {
    const auto received = Receiver::read_until(connection, [](const std::string& bytes) {
      const auto end = bytes.find("\r\n\r\n");
      return end != std::string::npos && bytes.size() >= end + 4 + body_size(bytes.substr(0, end));
    });
    const auto end = received.find("\r\n\r\n");
    if (end == std::string::npos) return;
    const std::lock_guard lock(mutex_);
    requests_.push_back({.head = received.substr(0, end + 2), .body = received.substr(end + 4)});
    Receiver::write(connection, answer_);
  }

  std::mutex mutex_;
  std::vector<Request> requests_;
  std::string answer_ = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
  Receiver receiver_{[this](int connection) { converse(connection); }};
};

}  // namespace pagewright::outgoing
