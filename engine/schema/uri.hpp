// Addresses of schemas: RFC 3986's resolution of a reference against a base. Nothing is ever fetched.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace pagewright::schema {

// "a.json#/$defs/b" → {"a.json", "/$defs/b"}
[[nodiscard]] std::pair<std::string_view, std::string_view> split_fragment(std::string_view reference);

// The address that `reference` (without a fragment) means within a document at `base`.
// https://www.rfc-editor.org/rfc/rfc3986#section-5.2
[[nodiscard]] std::string resolve_address(std::string_view base, std::string_view reference);

// "a%25b" → "a%b"; what is no escape stays as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text);

}  // namespace pagewright::schema
