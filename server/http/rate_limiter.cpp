#include "server/http/rate_limiter.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <cmath>
#include <vector>

namespace pagewright::http {

std::string client_of_address(std::string_view address) {
  constexpr unsigned short network_bits = 64;
  boost::system::error_code fault;
  const auto parsed = boost::asio::ip::make_address(address, fault);
  if (fault || parsed.is_v4()) return std::string(address);
  const auto v6 = parsed.to_v6();
  if (v6.is_v4_mapped()) return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, v6).to_string();
  return boost::asio::ip::network_v6(v6, network_bits).network().to_string() + "/64";
}

RateLimiter::RateLimiter(double burst, std::chrono::seconds period, std::size_t keys)
    : burst_(burst), tokens_per_second_(burst / static_cast<double>(period.count())), keys_(keys) {}

void RateLimiter::refill(Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> elapsed = now - bucket.refilled;
  bucket.tokens = std::min(burst_, bucket.tokens + elapsed.count() * tokens_per_second_);
  bucket.refilled = now;
}

void RateLimiter::make_room(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& entry) {
    auto bucket = entry.second;
    refill(bucket, now);
    return bucket.tokens >= burst_;
  });
  if (buckets_.size() < keys_) return;
  // An attack from more addresses than are remembered: whoever tries on and on stays known. Half at once, so that it
  // costs little for each.
  std::vector<Clock::time_point> uses;
  uses.reserve(buckets_.size());
  for (const auto& [key, bucket] : buckets_) uses.push_back(bucket.refilled);
  const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2);
  std::ranges::nth_element(uses, middle);
  std::erase_if(buckets_, [&](const auto& entry) { return entry.second.refilled <= *middle; });
}

std::optional<unsigned> RateLimiter::take(std::string_view key, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  auto known = buckets_.find(std::string(key));
  if (known == buckets_.end()) {
    if (buckets_.size() >= keys_) make_room(now);
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

void RateLimiter::give_back(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto known = buckets_.find(std::string(key));
  if (known != buckets_.end()) known->second.tokens = std::min(burst_, known->second.tokens + 1);
}

}  // namespace pagewright::http
