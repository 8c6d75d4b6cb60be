#include "server/assets/media_type.hpp"

#include <array>

namespace pagewright::assets {
namespace {

using namespace std::string_view_literals;

struct Known {
  MediaType type;
  std::string_view name;
  std::string_view ending;
  AssetKind kind;
};

constexpr std::array<Known, 10> known_types = {{
    {MediaType::jpeg, "image/jpeg", "jpg", AssetKind::picture},
    {MediaType::png, "image/png", "png", AssetKind::picture},
    {MediaType::gif, "image/gif", "gif", AssetKind::picture},
    {MediaType::webp, "image/webp", "webp", AssetKind::picture},
    {MediaType::avif, "image/avif", "avif", AssetKind::picture},
    {MediaType::svg, "image/svg+xml", "svg", AssetKind::picture},
    {MediaType::pdf, "application/pdf", "pdf", AssetKind::document},
    {MediaType::mp4, "video/mp4", "mp4", AssetKind::video},
    {MediaType::webm, "video/webm", "webm", AssetKind::video},
    {MediaType::woff2, "font/woff2", "woff2", AssetKind::font},
}};

constexpr std::array<std::pair<AssetKind, std::string_view>, 4> kinds = {{
    {AssetKind::picture, "picture"},
    {AssetKind::video, "video"},
    {AssetKind::document, "document"},
    {AssetKind::font, "font"},
}};

const Known& known(MediaType type) {
  for (const Known& entry : known_types)
    if (entry.type == type) return entry;
  __builtin_unreachable();
}

// ISO/IEC 14496-12: a box "ftyp" with a major brand and, behind its version, compatible ones.
std::optional<MediaType> sniff_boxes(std::string_view bytes) {
  if (bytes.size() < 16 || bytes.substr(4, 4) != "ftyp") return std::nullopt;
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) size = size << 8U | static_cast<unsigned char>(bytes[i]);
  const std::string_view box = bytes.substr(0, size);
  bool is_video = false;
  for (std::size_t at = 8; at + 4 <= box.size(); at += 4) {
    const std::string_view brand = box.substr(at, 4);
    if (at == 12) continue;  // the version
    if (brand == "avif" || brand == "avis") return MediaType::avif;
    is_video = is_video || brand.starts_with("iso") || brand.starts_with("mp4") || brand == "avc1" || brand == "M4V ";
  }
  return is_video ? std::optional(MediaType::mp4) : std::nullopt;
}

// EBML with the document type of WebM; Matroska has another.
bool is_webm(std::string_view bytes) {
  return bytes.starts_with("\x1a\x45\xdf\xa3") && bytes.substr(0, 64).contains("\x42\x82\x84webm");
}

std::string_view without_spaces(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// Its first element: behind the declaration, comments and a document type. Parsing it whole comes later.
bool is_svg(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  for (text = without_spaces(text); text.starts_with("<?") || text.starts_with("<!"); text = without_spaces(text)) {
    const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? "?>" : ">";
    auto at = text.find(end);
    const auto subset = text.find('[');
    if (text.starts_with("<!DOCTYPE") && subset < at) at = text.find(']', subset);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at);
    text.remove_prefix(std::min(text.find('>') + 1, text.size()));
  }
  if (!text.starts_with('<')) return false;
  std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name == "svg";
}

}  // namespace

std::string_view name_of(MediaType type) {
  return known(type).name;
}

std::string_view ending_of(MediaType type) {
  return known(type).ending;
}

AssetKind kind_of(MediaType type) {
  return known(type).kind;
}

std::optional<MediaType> parse_media_type(std::string_view name) {
  for (const Known& entry : known_types)
    if (entry.name == name) return entry.type;
  return std::nullopt;
}

std::string_view name_of(AssetKind kind) {
  for (const auto& [known, name] : kinds)
    if (known == kind) return name;
  __builtin_unreachable();
}

std::optional<AssetKind> parse_asset_kind(std::string_view name) {
  for (const auto& [kind, known] : kinds)
    if (known == name) return kind;
  return std::nullopt;
}

std::optional<MediaType> sniff(std::string_view bytes) {
  if (bytes.starts_with("\xff\xd8\xff")) return MediaType::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return MediaType::png;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return MediaType::gif;
  if (bytes.starts_with("RIFF") && bytes.size() >= 16 && bytes.substr(8, 7) == "WEBPVP8") return MediaType::webp;
  if (bytes.starts_with("%PDF-")) return MediaType::pdf;
  if (bytes.starts_with("wOF2")) return MediaType::woff2;
  if (is_webm(bytes)) return MediaType::webm;
  if (const auto found = sniff_boxes(bytes)) return found;
  if (is_svg(bytes)) return MediaType::svg;
  return std::nullopt;
}

}  // namespace pagewright::assets
