// Access tokens: JWTs signed with HS256, and a cache of those already checked, so that a request's check costs one
// look-up.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/caller.hpp"

namespace pagewright::auth {

inline constexpr std::int64_t access_token_seconds = 15 * 60;

using http::Role;

// Who calls: what an access token says.
struct Claims {
  std::string user_id;          // sub
  std::string organization_id;  // org
  std::string session_id;       // sid
  Role role = Role::viewer;
  std::int64_t expires_at = 0;  // exp, in seconds since 1970
};

// Thread-safe.
class AccessTokens {
 public:
  // `secret`: at least 32 bytes.
  explicit AccessTokens(std::string_view secret);
  ~AccessTokens();
  AccessTokens(const AccessTokens&) = delete;
  AccessTokens& operator=(const AccessTokens&) = delete;

  // Sets `exp` from `now`, in seconds.
  [[nodiscard]] std::string issue(const Claims& claims, std::int64_t now);

  // The claims of a token that is well signed, not expired, and whose session is not revoked; null otherwise.
  [[nodiscard]] std::shared_ptr<const Claims> verify(std::string_view token, std::int64_t now);

  // Refuses the session's tokens from now on. Remembered until the last of them has expired.
  void revoke_session(std::string_view session_id, std::int64_t now);
  [[nodiscard]] bool is_revoked(std::string_view session_id) const;

 private:
  struct Key;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Shard {
    std::mutex mutex;
    std::unordered_map<std::string, std::shared_ptr<const Claims>, TextHash, std::equal_to<>> verified;
  };

  [[nodiscard]] std::shared_ptr<const Claims> verify_signature(std::string_view token) const;
  Shard& shard_of(std::string_view token);

  std::unique_ptr<Key> key_;
  std::array<Shard, 16> shards_;
  mutable std::mutex revoked_mutex_;
  std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> revoked_;  // session → when to forget it
};

// The signing secret in `directory`/jwt.key, made with mode 0600 where it is missing. Throws std::runtime_error where
// it cannot be read or made.
[[nodiscard]] std::string load_or_create_secret(const std::filesystem::path& directory);

}  // namespace pagewright::auth
