#include "server/metrics/request_meter.hpp"

#include <algorithm>
#include <mutex>

namespace pagewright::metrics {

RequestMeter::Times& RequestMeter::times_of(std::string_view method, std::string_view pattern) {
  std::string key;
  key.append(pattern).append(" ").append(method);
  {
    const std::shared_lock lock(mutex_);
    if (const auto known = times_.find(key); known != times_.end()) return *known->second;
  }
  const std::unique_lock lock(mutex_);
  auto& times = times_[key];
  if (!times) times = std::make_unique<Times>(std::string(method), std::string(pattern));
  return *times;
}

void RequestMeter::record(std::string_view method, std::string_view pattern, unsigned status,
                          std::chrono::steady_clock::duration time) {
  const std::size_t status_class = std::clamp(status / 100U, 1U, 5U) - 1;
  times_of(method, pattern).by_class[status_class].add(time);
}

void RequestMeter::write(Exposition& out) const {
  constexpr std::string_view names[classes] = {"1xx", "2xx", "3xx", "4xx", "5xx"};
  out.begin("pagewright_http_request_duration_seconds", Exposition::Kind::histogram,
            "Requests that routes answer, from the last byte read to the answer made.");
  const std::shared_lock lock(mutex_);
  for (const auto& [key, times] : times_) {
    for (std::size_t status = 0; status < classes; ++status) {
      const auto& histogram = times->by_class[status];
      if (histogram.is_empty()) continue;
      const Label method{"method", times->method};
      const Label pattern{"route", times->pattern};
      const Label status_class{"status", names[status]};
      histogram.write([&](double value, const std::string& bound, std::string_view suffix) {
        if (bound.empty()) return out.add(value, {method, pattern, status_class}, suffix);
        out.add(value, {method, pattern, status_class, {"le", bound}}, suffix);
      });
    }
  }
}

}  // namespace pagewright::metrics
