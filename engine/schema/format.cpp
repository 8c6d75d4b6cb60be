#include "engine/schema/format.hpp"

#include <array>
#include <utility>

#include "engine/base/html.hpp"
#include "engine/richtext/rich_text.hpp"
#include "engine/schema/pattern.hpp"
#include "engine/schema/text_format.hpp"

namespace pagewright::schema {
namespace {

// The usual addresses need no copy, which html::is_safe_url makes to look past ignored characters: nothing that comes
// after these beginnings changes what they lead to.
bool is_safe_at_first_sight(std::string_view url) {
  return url.starts_with("https://") || url.starts_with('/') || url.starts_with('#') || url.starts_with("http://");
}

// The candidates of a srcset: empty, or each an address with a width, with commas between them.
bool is_safe_image_set(std::string_view text) {
  while (!text.empty()) {
    std::string_view candidate = text.substr(0, text.find(','));
    text.remove_prefix(std::min(candidate.size() + 1, text.size()));
    candidate.remove_prefix(std::min(candidate.find_first_not_of(' '), candidate.size()));
    const std::string_view url = candidate.substr(0, candidate.find(' '));
    candidate.remove_prefix(url.size());
    if (url.empty() || url.starts_with("data:")) return false;
    if (!is_safe_at_first_sight(url) && !html::is_safe_url(url)) return false;
    candidate.remove_prefix(std::min<std::size_t>(1, candidate.size()));
    const auto digits = candidate.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos || candidate.substr(digits) != "w") return false;
  }
  return true;
}

std::vector<FormatFault> faults_of_image(const json::Value& value) {
  if (value.is_null()) return {};
  if (!value.is_object()) return {{"", "must be an image: an object with \"src\" and \"alt\""}};
  std::vector<FormatFault> faults;
  const auto source = json::find_string(value, "src");
  if (!source)
    faults.push_back({json::find(value, "src") ? "/src" : "", "must have \"src\", the picture's address, as a text"});
  else if (!is_safe_at_first_sight(*source) && !html::is_safe_image_url(*source))
    faults.push_back(
        {"/src",
         "must be a relative address, http, https, or a data:image/ address of a png, jpeg, gif, webp or avif"});
  const json::Value* alternative = json::find(value, "alt");
  if (alternative && !alternative->is_string()) faults.push_back({"/alt", "must be a text that describes the picture"});
  const json::Value* others = json::find(value, "srcset");
  if (others && !(others->is_string() && is_safe_image_set(json::view(others->get_string()))))
    faults.push_back({"/srcset", "must name addresses with their widths, such as /small.webp 320w, /large.webp 640w"});
  return faults;
}

// A sentence, to be the end of another one.
std::string without_full_stop(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

std::vector<FormatFault> expect(bool holds, const char* message) {
  if (holds) return {};
  return {{"", message}};
}

}  // namespace

Format parse_format(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Format>, 12> formats = {{
      {"rich-text", Format::rich_text},
      {"url", Format::url},
      {"image", Format::image},
      {"color", Format::color},
      {"email", Format::email},
      {"uri", Format::uri},
      {"uri-reference", Format::uri_reference},
      {"date", Format::date},
      {"time", Format::time},
      {"date-time", Format::date_time},
      {"uuid", Format::uuid},
      {"regex", Format::regex},
  }};
  for (const auto& [known, format] : formats)
    if (known == name) return format;
  return Format::annotation;
}

std::vector<FormatFault> faults_of_format(Format format, const json::Value& value) {
  if (format == Format::image) return faults_of_image(value);
  if (format == Format::rich_text) {
    if (value.is_null()) return {};
    const auto result = richtext::validate(value);
    if (result) return {};
    return {{result.error().path, "must be rich text: " + without_full_stop(result.error().message)}};
  }
  if (!value.is_string()) return {};
  const std::string_view text = json::view(value.get_string());
  switch (format) {
    case Format::url:
      return expect(is_safe_at_first_sight(text) || html::is_safe_url(text),
                    "must be a relative address, or one of http, https, mailto, tel or sms");
    case Format::color:
      return expect(text.empty() || is_color(text),
                    "must be a colour, such as #0b5fff, rgb(11 95 255) or {color.primary}");
    case Format::email:
      return expect(is_email(text), "must be an e-mail address, such as name@example.org");
    case Format::uri:
      return expect(is_uri(text), "must be a whole address with its scheme, such as https://example.org/");
    case Format::date:
      return expect(is_date(text), "must be a date, such as 2026-03-31");
    case Format::uri_reference:
      return expect(is_uri_reference(text), "must be an address, whole or relative, such as /prices");
    case Format::time:
      return expect(is_time(text), "must be a time with its offset, such as 08:30:00Z");
    case Format::date_time:
      return expect(is_date_time(text), "must be a date and time, such as 2026-03-31T08:30:00Z");
    case Format::uuid:
      return expect(is_uuid(text), "must be a UUID, such as 2eb8aa08-aa98-11ea-b4aa-73b441d16380");
    case Format::regex:
      return expect(Pattern::compile(text).has_value(), "must be a regular expression, such as ^[a-z]+$");
    case Format::annotation:
    case Format::rich_text:
    case Format::image:
      return {};
  }
  std::unreachable();
}

}  // namespace pagewright::schema
