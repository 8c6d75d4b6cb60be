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

bool answers(Method route, Method request) {
  return route == request || (route == Method::get && request == Method::head);
}

// `values` by the names that the pattern has for them.
Parameters named(std::string_view pattern, const std::vector<std::string_view>& values) {
  Parameters parameters;
  parameters.reserve(values.size());
  for (auto value = values.begin(); value != values.end() && !pattern.empty();) {
    const auto segment = take_segment(pattern);
    if (segment.starts_with(':'))
      parameters.emplace_back(segment.substr(1), *value++);
    else if (segment == "*")
      parameters.emplace_back("*", *value++);
  }
  return parameters;
}

}  // namespace

struct Router::Search {
  Method method;
  Match match;
  std::vector<std::string_view> values;  // of the parameters on the way
};

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (std::size_t route = 0; route < routes_.size(); ++route) add(route);
}

void Router::add(std::size_t route) {
  Node* node = &root_;
  for (std::string_view rest = routes_[route].pattern; !rest.empty();) {
    const auto segment = take_segment(rest);
    if (segment == "*") return node->rests.push_back(route);
    auto& next = segment.starts_with(':') ? node->parameter : node->literals[std::string(segment)];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  node->ends.push_back(route);
}

Router::Match Router::find(Method method, std::string_view path) const {
  Search search{.method = method, .match = {}, .values = {}};
  visit(root_, path, search);
  return std::move(search.match);
}

// The more literal pattern is met first.
void Router::visit(const Node& node, std::string_view path, Search& search) const {
  if (path.empty()) return meet(node.ends, search);
  std::string_view rest = path;
  const auto segment = take_segment(rest);
  if (const auto literal = node.literals.find(segment); literal != node.literals.end())
    visit(*literal->second, rest, search);
  if (node.parameter && !segment.empty()) {
    search.values.push_back(segment);
    visit(*node.parameter, rest, search);
    search.values.pop_back();
  }
  if (node.rests.empty()) return;
  search.values.push_back(path.substr(1));
  meet(node.rests, search);
  search.values.pop_back();
}

void Router::meet(const std::vector<std::size_t>& fitting, Search& search) const {
  Match& match = search.match;
  for (const std::size_t each : fitting) {
    const Route& route = routes_[each];
    if (!std::ranges::count(match.allowed, route.method)) match.allowed.push_back(route.method);
    if (match.route != nullptr || !answers(route.method, search.method)) continue;
    match.route = &route;
    match.parameters = named(route.pattern, search.values);
  }
}

}  // namespace pagewright::http
