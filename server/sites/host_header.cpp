#include "server/sites/host_header.hpp"

#include <algorithm>

#include "server/http/header_names.hpp"

namespace pagewright::sites {

std::string host_name(std::string_view header) {
  if (!header.starts_with('[')) header = header.substr(0, header.find(':'));  // "[" begins an address of IPv6
  if (header.ends_with('.')) header.remove_suffix(1);
  std::string name(header);
  std::ranges::transform(name, name.begin(), http::to_lower);
  return name;
}

}  // namespace pagewright::sites
