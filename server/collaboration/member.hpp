// One editor's connection to an open page.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "server/access/membership.hpp"
#include "server/auth/access_token.hpp"
#include "server/collaboration/version_record.hpp"
#include "server/http/web_socket.hpp"

namespace pagewright::collaboration {

// Thread-safe.
class Member {
 public:
  using Message = std::shared_ptr<const std::string>;
  using Claims = std::shared_ptr<const auth::Claims>;

  Member(std::shared_ptr<http::WebSocket> socket, auth::AccessTokens& tokens, Author author, std::string client_id,
         Claims claims, http::PageRights rights, access::Membership membership)
      : socket_(std::move(socket)),
        tokens_(tokens),
        author_(std::move(author)),
        client_id_(std::move(client_id)),
        rights_(rights),
        membership_(std::move(membership)),
        claims_(std::move(claims)) {}

  [[nodiscard]] const Author& author() const { return author_; }
  [[nodiscard]] const std::string& client_id() const { return client_id_; }
  // To the page. Whose rights change connects anew.
  [[nodiscard]] const http::PageRights& rights() const { return rights_; }
  // With the teams, where these count for what may be inserted.
  [[nodiscard]] const access::Membership& membership() const { return membership_; }
  [[nodiscard]] bool may_edit_page() const { return rights_.edit; }
  [[nodiscard]] Claims claims() const {
    const std::lock_guard lock(mutex_);
    return claims_;
  }
  void renew(Claims claims) {
    const std::lock_guard lock(mutex_);
    claims_ = std::move(claims);
  }
  // False once the token has ended, its session is revoked, or the conversation was ended.
  [[nodiscard]] bool is_signed_in() const {
    if (has_ended()) return false;
    const Claims claims = this->claims();
    return claims->expires_at > now_milliseconds() / 1000 && !tokens_.is_revoked(claims->session_id);
  }

  // To one who is no longer signed in nothing is sent: the connection is closed with 4401.
  void send(Message message) {
    if (is_signed_in()) {
      socket_->send(std::move(message));
    } else {
      socket_->close(4401, "Sign in again.");
    }
  }
  // Nothing more is taken from it either, whatever the other side has sent already.
  void end(unsigned short code, std::string reason) {
    has_ended_ = true;
    socket_->close(code, std::move(reason));
  }
  [[nodiscard]] bool has_ended() const { return has_ended_; }
  void close(unsigned short code, std::string reason) { socket_->close(code, std::move(reason)); }

 private:
  std::shared_ptr<http::WebSocket> socket_;
  auth::AccessTokens& tokens_;
  Author author_;
  std::string client_id_;
  const http::PageRights rights_;
  const access::Membership membership_;
  std::atomic<bool> has_ended_{false};
  mutable std::mutex mutex_;
  Claims claims_;
};

}  // namespace pagewright::collaboration
