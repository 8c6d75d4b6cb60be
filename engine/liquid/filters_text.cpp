// Filters on text. https://shopify.github.io/liquid/filters/
#include <algorithm>

#include "engine/base/find_text.hpp"
#include "engine/liquid/filters.hpp"
#include "engine/liquid/lexer.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

constexpr std::int64_t most_length = 1'000'000'000;

Value keep(const std::string& text, Arena& arena) {
  return Value::of(arena.keep(text));
}

std::string_view argument_text(Arguments arguments, std::size_t index, Arena& arena) {
  return text_of(argument(arguments, index), arena);
}

Value join_two(std::string_view first, std::string_view second, Arena& arena) {
  std::string text;
  text.reserve(first.size() + second.size());
  text.append(first).append(second);
  return keep(text, arena);
}

Value append(const Value& input, Arguments arguments, Arena& arena) {
  return join_two(text_of(input, arena), argument_text(arguments, 0, arena), arena);
}

Value prepend(const Value& input, Arguments arguments, Arena& arena) {
  return join_two(argument_text(arguments, 0, arena), text_of(input, arena), arena);
}

Value capitalize(const Value& input, Arguments, Arena& arena) {
  const std::string_view text = text_of(input, arena);
  const std::size_t first = offset_of_character(text, 1);
  std::string out;
  append_upper(out, text.substr(0, first));
  if (out == "SS" && first == 2) out = "Ss";  // of ß
  append_lower(out, text.substr(first));
  return keep(out, arena);
}

Value upcase(const Value& input, Arguments, Arena& arena) {
  std::string out;
  append_upper(out, text_of(input, arena));
  return keep(out, arena);
}

Value downcase(const Value& input, Arguments, Arena& arena) {
  std::string out;
  append_lower(out, text_of(input, arena));
  return keep(out, arena);
}

std::string_view without_leading_space(std::string_view text) {
  while (!text.empty() && (is_white_space(text.front()) || text.front() == '\0')) text.remove_prefix(1);
  return text;
}

std::string_view without_trailing_space(std::string_view text) {
  while (!text.empty() && (is_white_space(text.back()) || text.back() == '\0')) text.remove_suffix(1);
  return text;
}

Value lstrip(const Value& input, Arguments, Arena& arena) {
  return Value::of(without_leading_space(text_of(input, arena)));
}
Value rstrip(const Value& input, Arguments, Arena& arena) {
  return Value::of(without_trailing_space(text_of(input, arena)));
}
Value strip(const Value& input, Arguments, Arena& arena) {
  return Value::of(without_leading_space(without_trailing_space(text_of(input, arena))));
}

Value strip_newlines(const Value& input, Arguments, Arena& arena) {
  const std::string_view text = text_of(input, arena);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_return = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] != '\n' && !is_return) out += text[i];
  }
  return keep(out, arena);
}

// Each run of white space becomes one space, at the ends none.
Value squish(const Value& input, Arguments, Arena& arena) {
  std::string out;
  for (const char c : without_leading_space(without_trailing_space(text_of(input, arena)))) {
    const bool is_space = is_white_space(c);
    if (!is_space || !out.ends_with(' ')) out += is_space ? ' ' : c;
  }
  return keep(out, arena);
}

// Replaces up to `most` places. An empty pattern matches before each character and at the end.
Value replaced(std::string_view text, std::string_view pattern, std::string_view replacement, std::size_t most,
               Arena& arena) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t done = 0; done < most && out.size() <= arena.remaining(); ++done) {
    const std::size_t at = pattern.empty() ? (done == 0 ? 0 : copied) : find_text(text, pattern, copied);
    if (at == std::string_view::npos) break;
    out.append(text, copied, at - copied).append(replacement);
    copied = at + pattern.size();
    if (!pattern.empty()) continue;
    if (copied == text.size()) break;
    const std::size_t length = character_length(text, copied);
    out.append(text, copied, length);
    copied += length;
  }
  out.append(text, copied);
  return keep(out, arena);
}

Value replace(const Value& input, Arguments arguments, Arena& arena) {
  return replaced(text_of(input, arena), argument_text(arguments, 0, arena), argument_text(arguments, 1, arena),
                  SIZE_MAX, arena);
}

Value replace_first(const Value& input, Arguments arguments, Arena& arena) {
  return replaced(text_of(input, arena), argument_text(arguments, 0, arena), argument_text(arguments, 1, arena), 1,
                  arena);
}

Value remove(const Value& input, Arguments arguments, Arena& arena) {
  return replaced(text_of(input, arena), argument_text(arguments, 0, arena), {}, SIZE_MAX, arena);
}

Value remove_first(const Value& input, Arguments arguments, Arena& arena) {
  return replaced(text_of(input, arena), argument_text(arguments, 0, arena), {}, 1, arena);
}

Value replaced_last(std::string_view text, std::string_view pattern, std::string_view replacement, Arena& arena) {
  const std::size_t at = find_last_text(text, pattern);
  if (at == std::string_view::npos) return Value::of(text);
  std::string out(text.substr(0, at));
  out.append(replacement).append(text.substr(at + pattern.size()));
  return keep(out, arena);
}

Value replace_last(const Value& input, Arguments arguments, Arena& arena) {
  return replaced_last(text_of(input, arena), argument_text(arguments, 0, arena), argument_text(arguments, 1, arena),
                       arena);
}

Value remove_last(const Value& input, Arguments arguments, Arena& arena) {
  return replaced_last(text_of(input, arena), argument_text(arguments, 0, arena), {}, arena);
}

// An argument that must be an integer.
std::int64_t integer_argument(const Value& value, Arena& arena) {
  if (!is_integer(value)) arena.raise("invalid integer");
  return std::clamp<std::int64_t>(integer_of(value), -most_length, most_length);
}

// The words of a text, at most `most`: what white space separates.
std::vector<Value> words_of(std::string_view text, std::size_t most = SIZE_MAX) {
  std::vector<Value> words;
  for (text = without_leading_space(text); !text.empty() && words.size() < most; text = without_leading_space(text)) {
    const auto length = static_cast<std::size_t>(std::ranges::find_if(text, is_white_space) - text.begin());
    words.push_back(Value::of(text.substr(0, length)));
    text.remove_prefix(length);
  }
  return words;
}

// A single space splits by words; an empty separator into characters; empty parts at the end fall away.
Value split(const Value& input, Arguments arguments, Arena& arena) {
  std::string_view text = text_of(input, arena);
  const std::string_view separator = argument_text(arguments, 0, arena);
  if (separator == " ") return arena.keep(words_of(text));
  std::vector<Value> parts;
  while (!text.empty() && parts.size() * sizeof(Value) <= arena.remaining()) {
    const std::size_t length =
        separator.empty() ? character_length(text, 0) : std::min(find_text(text, separator), text.size());
    parts.push_back(Value::of(text.substr(0, length)));
    text.remove_prefix(std::min(text.size(), length + separator.size()));
  }
  while (!parts.empty() && parts.back().text().empty()) parts.pop_back();
  return arena.keep(parts);
}

Value slice(const Value& input, Arguments arguments, Arena& arena) {
  const bool is_list = input.is_list() && input.kind() != Kind::range;
  const Value source = is_list ? input : Value::of(text_of(input, arena));
  const std::int64_t size = size_of(source);
  std::int64_t from = integer_argument(argument(arguments, 0), arena);
  std::int64_t count = argument(arguments, 1).is_truthy() ? integer_argument(arguments[1], arena) : 1;
  if (from < 0) from += size;
  const bool is_outside = from < 0 || from > size || count < 0;
  count = is_outside ? 0 : std::min(count, size - from);
  if (is_outside) from = 0;
  if (source.is_string()) {
    const std::string_view text = source.text();
    const std::size_t begin = offset_of_character(text, static_cast<std::size_t>(from));
    const std::size_t length = offset_of_character(text.substr(begin), static_cast<std::size_t>(count));
    return Value::of(text.substr(begin, length));
  }
  if (static_cast<std::size_t>(count) > arena.remaining() / sizeof(Value)) {
    arena.exhaust();
    return {};
  }
  std::vector<Value> items;
  for (std::int64_t i = 0; i < count; ++i) items.push_back(item_at(source, from + i));
  return arena.keep(items);
}

// Cut to `length` characters, the ellipsis among them.
Value truncate(const Value& input, Arguments arguments, Arena& arena) {
  if (input.is_nil()) return {};
  const std::string_view text = text_of(input, arena);
  const std::int64_t length = arguments.empty() ? 50 : integer_argument(arguments[0], arena);
  const std::string_view ellipsis = arguments.size() > 1 ? argument_text(arguments, 1, arena) : "...";
  if (static_cast<std::int64_t>(count_characters(text)) <= length) return Value::of(text);
  const std::int64_t kept = std::max<std::int64_t>(0, length - static_cast<std::int64_t>(count_characters(ellipsis)));
  return join_two(text.substr(0, offset_of_character(text, static_cast<std::size_t>(kept))), ellipsis, arena);
}

Value truncatewords(const Value& input, Arguments arguments, Arena& arena) {
  if (input.is_nil()) return {};
  const std::string_view text = text_of(input, arena);
  const auto most = static_cast<std::size_t>(
      std::max<std::int64_t>(1, arguments.empty() ? 15 : integer_argument(arguments[0], arena)));
  const std::string_view ellipsis = arguments.size() > 1 ? argument_text(arguments, 1, arena) : "...";
  const std::vector<Value> words = words_of(text, most + 1);
  if (words.size() <= most) return Value::of(text);
  std::string out;
  for (std::size_t i = 0; i < most; ++i) {
    if (i > 0) out += ' ';
    out += words[i].text();
  }
  out += ellipsis;
  return keep(out, arena);
}

constexpr Filter filters[] = {
    {"append", append, 1, 1},
    {"prepend", prepend, 1, 1},
    {"capitalize", capitalize, 0, 0},
    {"upcase", upcase, 0, 0},
    {"downcase", downcase, 0, 0},
    {"strip", strip, 0, 0},
    {"lstrip", lstrip, 0, 0},
    {"rstrip", rstrip, 0, 0},
    {"strip_newlines", strip_newlines, 0, 0},
    {"replace", replace, 1, 2},
    {"replace_first", replace_first, 1, 2},
    {"replace_last", replace_last, 2, 2},
    {"remove", remove, 1, 1},
    {"remove_first", remove_first, 1, 1},
    {"remove_last", remove_last, 1, 1},
    {"squish", squish, 0, 0},
    {"split", split, 1, 1},
    {"slice", slice, 1, 2},
    {"truncate", truncate, 0, 2},
    {"truncatewords", truncatewords, 0, 2},
};

}  // namespace

std::span<const Filter> text_filters() {
  return filters;
}

}  // namespace pagewright::liquid
