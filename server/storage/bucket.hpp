// A bucket of an object store that speaks S3: where it is, and the key that opens it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright::storage {

struct Bucket {
  std::string endpoint;  // "https://s3.example.org", without a path
  std::string name;
  std::string region = "us-east-1";
  std::string prefix = {};  // of all keys: "pagewright/"; empty: none
  std::string access_key;
  std::string secret_key;

  // "https://s3.example.org/bucket/prefix" → endpoint, name, prefix. Nothing for what is no such address.
  [[nodiscard]] static std::optional<Bucket> parse(std::string_view url);

  // "https://s3.example.org/bucket/prefix/place": the way of addressing that every server knows.
  [[nodiscard]] std::string url_of(std::string_view place) const;
};

}  // namespace pagewright::storage
