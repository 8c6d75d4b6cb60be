// How many requests each route answered, how, and in what time. Labels are the routes' patterns, never what was asked
// for: their number does not grow with use.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>

#include "server/metrics/histogram.hpp"

namespace pagewright::metrics {

// Thread-safe.
class RequestMeter {
 public:
  // `pattern` is a route's, "/api/v1/pages/:id"; "none": there is nothing at the address; "refused": it was not read to
  // the end.
  void record(std::string_view method, std::string_view pattern, unsigned status,
              std::chrono::steady_clock::duration time);

  void write(Exposition& out) const;

 private:
  static constexpr std::size_t classes = 5;  // 1xx to 5xx
  struct Times {
    std::string method;
    std::string pattern;
    Histogram<request_bounds.size()> by_class[classes]{Histogram(request_bounds), Histogram(request_bounds),
                                                       Histogram(request_bounds), Histogram(request_bounds),
                                                       Histogram(request_bounds)};
  };
  Times& times_of(std::string_view method, std::string_view pattern);

  mutable std::shared_mutex mutex_;
  std::map<std::string, std::unique_ptr<Times>, std::less<>> times_;  // by pattern and method
};

}  // namespace pagewright::metrics
