// The formats that are checked; every other format is an annotation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::schema {

enum class Format : std::uint8_t {
  annotation,
  rich_text,
  url,
  image,
  color,
  email,
  uri,
  uri_reference,
  date,
  time,
  date_time,
  uuid,
  regex
};

struct FormatFault {
  std::string path;  // within the value
  std::string message;
};

[[nodiscard]] Format parse_format(std::string_view name);

// What is wrong with `value`, or nothing. Formats of texts hold for texts alone, as the standard has it; rich-text and
// image for every value except null.
[[nodiscard]] std::vector<FormatFault> faults_of_format(Format format, const json::Value& value);

}  // namespace pagewright::schema
