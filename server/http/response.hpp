// What a route answers with.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/json/value.hpp"
#include "server/http/request.hpp"
#include "server/http/web_socket.hpp"

namespace pagewright::http {

// The bytes of a body: owned, shared with others, a part of something, or living as long as the program (embedded
// files).
class Body {
 public:
  Body() = default;
  // Implicit on purpose: a response is written as {.body = text}.
  Body(std::string text) : bytes_(std::move(text)) {}
  Body(std::shared_ptr<const std::string> shared) : bytes_(std::move(shared)) {}
  // `bytes` live as long as `owner`.
  static Body part_of(std::shared_ptr<const void> owner, std::string_view bytes) {
    Body body;
    body.bytes_ = Part{std::move(owner), bytes};
    return body;
  }
  static Body immortal(std::string_view bytes) {
    Body body;
    body.bytes_ = bytes;
    return body;
  }

  [[nodiscard]] std::string_view view() const;

 private:
  struct Part {
    std::shared_ptr<const void> owner;
    std::string_view bytes;
  };
  std::variant<std::string, std::shared_ptr<const std::string>, std::string_view, Part> bytes_;
};

struct Response {
  unsigned status = 200;
  std::vector<Header> headers;
  Body body;
  // When set, the connection is upgraded and handed over; it is closed when the coroutine ends.
  std::function<Task<void>(std::shared_ptr<WebSocket>)> web_socket;

  static Response json(const json::Value& value, unsigned status = 200);
  // `text` is already JSON.
  static Response json_text(std::string text, unsigned status = 200);
  static Response html(std::string text, unsigned status = 200);
  static Response text(std::string text, unsigned status = 200);
  static Response no_content();
  static Response redirect(std::string location, unsigned status = 302);
  static Response problem(const Problem& problem);
  static Response upgrade(std::function<Task<void>(std::shared_ptr<WebSocket>)> conversation);

  // Replaces the header of that name, or adds it.
  Response& set(std::string_view name, std::string value);
  // Adds it even where one of that name exists (Set-Cookie).
  Response& add(std::string name, std::string value);
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

}  // namespace pagewright::http
