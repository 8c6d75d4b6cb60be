// Parsing: Boost.JSON's incremental parser with a handler of our own, because its numbers can be off in the last bit.
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <cmath>
#include <cstdlib>

#include "engine/json/value.hpp"

namespace pagewright::json {
namespace {

using boost::json::error_code;
using Text = boost::json::string_view;

Error parse_error(std::string_view text, std::size_t offset, const std::string& reason) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::ranges::count(before, '\n');
  const auto line_start = before.rfind('\n');
  const auto column = line_start == std::string_view::npos ? offset + 1 : offset - line_start;
  return {ErrorCode::invalid_json,
          "The JSON cannot be read at line " + std::to_string(line) + ", column " + std::to_string(column) + ": " +
              reason + ".",
          {}};
}

// Boost.JSON computes digits × 10^exponent in doubles, which is exact for at most 15 digits and powers up to 22. Every
// other number is read again, correctly rounded, so that a double survives its shortest text.
double read_double(double approximate, Text text) {
  constexpr std::size_t exact_digits = 15;
  const bool has_exponent = text.find_first_of("eE") != Text::npos;
  if (!has_exponent && text.size() <= exact_digits + 1) return approximate;
  return std::strtod(std::string(text).c_str(), nullptr);
}

// Builds the value bottom-up, as the parser reports its parts.
class ValueBuilder {
 public:
  static constexpr std::size_t max_object_size = Object::max_size();
  static constexpr std::size_t max_array_size = Array::max_size();
  static constexpr std::size_t max_key_size = String::max_size();
  static constexpr std::size_t max_string_size = String::max_size();

  ValueBuilder() { stack_.reset(); }

  Value release() { return stack_.release(); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return true; }
  bool on_array_begin(error_code&) { return true; }
  bool on_object_end(std::size_t size, error_code&) {
    stack_.push_object(size);
    return true;
  }
  bool on_array_end(std::size_t size, error_code&) {
    stack_.push_array(size);
    return true;
  }
  bool on_key_part(Text part, std::size_t, error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_key(Text rest, std::size_t, error_code&) {
    stack_.push_key(rest);
    return true;
  }
  bool on_string_part(Text part, std::size_t, error_code&) {
    stack_.push_chars(part);
    return true;
  }
  bool on_string(Text rest, std::size_t, error_code&) {
    stack_.push_string(rest);
    return true;
  }
  bool on_int64(std::int64_t number, Text, error_code&) {
    stack_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, Text, error_code&) {
    stack_.push_uint64(number);
    return true;
  }
  bool on_double(double approximate, Text text, error_code& code) {
    const double number = read_double(approximate, text);
    if (!std::isfinite(number)) {
      code = boost::json::error::exponent_overflow;
      return false;
    }
    stack_.push_double(number);
    return true;
  }
  bool on_bool(bool value, error_code&) {
    stack_.push_bool(value);
    return true;
  }
  bool on_null(error_code&) {
    stack_.push_null();
    return true;
  }
  // Never called: the whole text is parsed at once, so no number is cut, and comments are not allowed.
  bool on_number_part(Text, error_code&) { return true; }
  bool on_comment_part(Text, error_code&) { return true; }
  bool on_comment(Text, error_code&) { return true; }

 private:
  boost::json::value_stack stack_;
};

}  // namespace

Result<Value> parse(std::string_view text, unsigned max_depth) {
  boost::json::parse_options options;
  options.max_depth = max_depth;
  boost::json::basic_parser<ValueBuilder> parser(options);
  error_code code;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), code);
  if (!code && read < text.size()) code = boost::json::error::extra_data;
  if (code) return std::unexpected(parse_error(text, read, code.message()));
  return parser.handler().release();
}

}  // namespace pagewright::json
