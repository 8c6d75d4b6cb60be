#include "server/storage/bucket.hpp"

#include <algorithm>

#include "server/storage/file_store.hpp"

namespace pagewright::storage {
namespace {

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, and what other servers take.
bool is_bucket_name(std::string_view name) {
  return name.size() >= 3 && name.size() <= 63 && std::ranges::all_of(name, [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == '-' ||
                  letter == '.' || letter == '_';
         });
}

bool is_host(std::string_view host) {
  return !host.empty() && std::ranges::all_of(host, [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           std::string_view("-.:[]").contains(letter);
  });
}

}  // namespace

std::optional<Bucket> Bucket::parse(std::string_view url) {
  const auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::nullopt;
  const std::string_view scheme = url.substr(0, scheme_end);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  const auto slash = url.find('/', scheme_end + 3);
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view host = url.substr(scheme_end + 3, slash - scheme_end - 3);
  std::string_view path = url.substr(slash + 1);
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::string_view name = path.substr(0, path.find('/'));
  const std::string_view prefix = path.substr(std::min(name.size() + 1, path.size()));
  if (!is_host(host) || !is_bucket_name(name) || (!prefix.empty() && !is_place(prefix))) return std::nullopt;
  return Bucket{.endpoint = std::string(url.substr(0, slash)),
                .name = std::string(name),
                .prefix = prefix.empty() ? std::string() : std::string(prefix) + "/",
                .access_key = {},
                .secret_key = {}};
}

std::string Bucket::url_of(std::string_view place) const {
  return endpoint + "/" + name + "/" + prefix + std::string(place);
}

}  // namespace pagewright::storage
