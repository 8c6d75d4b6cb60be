#include "server/http/rate_limiter.hpp"

#include <algorithm>
#include <cmath>

namespace pagewright::http {

RateLimiter::RateLimiter(double burst, std::chrono::seconds period, std::size_t keys)
    : burst_(burst), tokens_per_second_(burst / static_cast<double>(period.count())), keys_(keys) {}

void RateLimiter::refill(Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> elapsed = now - bucket.refilled;
  bucket.tokens = std::min(burst_, bucket.tokens + elapsed.count() * tokens_per_second_);
  bucket.refilled = now;
}

void RateLimiter::forget_full_buckets(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& entry) {
    auto bucket = entry.second;
    refill(bucket, now);
    return bucket.tokens >= burst_;
  });
  // An attack from more addresses than are remembered: start over rather than grow.
  if (buckets_.size() >= keys_) buckets_.clear();
}

std::optional<unsigned> RateLimiter::take(std::string_view key, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  auto known = buckets_.find(std::string(key));
  if (known == buckets_.end()) {
    if (buckets_.size() >= keys_) forget_full_buckets(now);
    known = buckets_.try_emplace(std::string(key), burst_, now).first;
  }
  auto& bucket = known->second;
  refill(bucket, now);
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return std::nullopt;
  }
  return static_cast<unsigned>(std::ceil((1 - bucket.tokens) / tokens_per_second_));
}

}  // namespace pagewright::http
