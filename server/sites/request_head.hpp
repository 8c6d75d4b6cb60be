// The little of an HTTP/1.1 request that serving published pages needs, parsed in place.
#pragma once

#include <cstdint>
#include <string_view>

namespace pagewright::sites {

struct RequestHead {
  std::string_view method;
  std::string_view target;
  std::string_view host;
  std::string_view cookie;  // the first such field
  std::string_view accept_encoding;
  std::string_view if_none_match;
  std::string_view range;
  std::string_view if_range;
  bool keeps_alive = true;
  bool has_body = false;
};

enum class ParseState : std::uint8_t { complete, incomplete, malformed };

struct ParsedHead {
  ParseState state = ParseState::incomplete;
  RequestHead head;
  std::size_t size = 0;  // of the head in bytes, with its empty line
};

// Parses the head at the start of `bytes`; the views point into them. Follows RFC 9112 where it matters for safety: no
// line folding, no white space before the colon, exactly one space in the request line.
[[nodiscard]] ParsedHead parse_head(std::string_view bytes);

}  // namespace pagewright::sites
