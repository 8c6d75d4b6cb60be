// Which bytes of a body a client asks for (RFC 9110, 14.2). One range is answered; several are as good as none.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pagewright::http {

struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;  // not 0

  bool operator==(const ByteRange&) const = default;
};

struct RangeRequest {
  enum class Kind : std::uint8_t { whole, part, unsatisfiable };
  Kind kind = Kind::whole;
  ByteRange range = {};

  bool operator==(const RangeRequest&) const = default;
};

// What the header Range asks for of a body of `size` bytes. What is no such header, or names several ranges, is for the
// whole.
[[nodiscard]] RangeRequest read_range(std::string_view header, std::uint64_t size);

}  // namespace pagewright::http
