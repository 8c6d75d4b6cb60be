// The listener for published sites: answers from memory, on a port of its own, so that published content never shares
// an origin with the editor.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <functional>

#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/http/shard.hpp"
#include "server/sites/prepared_answer.hpp"
#include "server/sites/request_head.hpp"

namespace pagewright::sites {

class SiteServer {
 public:
  // Goes on with a connection whose first request, of which `received` has the beginning, sends a form to a published
  // page, or asks to be let in where not everyone is.
  using Reception =
      std::function<void(boost::asio::ip::tcp::socket socket, http::Shard& shard, std::string_view received)>;

  // Answers a request for a file that was uploaded: calls `answer` once, later, on the shard's thread.
  using FileSource =
      std::function<void(http::Request request, http::Shard& shard, std::function<void(http::Response)> answer)>;

  // `snapshots` must outlive the server. Without `reception`, pages are only shown; without `files`, there are none.
  explicit SiteServer(const SiteSnapshots& snapshots, Reception reception = {}, FileSource files = {});

  // The server must outlive the connection. On the shard's thread.
  void start_connection(boost::asio::ip::tcp::socket socket, http::Shard& shard) const;

  // An answer, as a rule but for the lines that change with every request.
  struct Answer {
    std::string_view head;
    std::string_view body;
    const UnnamedFile* file = nullptr;
    std::shared_ptr<const void> owner =
        {};                       // only of answers made for one request; others live as long as the snapshot
    bool has_whole_head = false;  // also the lines that change
  };
  // `snapshot` is the current one.
  [[nodiscard]] Answer answer(const RequestHead& head, const SiteSnapshot& snapshot) const;

  enum class Refusal : std::uint8_t { malformed, too_large };
  [[nodiscard]] Answer refuse(Refusal refusal) const;

  // True: it is not for answer(), but for receive().
  [[nodiscard]] bool is_for_reception(const RequestHead& head, const SiteSnapshot& snapshot) const;
  void receive(boost::asio::ip::tcp::socket socket, http::Shard& shard, std::string_view received) const {
    reception_(std::move(socket), shard, received);
  }

  // True: it is not for answer(), but for fetch_file().
  [[nodiscard]] bool is_file(const RequestHead& head) const;
  void fetch_file(const RequestHead& head, http::Shard& shard, std::function<void(http::Response)> answer) const;

  [[nodiscard]] const SiteSnapshots& snapshots() const { return snapshots_; }

 private:
  [[nodiscard]] Answer without_page(const RequestHead& head, std::string_view path, const SiteSnapshot& snapshot) const;

  const SiteSnapshots& snapshots_;
  Reception reception_;
  FileSource files_;
  std::unordered_map<std::string, std::unique_ptr<const SiteSnapshot::Entry>, TextHash, std::equal_to<>> pictures_;
  // A page of ours, and the answer that refers to it.
  struct Notice {
    Notice(std::string_view status, std::string html, std::string_view extra_headers = {})
        : page(std::move(html)), answer(prepare_notice(status, page, extra_headers)) {}
    Notice(const Notice&) = delete;
    Notice& operator=(const Notice&) = delete;
    const std::string page;
    const PreparedAnswer answer;
  };
  Notice not_found_;
  Notice no_home_;
  Notice method_not_allowed_;
  Notice malformed_;
  Notice too_large_;
};

}  // namespace pagewright::sites
