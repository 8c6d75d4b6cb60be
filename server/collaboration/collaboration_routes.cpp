#include "server/collaboration/collaboration_routes.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server/metrics/measurements.hpp"

namespace pagewright::collaboration {
namespace {

constexpr unsigned hello_seconds = 10;
constexpr std::size_t most_hello_bytes = 16 * 1024;  // of whom nobody knows yet
constexpr const char* access_has_changed = "Your access to the page has changed.";
// Whole minutes of offline work arrive at once; nobody types faster than this for long.
constexpr double message_burst = 2000;
constexpr std::chrono::seconds message_period{20};

enum CloseCode : unsigned short {
  restart = 1012,
  protocol_fault = 1008,
  unauthenticated = 4401,
  forbidden = 4403,
  not_found = 4404,
  no_hello = 4408,
  too_many_messages = 4429,
};

void refuse(http::WebSocket& socket, CloseCode code, std::string_view name, std::string text) {
  socket.send(error_message(name, text));
  socket.close(code, std::move(text));
}

// What the caller may not view is not there.
void refuse_opening(http::WebSocket& socket, const Problem& problem) {
  if (problem.is(ProblemKind::not_found))
    refuse(socket, not_found, "not_found", "There is no such page or branch, or it was deleted.");
  else
    refuse(socket, restart, "unavailable", "The page cannot be opened at the moment.");
}

// A token's claims with the role that its owner has now.
Member::Claims with_role(Member::Claims claims, http::Role role) {
  if (!claims || claims->role == role) return claims;
  auto present = std::make_shared<auth::Claims>(*claims);
  present->role = role;
  return present;
}

bool is_client_id(std::string_view text) {
  return document::NodeId::parse(text).has_value();
}

// "<clientId>-<counter>"
bool is_transaction_id(std::string_view id, std::string_view client_id) {
  if (!id.starts_with(client_id) || id.substr(client_id.size(), 1) != "-") return false;
  const std::string_view counter = id.substr(client_id.size() + 1);
  return !counter.empty() && counter.size() <= 19 &&
         std::ranges::all_of(counter, [](char c) { return c >= '0' && c <= '9'; });
}

// What is new of who is here waits for more of it. A room that is gone by then has nobody to tell.
Task<void> tell_after(std::weak_ptr<Room> room, Presence::Wait wait) {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, wait);
  co_await timer.async_wait(boost::asio::use_awaitable);
  if (const auto present = room.lock()) present->presence().tell();
}

void tell_later(const http::WebSocket& socket, Room& room, std::optional<Presence::Wait> wait) {
  if (wait) boost::asio::co_spawn(socket.executor(), tell_after(room.weak_from_this(), *wait), boost::asio::detached);
}

}  // namespace

struct CollaborationRoutes::Hello {
  http::Caller caller;
  std::string token;
  Member::Claims claims;
  std::string page_id;
  std::string branch;
  std::string client_id;
  std::optional<std::int64_t> since;
};

Task<Outcome<http::Response>> CollaborationRoutes::open(http::Request& request) {
  if (!request.is_upgrade) co_return std::unexpected(Problem::malformed("This address speaks WebSocket only."));
  co_return http::Response::upgrade(
      [this](std::shared_ptr<http::WebSocket> socket) { return converse(std::move(socket)); });
}

Task<bool> CollaborationRoutes::is_still_admitted(const http::Caller& caller, const Room& room, const Member& member) {
  const auto rights = co_await admission_.rights(caller, room.page_id());
  const auto membership = co_await admission_.membership(caller, room);
  co_return rights && *rights == member.rights() && membership && *membership == member.membership();
}

Task<void> CollaborationRoutes::converse(std::shared_ptr<http::WebSocket> socket) {
  auto hello = co_await greet(*socket);
  if (!hello) co_return;
  const auto rights = co_await admission_.rights(hello->caller, hello->page_id);
  if (!rights) co_return refuse_opening(*socket, rights.error());
  auto room = co_await rooms_.open(hello->page_id, hello->caller.organization_id, hello->branch);
  if (!room) co_return refuse_opening(*socket, room.error());
  auto membership = co_await admission_.membership(hello->caller, **room);
  if (!membership) co_return refuse_opening(*socket, membership.error());
  const Author author{.id = hello->caller.user_id, .name = hello->caller.name};
  auto member = std::make_shared<Member>(socket, tokens_, author, hello->client_id, hello->claims, *rights,
                                         std::move(*membership));
  if (const auto joined = co_await (*room)->join(member, hello->since); !joined) {
    socket->close(restart, "The page was reloaded.");
    co_return;
  }
  {
    // However the conversation ends, nobody stays in the room.
    ++metrics::measurements().editors;
    const std::shared_ptr<void> leaving(nullptr, [&](auto) {
      (*room)->leave(member.get());
      tell_later(*socket, **room, (*room)->presence().leave(member.get()));
      --metrics::measurements().editors;
    });
    // What was changed before the member stood in the room did not reach it there.
    const auto present = co_await auth_.authenticate(hello->token);
    if (!present) co_return member->end(unauthenticated, "Sign in again.");
    if (present->role != hello->caller.role) co_return member->end(restart, "Your role has changed.");
    if (!co_await is_still_admitted(*present, **room, *member)) co_return member->end(restart, access_has_changed);
    co_await follow(*socket, **room, member);
  }
  if (!(*room)->is_idle()) co_return;
  co_await (*room)->maintain();
  co_await (*room)->store_snapshot();
}

Task<std::optional<CollaborationRoutes::Hello>> CollaborationRoutes::greet(http::WebSocket& socket) {
  const auto text = co_await socket.read_within(hello_seconds, most_hello_bytes);
  if (!text) {
    if (socket.is_open()) refuse(socket, no_hello, "no_hello", "The first message must be hello, within 10 seconds.");
    co_return std::nullopt;
  }
  const auto message = json::parse(*text);
  if (!message || json::find_string(*message, "type") != "hello") {
    refuse(socket, no_hello, "no_hello", "The first message must be hello.");
    co_return std::nullopt;
  }
  Hello hello{.page_id = std::string(json::find_string(*message, "pageId").value_or("")),
              .branch = std::string(json::find_string(*message, "branch").value_or(main_branch)),
              .client_id = std::string(json::find_string(*message, "clientId").value_or(""))};
  if (!is_client_id(hello.client_id)) {
    refuse(socket, protocol_fault, "malformed", "clientId must be 1 to 36 characters of A-Z a-z 0-9 _ -.");
    co_return std::nullopt;
  }
  if (const json::Value* since = json::find(*message, "since"); since != nullptr && since->is_int64())
    hello.since = since->get_int64();
  const std::string token(json::find_string(*message, "accessToken").value_or(""));
  auto caller = co_await auth_.authenticate(token);
  if (caller) hello.claims = with_role(tokens_.verify(token, now_milliseconds() / 1000), caller->role);
  if (!hello.claims) {
    refuse(socket, unauthenticated, "unauthenticated", "Sign in again.");
    co_return std::nullopt;
  }
  hello.caller = std::move(*caller);
  hello.token = token;
  co_return hello;
}

Task<void> CollaborationRoutes::follow(http::WebSocket& socket, Room& room, std::shared_ptr<Member> member) {
  http::RateLimiter pace(message_burst, message_period, 1);
  while (const auto text = co_await socket.read()) {
    if (pace.take(""))
      co_return refuse(socket, too_many_messages, "too_many_messages", "Too many messages: slow down.");
    const auto message = json::parse(*text);
    const auto type = message ? json::find_string(*message, "type") : std::nullopt;
    if (type == "authenticate") {
      const std::string token(json::find_string(*message, "accessToken").value_or(""));
      // Asks the database too: after a restart only that knows of sessions that were revoked before it.
      const auto caller = co_await auth_.authenticate(token);
      auto claims = caller ? with_role(tokens_.verify(token, now_milliseconds() / 1000), caller->role) : nullptr;
      if (!claims || claims->user_id != member->author().id || claims->organization_id != room.organization_id())
        co_return refuse(socket, unauthenticated, "unauthenticated", "Sign in again.");
      if (!co_await is_still_admitted(*caller, room, *member)) co_return member->end(restart, access_has_changed);
      member->renew(std::move(claims));
      continue;
    }
    if (!member->is_signed_in()) co_return refuse(socket, unauthenticated, "unauthenticated", "Sign in again.");
    if (type == "presence") {
      auto pointing = Pointing::read(*message);
      if (!pointing) co_return refuse(socket, protocol_fault, "malformed", "A presence message shows what it may not.");
      tell_later(socket, room, room.presence().show(member, std::move(*pointing)));
      continue;
    }
    const json::Value* transaction = type == "submit" ? json::find(*message, "transaction") : nullptr;
    if (transaction == nullptr)
      co_return refuse(socket, protocol_fault, "malformed",
                       "A message must be submit with a transaction, presence, or authenticate.");
    if (!member->may_edit_page())
      co_return refuse(socket, forbidden, "forbidden", "You may look at this page, not change it.");
    const std::string id(json::find_string(*transaction, "id").value_or(""));
    if (!is_transaction_id(id, member->client_id())) {
      member->send(refuse_message(id, {.code = ErrorCode::invalid_operation,
                                       .message = "A transaction's id must be <clientId>-<counter>.",
                                       .path = "/id"}));
      continue;
    }
    room.submit(member, *transaction);
    co_await room.maintain();
  }
}

}  // namespace pagewright::collaboration
