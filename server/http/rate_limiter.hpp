// A token bucket per key (an address, an e-mail address): `burst` at once, refilled over `period`.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pagewright::http {

// What stands for a client in limits by address: an IPv4 address, also one that is written as IPv6, or the network of
// 64 bits that an IPv6 address is in, of which whoever has one address mostly has all. What is no address stays as it
// is.
[[nodiscard]] std::string client_of_address(std::string_view address);

class RateLimiter {
 public:
  using Clock = std::chrono::steady_clock;

  // `burst` uses of a key per `period`; at most `keys` keys are remembered (full buckets are forgotten first, then
  // those that were used least recently).
  RateLimiter(double burst, std::chrono::seconds period, std::size_t keys = 10'000);

  // Takes one token of `key`. Nothing: allowed. Otherwise the seconds until the next one. From any thread.
  [[nodiscard]] std::optional<unsigned> take(std::string_view key, Clock::time_point now = Clock::now());

  // A use of `key` that does not count after all, such as a right password: its token is back. From any thread.
  void give_back(std::string_view key);

 private:
  struct Bucket {
    double tokens;
    Clock::time_point refilled;
  };
  void refill(Bucket& bucket, Clock::time_point now) const;
  void make_room(Clock::time_point now);

  double burst_;
  double tokens_per_second_;
  std::size_t keys_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace pagewright::http
