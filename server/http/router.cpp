#include "server/http/router.hpp"

#include <algorithm>

namespace pagewright::http {
namespace {

// Takes the first segment off `path`, which begins with '/'.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

// How specifically `pattern` fits `path`: per segment 'l' (literal), 'p' (parameter) or 'r' (rest), for comparing;
// empty: it does not fit.
std::string fit(std::string_view pattern, std::string_view path, Parameters& parameters) {
  std::string kinds;
  while (!pattern.empty() && !path.empty()) {
    const auto expected = take_segment(pattern);
    if (expected == "*") {
      parameters.emplace_back("*", path.substr(1));
      return kinds + 'r';
    }
    const auto segment = take_segment(path);
    if (expected.starts_with(':') && !segment.empty()) {
      parameters.emplace_back(expected.substr(1), segment);
      kinds += 'p';
    } else if (expected == segment) {
      kinds += 'l';
    } else {
      return {};
    }
  }
  return pattern.empty() && path.empty() ? kinds : std::string{};
}

bool answers(Method route, Method request) {
  return route == request || (route == Method::get && request == Method::head);
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {}

Router::Match Router::find(Method method, std::string_view path) const {
  Match match;
  std::string best_fit;
  for (const auto& route : routes_) {
    Parameters parameters;
    auto kinds = fit(route.pattern, path, parameters);
    if (kinds.empty()) continue;
    if (!std::ranges::count(match.allowed, route.method)) match.allowed.push_back(route.method);
    // 'l' < 'p' < 'r': the smaller word is the more literal pattern.
    if (!answers(route.method, method) || (match.route && best_fit <= kinds)) continue;
    match.route = &route;
    match.parameters = std::move(parameters);
    best_fit = std::move(kinds);
  }
  return match;
}

}  // namespace pagewright::http
