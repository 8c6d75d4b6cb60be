// How often something took how long. Any number of threads may add at the same time, without waiting for each other.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <span>

#include "server/metrics/exposition.hpp"

namespace pagewright::metrics {

// Upper bounds of buckets, in seconds: from what is answered out of memory to what somebody gives up on.
inline constexpr std::array request_bounds{0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                           0.05,    0.1,    0.25,  0.5,    1.0,   2.5,  10.0};
inline constexpr std::array group_bounds{1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0};

template <std::size_t Count>
class Histogram {
 public:
  explicit constexpr Histogram(const std::array<double, Count>& bounds) : bounds_(bounds) {}

  // `value` in the bounds' unit.
  void add(double value) {
    std::size_t bucket = 0;
    while (bucket < Count && value > bounds_[bucket]) ++bucket;
    buckets_[bucket].fetch_add(1, std::memory_order_relaxed);
    millionths_.fetch_add(static_cast<std::uint64_t>(value * 1e6), std::memory_order_relaxed);
  }
  void add(std::chrono::steady_clock::duration time) { add(std::chrono::duration<double>(time).count()); }

  [[nodiscard]] bool is_empty() const {
    for (const auto& bucket : buckets_)
      if (bucket.load(std::memory_order_relaxed) != 0) return false;
    return true;
  }

  // Calls `sample(value, le, suffix)` for each sample; `le` is empty but for buckets.
  template <typename Sample>
  void write(const Sample& sample) const {
    std::uint64_t total = 0;
    for (std::size_t bucket = 0; bucket <= Count; ++bucket) {
      total += buckets_[bucket].load(std::memory_order_relaxed);
      sample(static_cast<double>(total), bucket < Count ? number(bounds_[bucket]) : "+Inf", "_bucket");
    }
    sample(static_cast<double>(millionths_.load(std::memory_order_relaxed)) / 1e6, std::string(), "_sum");
    sample(static_cast<double>(total), std::string(), "_count");
  }

 private:
  const std::array<double, Count>& bounds_;
  std::array<std::atomic<std::uint64_t>, Count + 1> buckets_{};
  std::atomic<std::uint64_t> millionths_{0};  // the sum of all values
};

// A histogram without labels of its own, as a whole metric.
template <std::size_t Count>
void write_histogram(Exposition& out, std::string_view name, const Histogram<Count>& histogram, std::string_view help) {
  out.begin(name, Exposition::Kind::histogram, help);
  histogram.write([&out](double value, const std::string& bound, std::string_view suffix) {
    if (bound.empty()) return out.add(value, {}, suffix);
    out.add(value, {{"le", bound}}, suffix);
  });
}

}  // namespace pagewright::metrics
