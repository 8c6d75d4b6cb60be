#include "server/outgoing/http_client.hpp"

#include <sys/socket.h>

#include "server/outgoing/address.hpp"
#include "server/outgoing/transfer.hpp"

namespace pagewright::outgoing {
namespace {

constexpr long connect_milliseconds = 5000;

// What the callbacks of one transfer share.
struct Exchange {
  Reach reach;
  std::size_t most_bytes;
  std::string body = {};
  bool is_cut = false;
  std::string refused_address = {};
};

// Called with the address that is about to be connected to, after all resolving.
curl_socket_t open_socket(void* exchange, curlsocktype /*purpose*/, curl_sockaddr* peer) {
  auto& self = *static_cast<Exchange*>(exchange);
  if (self.reach == Reach::public_only && !is_public(peer->addr)) {
    self.refused_address = to_text(peer->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

std::size_t receive(const char* bytes, std::size_t /*one*/, std::size_t size, void* exchange) {
  auto& self = *static_cast<Exchange*>(exchange);
  const std::size_t taken = std::min(size, self.most_bytes - self.body.size());
  self.body.append(bytes, taken);
  self.is_cut = taken < size;
  return taken;
}

void prepare(Transfer& transfer, const Post& request, Exchange& exchange) {
  transfer.set(CURLOPT_URL, request.url.c_str())
      .set(CURLOPT_PROTOCOLS_STR, "http,https")
      .set(CURLOPT_FOLLOWLOCATION, 0L)
      .set(CURLOPT_USERAGENT, "Pagewright")
      .set(CURLOPT_POST, 1L)
      .set(CURLOPT_POSTFIELDS, request.body.data())
      .set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()))
      .set(CURLOPT_CONNECTTIMEOUT_MS, connect_milliseconds)
      .set(CURLOPT_TIMEOUT_MS, static_cast<long>(request.time_limit.count()))
      .set(CURLOPT_OPENSOCKETFUNCTION, &open_socket)
      .set(CURLOPT_OPENSOCKETDATA, &exchange)
      .set(CURLOPT_WRITEFUNCTION, &receive)
      .set(CURLOPT_WRITEDATA, &exchange)
      .add_header("Expect:");  // a body of this size is not worth asking first
  for (const std::string& header : request.headers) transfer.add_header(header);
}

}  // namespace

std::expected<Answer, NoAnswer> HttpClient::perform(const Post& request) const {
  if (const auto fault = fault_of_url(request.url, reach_))
    return std::unexpected(NoAnswer{.reason = "The address " + *fault + "."});
  const auto started = std::chrono::steady_clock::now();
  Exchange exchange{.reach = reach_, .most_bytes = request.most_answer_bytes};
  Transfer transfer;
  prepare(transfer, request, exchange);
  transfer.stop_with(is_stopping_);
  const CURLcode code = transfer.perform();
  const auto duration =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
  const bool is_answered = code == CURLE_OK || (code == CURLE_WRITE_ERROR && exchange.is_cut);
  if (is_answered)
    return Answer{.status = static_cast<unsigned>(transfer.response_code()),
                  .body = std::move(exchange.body),
                  .duration = duration};
  if (!exchange.refused_address.empty())
    return std::unexpected(NoAnswer{
        .reason = "The address leads to " + exchange.refused_address + ", which is not on the public Internet.",
        .duration = duration});
  if (code == CURLE_ABORTED_BY_CALLBACK)
    return std::unexpected(NoAnswer{.reason = "The server stopped meanwhile.", .duration = duration});
  return std::unexpected(NoAnswer{.reason = transfer.fault(code) + ".", .duration = duration});
}

Task<std::expected<Answer, NoAnswer>> HttpClient::post(Post request) {
  co_return co_await pool_.run([&] { return perform(request); });
}

}  // namespace pagewright::outgoing
