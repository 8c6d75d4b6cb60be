#include "engine/schema/uri.hpp"

#include <algorithm>

namespace pagewright::schema {
namespace {

struct Parts {
  std::string_view scheme;     // with its ":"
  std::string_view authority;  // with its "//"
  std::string_view path;
  std::string_view query;  // with its "?"
};

constexpr bool is_scheme_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

Parts parts_of(std::string_view address) {
  Parts parts;
  const auto colon = address.find(':');
  if (colon != std::string_view::npos && colon > 0 &&
      std::ranges::all_of(address.substr(0, colon), is_scheme_character)) {
    parts.scheme = address.substr(0, colon + 1);
    address.remove_prefix(colon + 1);
  }
  if (address.starts_with("//")) {
    parts.authority = address.substr(0, address.find_first_of("/?", 2));
    address.remove_prefix(parts.authority.size());
  }
  const auto query = std::min(address.find('?'), address.size());
  parts.path = address.substr(0, query);
  parts.query = address.substr(query);
  return parts;
}

// https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const auto end = path.find('/', 1);
    const std::string_view segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
    if (segment == "/.." || segment == "..") {
      const auto last = out.rfind('/');
      out.resize(last == std::string::npos ? 0 : last);
      if (path.empty()) out += '/';
    } else if (segment == "/." || segment == ".") {
      if (path.empty()) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

std::string joined(const Parts& base, std::string_view path) {
  if (!base.authority.empty() && base.path.empty()) return "/" + std::string(path);
  return std::string(base.path.substr(0, base.path.rfind('/') + 1)).append(path);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

std::pair<std::string_view, std::string_view> split_fragment(std::string_view reference) {
  const auto mark = reference.find('#');
  if (mark == std::string_view::npos) return {reference, {}};
  return {reference.substr(0, mark), reference.substr(mark + 1)};
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  const Parts from = parts_of(base);
  Parts to = parts_of(reference);
  std::string path;
  if (!to.scheme.empty() || !to.authority.empty() || to.path.starts_with('/')) {
    path = to.path.starts_with('/') ? without_dots(to.path) : std::string(to.path);
  } else if (to.path.empty()) {
    path = from.path;
    if (to.query.empty()) to.query = from.query;
  } else {
    path = without_dots(joined(from, to.path));
  }
  std::string out(to.scheme.empty() ? from.scheme : to.scheme);
  const bool own_authority = !to.scheme.empty() || !to.authority.empty();
  return out.append(own_authority ? to.authority : from.authority).append(path).append(to.query);
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (!is_escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
    i += 2;
  }
  return out;
}

}  // namespace pagewright::schema
