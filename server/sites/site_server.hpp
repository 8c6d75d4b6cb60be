// The listener for published sites: answers from memory, on a port of its own, so that published content never shares
// an origin with the editor.
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include "server/http/shard.hpp"
#include "server/sites/prepared_answer.hpp"
#include "server/sites/request_head.hpp"

namespace pagewright::sites {

class SiteServer {
 public:
  // `snapshots` must outlive the server.
  explicit SiteServer(const SiteSnapshots& snapshots);

  // The server must outlive the connection. On the shard's thread.
  void start_connection(boost::asio::ip::tcp::socket socket, http::Shard& shard) const;

  // An answer but for the lines that change with every request.
  struct Answer {
    std::string_view head;
    std::string_view body;
    const UnnamedFile* file = nullptr;
    std::shared_ptr<const PreparedAnswer> owner =
        {};  // only of answers made for one request; others live as long as the snapshot
  };
  // `snapshot` is the current one.
  [[nodiscard]] Answer answer(const RequestHead& head, const SiteSnapshot& snapshot) const;

  enum class Refusal : std::uint8_t { malformed, too_large };
  [[nodiscard]] Answer refuse(Refusal refusal) const;

  [[nodiscard]] const SiteSnapshots& snapshots() const { return snapshots_; }

 private:
  const SiteSnapshots& snapshots_;
  std::unordered_map<std::string, std::unique_ptr<const SiteSnapshot::Entry>, TextHash, std::equal_to<>> pictures_;
  PreparedAnswer not_found_;
  PreparedAnswer no_home_;
  PreparedAnswer method_not_allowed_;
  PreparedAnswer malformed_;
  PreparedAnswer too_large_;
};

}  // namespace pagewright::sites
