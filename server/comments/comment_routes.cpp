#include "server/comments/comment_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::comments {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

// What the bodies are has been checked against their description, but for blanks at their ends.
std::string body_in(const http::Request& request) {
  return std::string(trimmed(json::find_string(request.json, "body").value_or("")));
}

State state_in(const http::Request& request) {
  const auto state = request.query_parameter("state").value_or("open");
  return state == "resolved" ? State::resolved : state == "all" ? State::all : State::open;
}

}  // namespace

Task<Outcome<http::Response>> CommentRoutes::list(http::Request& request) {
  const ThreadQuery query{
      .page_id = request.parameter("id"),
      .state = state_in(request),
      .node_id = std::string(request.query_parameter("node").value_or("")),
      .limit = CO_TRY(request.integer_parameter("limit", most_threads_at_once, 1, most_threads_at_once)),
      .offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset))};
  const ThreadList found = CO_TRY(co_await service_.list(*request.caller, query));
  std::vector<std::string> items;
  for (const Thread& thread : found.items) items.push_back(thread.to_json());
  co_return http::Response::json_text(
      JsonText()
          .raw("items", json_array(items))
          .number("total", found.total)
          .number("limit", query.limit)
          .number("offset", query.offset)
          .raw("counts", JsonText().number("open", found.open).number("resolved", found.resolved).take())
          .take());
}

Task<Outcome<http::Response>> CommentRoutes::begin(http::Request& request) {
  const Thread thread = CO_TRY(co_await service_.begin(
      *request.caller, request.parameter("id"), std::string(json::find_string(request.json, "nodeId").value_or("")),
      std::string(request.query_parameter("branch").value_or("main")), body_in(request)));
  co_return http::Response::json_text(thread.to_json(), 201);
}

Task<Outcome<http::Response>> CommentRoutes::get(http::Request& request) {
  const Thread thread =
      CO_TRY(co_await service_.get(*request.caller, request.parameter("id"), request.parameter("thread")));
  co_return http::Response::json_text(thread.to_json());
}

Task<Outcome<http::Response>> CommentRoutes::resolve(http::Request& request) {
  const json::Value* is_resolved = json::find(request.json, "isResolved");
  const Thread thread = CO_TRY(co_await service_.resolve(*request.caller, request.parameter("id"),
                                                         request.parameter("thread"), is_resolved->get_bool()));
  co_return http::Response::json_text(thread.to_json());
}

Task<Outcome<http::Response>> CommentRoutes::reply(http::Request& request) {
  const Thread thread = CO_TRY(
      co_await service_.reply(*request.caller, request.parameter("id"), request.parameter("thread"), body_in(request)));
  co_return http::Response::json_text(thread.to_json(), 201);
}

Task<Outcome<http::Response>> CommentRoutes::edit(http::Request& request) {
  const Thread thread =
      CO_TRY(co_await service_.edit(*request.caller, request.parameter("id"), request.parameter("thread"),
                                    request.parameter("comment"), body_in(request)));
  co_return http::Response::json_text(thread.to_json());
}

Task<Outcome<http::Response>> CommentRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id"), request.parameter("thread"),
                                  request.parameter("comment")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> CommentRoutes::find_people(http::Request& request) {
  std::string search(trimmed(request.query_parameter("search").value_or("")));
  std::vector<std::string> items;
  for (const Person& person :
       CO_TRY(co_await service_.find_people(*request.caller, request.parameter("id"), std::move(search))))
    items.push_back(person.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

}  // namespace pagewright::comments
