#include "server/http/request.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "server/http/header_names.hpp"

namespace pagewright::http {
namespace {

constexpr std::pair<Method, std::string_view> names[] = {
    {Method::get, "GET"},     {Method::head, "HEAD"},      {Method::post, "POST"},       {Method::put, "PUT"},
    {Method::patch, "PATCH"}, {Method::delete_, "DELETE"}, {Method::options, "OPTIONS"},
};

}  // namespace

std::string_view name_of(Method method) {
  const auto* known = std::ranges::find(names, method, [](const auto& entry) { return entry.first; });
  return known == std::end(names) ? "OTHER" : known->second;
}

Method parse_method(std::string_view name) {
  const auto* known = std::ranges::find(names, name, [](const auto& entry) { return entry.second; });
  return known == std::end(names) ? Method::other : known->first;
}

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::ranges::find_if(headers, [&](const Header& header) { return is_same_header(header.name, name); });
  return found == headers.end() ? std::string_view{} : found->value;
}

std::optional<std::string_view> Request::query_parameter(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

const std::string& Request::parameter(std::string_view name) const {
  const auto found = std::ranges::find_if(path_parameters, [&](const auto& entry) { return entry.first == name; });
  assert(found != path_parameters.end() && "the route's pattern has no such parameter");
  return found->second;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  // A browser may send several Cookie headers over HTTP/2 only; a proxy joins them.
  std::string_view rest = header("Cookie");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    auto pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
      return std::string(pair.substr(name.size() + 1));
  }
  return std::nullopt;
}

Outcome<std::int64_t> Request::integer_parameter(std::string_view name, std::int64_t fallback, std::int64_t least,
                                                 std::int64_t most) const {
  const auto text = query_parameter(name);
  if (!text) return fallback;
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (fault != std::errc{} || end != text->data() + text->size() || number < least || number > most) {
    return std::unexpected(Problem::malformed("The parameter " + std::string(name) + " must be a whole number from " +
                                              std::to_string(least) + " to " + std::to_string(most) + "."));
  }
  return number;
}

}  // namespace pagewright::http
