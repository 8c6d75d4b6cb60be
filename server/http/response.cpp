#include "server/http/response.hpp"

#include <algorithm>

#include "server/http/header_names.hpp"

namespace pagewright::http {
namespace {

Response with_type(std::string text, unsigned status, std::string media_type) {
  Response response{.status = status, .headers = {}, .body = std::move(text), .web_socket = {}};
  response.headers.push_back({"Content-Type", std::move(media_type)});
  return response;
}

}  // namespace

std::string_view Body::view() const {
  if (const auto* owned = std::get_if<std::string>(&bytes_)) return *owned;
  if (const auto* immortal = std::get_if<std::string_view>(&bytes_)) return *immortal;
  if (const auto* part = std::get_if<Part>(&bytes_)) return part->bytes;
  const auto& shared = std::get<std::shared_ptr<const std::string>>(bytes_);
  return shared ? std::string_view(*shared) : std::string_view{};
}

Response Response::json(const json::Value& value, unsigned status) {
  return json_text(json::serialize(value), status);
}

Response Response::json_text(std::string text, unsigned status) {
  return with_type(std::move(text), status, "application/json");
}

Response Response::html(std::string text, unsigned status) {
  return with_type(std::move(text), status, "text/html; charset=utf-8");
}

Response Response::text(std::string text, unsigned status) {
  return with_type(std::move(text), status, "text/plain; charset=utf-8");
}

Response Response::no_content() {
  return {.status = 204, .headers = {}, .body = {}, .web_socket = {}};
}

Response Response::redirect(std::string location, unsigned status) {
  Response response{.status = status, .headers = {}, .body = {}, .web_socket = {}};
  response.headers.push_back({"Location", std::move(location)});
  return response;
}

Response Response::problem(const Problem& problem) {
  auto response = with_type(problem.to_json(), problem.status(), "application/problem+json");
  if (problem.retry_after != 0) response.set("Retry-After", std::to_string(problem.retry_after));
  if (problem.is(ProblemKind::unauthenticated)) response.set("WWW-Authenticate", "Bearer");
  return response;
}

Response Response::upgrade(std::function<Task<void>(std::shared_ptr<WebSocket>)> conversation) {
  return {.status = 101, .headers = {}, .body = {}, .web_socket = std::move(conversation)};
}

Response& Response::set(std::string_view name, std::string value) {
  const auto known =
      std::ranges::find_if(headers, [&](const Header& header) { return is_same_header(header.name, name); });
  if (known != headers.end()) {
    known->value = std::move(value);
  } else {
    headers.push_back({std::string(name), std::move(value)});
  }
  return *this;
}

Response& Response::add(std::string name, std::string value) {
  headers.push_back({std::move(name), std::move(value)});
  return *this;
}

std::string_view Response::header(std::string_view name) const {
  const auto found =
      std::ranges::find_if(headers, [&](const Header& header) { return is_same_header(header.name, name); });
  return found == headers.end() ? std::string_view{} : found->value;
}

}  // namespace pagewright::http
