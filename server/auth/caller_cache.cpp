#include "server/auth/caller_cache.hpp"

#include "server/metrics/measurements.hpp"

namespace pagewright::auth {
namespace {

constexpr std::size_t max_entries = 20'000;

}  // namespace

CallerCache::Found CallerCache::find(std::string_view key, Milliseconds now) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  const bool is_fresh = found != entries_.end() && now - found->second.read_at < lifetime;
  auto& measured = metrics::measurements();
  ++(is_fresh ? measured.callers_known : measured.callers_asked);
  return {.caller = is_fresh ? std::optional(found->second.caller) : std::nullopt, .generation = generation_};
}

void CallerCache::remember(std::string_view key, http::Caller caller, std::uint64_t generation, Milliseconds now) {
  const std::lock_guard lock(mutex_);
  if (generation != generation_) return;
  if (entries_.size() >= max_entries) entries_.clear();
  entries_.insert_or_assign(std::string(key), Entry{std::move(caller), now});
}

void CallerCache::forget_all() {
  const std::lock_guard lock(mutex_);
  ++generation_;
  entries_.clear();
}

void CallerCache::forget_user(std::string_view user_id) {
  const std::lock_guard lock(mutex_);
  ++generation_;
  std::erase_if(entries_, [&](const auto& entry) { return entry.second.caller.user_id == user_id; });
}

}  // namespace pagewright::auth
