// A client for tests that sends exactly the bytes it is told to.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <string>
#include <string_view>

namespace pagewright::http {

class WireClient {
 public:
  explicit WireClient(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    const timeval patience{.tv_sec = 8, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~WireClient() { ::close(socket_); }
  WireClient(const WireClient&) = delete;
  WireClient& operator=(const WireClient&) = delete;

  [[nodiscard]] bool is_connected() const { return is_connected_; }

  WireClient& send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return *this;
  }

  // Everything until the server closes (or 8 seconds of silence).
  std::string read_to_end() {
    while (receive()) {
    }
    return std::exchange(received_, {});
  }

  // One answer: its head, and as much body as Content-Length says. `has_body` is false for answers to HEAD.
  std::string read_answer(bool has_body = true) {
    std::size_t head_end = std::string::npos;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!receive()) return std::exchange(received_, {});
    }
    std::size_t size = head_end + 4;
    if (const auto at = received_.find("Content-Length: "); has_body && at < head_end)
      size += std::stoul(received_.substr(at + 16));
    while (received_.size() < size && receive()) {
    }
    auto answer = received_.substr(0, size);
    received_.erase(0, size);
    return answer;
  }

  std::string ask(std::string_view request) { return send(request).read_answer(); }

 private:
  bool receive() {
    char bytes[64 * 1024];
    const auto size = ::recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) return false;
    received_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  bool is_connected_ = false;
  std::string received_;
};

}  // namespace pagewright::http
