#include "server/tokens/token_history_routes.hpp"

#include <charconv>

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/tokens/member_text.hpp"

namespace pagewright::tokens {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

http::Response answer(const TokenDraft& draft) {
  auto response = http::Response::json_text(draft.to_json());
  response.set("ETag", "\"" + draft.revision + "\"");
  return response;
}

Outcome<std::int64_t> number_of(const http::Request& request, std::string_view parameter) {
  const std::string& text = request.parameter(parameter);
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size())
    return std::unexpected(Problem::not_found("There is no such version of the design tokens."));
  return number;
}

Outcome<std::string> read_message(const http::Request& request, const char* title) {
  static const json::Value nothing = json::Object();
  Fields fields(request.json.is_null() ? nothing : std::as_const(request.json));
  std::string message = fields.text("message", {.max = 500}).value_or("");
  fields.refuse_others();
  TRY(fields.check(title));
  return message;
}

}  // namespace

Task<Outcome<http::Response>> TokenHistoryRoutes::get_draft(http::Request& request) {
  co_return answer(CO_TRY(co_await history_.draft(*request.caller)));
}

Task<Outcome<http::Response>> TokenHistoryRoutes::put_draft(http::Request& request) {
  Fields fields(request.json);
  const json::Object* tokens = fields.object("tokens");
  const json::Value* base = fields.any("baseVersion");
  if (tokens == nullptr && !fields.has_errors()) fields.add_error("/tokens", "is required", "required");
  fields.refuse_others({"author", "updatedAt"});
  CO_TRY(fields.check("The draft was not saved"));
  DraftChange change{.tokens = *tokens, .text = std::string(member_text(request.body, "tokens"))};
  if (base != nullptr && base->is_int64()) change.base_version = base->get_int64();
  auto if_match = CO_TRY(http::IfMatch::parse(request.header("If-Match")));
  co_return answer(CO_TRY(co_await history_.save_draft(*request.caller, std::move(change), std::move(if_match))));
}

Task<Outcome<http::Response>> TokenHistoryRoutes::delete_draft(http::Request& request) {
  auto if_match = CO_TRY(http::IfMatch::parse(request.header("If-Match")));
  CO_TRY(co_await history_.discard_draft(*request.caller, std::move(if_match)));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> TokenHistoryRoutes::publish(http::Request& request) {
  auto message = CO_TRY(read_message(request, "The draft was not published"));
  auto if_match = CO_TRY(http::IfMatch::parse(request.header("If-Match")));
  const auto version = CO_TRY(co_await history_.publish(*request.caller, std::move(message), std::move(if_match)));
  co_return http::Response::json_text(version.to_json(), 201);
}

Task<Outcome<http::Response>> TokenHistoryRoutes::list(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const auto found = CO_TRY(co_await history_.list(*request.caller, limit, offset));
  std::vector<std::string> items;
  for (const TokenVersion& version : found.items) items.push_back(version.to_json());
  co_return http::Response::json_text(json_list(items, found.total, limit, offset));
}

Task<Outcome<http::Response>> TokenHistoryRoutes::get(http::Request& request) {
  const auto number = CO_TRY(number_of(request, "number"));
  co_return http::Response::json_text(CO_TRY(co_await history_.version(*request.caller, number)).to_json());
}

Task<Outcome<http::Response>> TokenHistoryRoutes::compare(http::Request& request) {
  const auto from = CO_TRY(number_of(request, "number"));
  const auto to = CO_TRY(number_of(request, "other"));
  co_return http::Response::json_text(CO_TRY(co_await history_.compare(*request.caller, from, to)));
}

Task<Outcome<http::Response>> TokenHistoryRoutes::restore(http::Request& request) {
  const auto number = CO_TRY(number_of(request, "number"));
  auto message = CO_TRY(read_message(request, "The version was not restored"));
  const auto version = CO_TRY(co_await history_.restore(*request.caller, number, std::move(message)));
  co_return http::Response::json_text(version.to_json(), 201);
}

}  // namespace pagewright::tokens
