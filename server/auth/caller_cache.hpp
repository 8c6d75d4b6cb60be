// Who calls, as the database had it a moment ago. A token says which session it belongs to; what its owner may do now
// is asked here, so that a change of a role or a revocation reaches tokens that were given out before it.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/base/timestamp.hpp"
#include "server/http/caller.hpp"

namespace pagewright::auth {

// Thread-safe.
class CallerCache {
 public:
  // What was changed by this process is known at once, what was changed by another one on the same database after this.
  static constexpr Milliseconds lifetime = 5000;

  struct Found {
    std::optional<http::Caller> caller;
    std::uint64_t generation;  // for remember()
  };
  // `key`: a session's id, or another name of what a token stands for.
  [[nodiscard]] Found find(std::string_view key, Milliseconds now) const;

  // Nothing is remembered where somebody was forgotten since find(): what was read meanwhile may be from before.
  void remember(std::string_view key, http::Caller caller, std::uint64_t generation, Milliseconds now);

  void forget_user(std::string_view user_id);
  void forget_all();

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Entry {
    http::Caller caller;
    Milliseconds read_at;
  };

  mutable std::mutex mutex_;
  std::uint64_t generation_ = 0;
  std::unordered_map<std::string, Entry, TextHash, std::equal_to<>> entries_;
};

}  // namespace pagewright::auth
