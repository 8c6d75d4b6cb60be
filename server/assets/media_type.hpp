// What a file is, told from its first bytes: what its sender or its name says does not count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pagewright::assets {

enum class MediaType : std::uint8_t { jpeg, png, gif, webp, avif, svg, pdf, mp4, webm, woff2 };

enum class AssetKind : std::uint8_t { picture, video, document, font };

// "image/jpeg"
[[nodiscard]] std::string_view name_of(MediaType type);
// "jpg", the end of a file's name
[[nodiscard]] std::string_view ending_of(MediaType type);
[[nodiscard]] AssetKind kind_of(MediaType type);
[[nodiscard]] std::optional<MediaType> parse_media_type(std::string_view name);

[[nodiscard]] std::string_view name_of(AssetKind kind);
[[nodiscard]] std::optional<AssetKind> parse_asset_kind(std::string_view name);

// How many bytes sniff() wants to see, or all where there are fewer.
inline constexpr std::size_t sniffed_bytes = 4096;

// Nothing for what is not accepted.
[[nodiscard]] std::optional<MediaType> sniff(std::string_view beginning);

// "JPEG, PNG, …", for people.
inline constexpr std::string_view accepted_types =
    "JPEG, PNG, GIF, WebP, AVIF and SVG pictures, MP4 and WebM videos, PDF documents, and WOFF2 fonts";

}  // namespace pagewright::assets
