#include "server/crash/writer.hpp"

#include <charconv>
#include <chrono>

#include "server/http/wire_client.hpp"

namespace pagewright::crash {

Reply ask(unsigned short port, const std::string& token, const std::string& method, const std::string& path,
          const std::string& body) {
  http::WireClient client(port);
  if (!client.is_connected()) return {};
  std::string request = method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  if (!token.empty()) request += "Authorization: Bearer " + token + "\r\n";
  if (!body.empty())
    request += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  const std::string answer = client.ask(request + "\r\n" + body);
  constexpr std::size_t before_status = sizeof "HTTP/1.1 " - 1;
  const std::size_t head_end = answer.find("\r\n\r\n");
  if (head_end == std::string::npos) return {};
  Reply reply{.body = answer.substr(head_end + 4)};
  std::from_chars(answer.data() + before_status, answer.data() + before_status + 3, reply.status);
  return reply;
}

void Writer::start(unsigned short port) {
  thread_ = std::jthread([this, port](const std::stop_token& stop) {
    while (!stop.stop_requested()) change(port);
  });
}

void Writer::change(unsigned short port) {
  const std::int64_t number = ++sent_;
  const std::string text = std::to_string(number);
  const Reply reply =
      ask(port, token_, "PUT", "/pages/" + page_id_,
          R"({"description":")" + text +
              R"(","structure":{"components":[{"id":"h","component":"heading","props":{"text":")" + text + "\"}}]}}");
  if (reply.status == 200) {
    acknowledged_ = number;
  } else if (reply.status == 503 && reply.body.find("again") != std::string::npos) {
    ++refusals_;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  } else if (reply.status != 0) {
    surprises_.push_back(std::to_string(reply.status) + " " + reply.body);
  }
}

}  // namespace pagewright::crash
