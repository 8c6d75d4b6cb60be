#include "engine/liquid/url_position.hpp"

#include <utility>

#include "engine/base/html.hpp"

namespace pagewright::liquid {

std::optional<std::string_view> UrlPosition::read(char c, std::string_view rest) {
  if (kind_ == AttributeKind::image_url_list) {
    const bool ends_candidate = c == ',' && (part_ == Part::dynamic || part_ == Part::descriptor);
    if (ends_candidate || (part_ == Part::start && c == ',')) {
      part_ = Part::start;
      scheme_.clear();
      return std::nullopt;
    }
    const bool follows_comma = std::exchange(follows_comma_, c == ',');
    if (is_html_space(c) && follows_comma) {  // a URL's last comma ends the candidate, too
      part_ = Part::start;
      scheme_.clear();
      return std::nullopt;
    }
    if (is_html_space(c)) {
      if (part_ != Part::start) part_ = Part::descriptor;
      return std::nullopt;
    }
    if (part_ == Part::descriptor && c == ':') return "A colon cannot stand behind the URL of a candidate in srcset.";
    if (part_ == Part::descriptor) return std::nullopt;
  }
  if (part_ == Part::start && is_html_space(c)) return std::nullopt;
  if (kind_ == AttributeKind::url_list && is_html_space(c)) {
    part_ = Part::start;
    scheme_.clear();
    return std::nullopt;
  }
  switch (part_) {
    case Part::start:
    case Part::scheme:
    case Part::dynamic:
    case Part::mixed:
      return read_scheme(c, rest);
    case Part::path:
      if (c == '?' || c == '#') part_ = Part::component;
      return std::nullopt;
    case Part::component:
    case Part::descriptor:
      return std::nullopt;
  }
  std::unreachable();
}

std::optional<std::string_view> UrlPosition::read_scheme(char c, std::string_view rest) {
  if (c == '/') {
    part_ = Part::path;
  } else if (c == '?' || c == '#') {
    part_ = Part::component;
  } else if (part_ == Part::dynamic || part_ == Part::mixed) {
    if (c == ':') return "A colon here could end a scheme that an output made up: write the scheme as literal text.";
  } else if (c == '&') {
    return "Write the beginning of a URL without character references.";
  } else if (c == ':') {
    const bool takes_images = kind_ == AttributeKind::image_url || kind_ == AttributeKind::image_url_list;
    const std::string whole = scheme_ + std::string(rest);
    if (takes_images ? !html::is_safe_image_url(whole) : !html::is_safe_url(whole))
      return takes_images ? "URLs of this scheme are not safe: use http, https, or data of a raster image."
                          : "URLs of this scheme are not safe: use http, https, mailto, tel or sms.";
    part_ = Part::path;
  } else {
    part_ = Part::scheme;
    scheme_ += c;
  }
  return std::nullopt;
}

std::optional<OutputEscape> UrlPosition::output() {
  follows_comma_ = false;
  switch (part_) {
    case Part::start:
      part_ = Part::dynamic;
      if (kind_ == AttributeKind::image_url_list) return OutputEscape::image_url_list;
      if (kind_ == AttributeKind::url_list) return OutputEscape::url_list;
      return kind_ == AttributeKind::image_url ? OutputEscape::image_url : OutputEscape::url;
    case Part::scheme:
    case Part::dynamic:
      part_ = Part::dynamic;
      return OutputEscape::url_path_no_scheme;
    case Part::path:
      // In srcset a comma may end a candidate: it is encoded.
      return kind_ == AttributeKind::image_url_list ? OutputEscape::url_path_no_scheme : OutputEscape::url_path;
    case Part::component:
    case Part::descriptor:
      return OutputEscape::url_component;
    case Part::mixed:
      return std::nullopt;
  }
  std::unreachable();
}

std::string_view UrlPosition::describe() const {
  switch (part_) {
    case Part::start:
      return "where a URL begins";
    case Part::scheme:
    case Part::dynamic:
      return "in the beginning of a URL";
    case Part::path:
      return "in the path of a URL";
    case Part::component:
      return "in the query or fragment of a URL";
    case Part::descriptor:
      return "behind a URL";
    case Part::mixed:
      return "in a URL that depends on a branch";
  }
  std::unreachable();
}

UrlPosition UrlPosition::join(const UrlPosition& a, const UrlPosition& b) {
  if (a == b) return a;
  UrlPosition joined(a.kind_);
  joined.follows_comma_ = a.follows_comma_ || b.follows_comma_;
  joined.part_ = a.part_ == b.part_ && a.part_ != Part::scheme ? a.part_ : Part::mixed;
  return joined;
}

}  // namespace pagewright::liquid
