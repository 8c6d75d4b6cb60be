#include "server/assets/asset_maker.hpp"

#include "server/assets/picture.hpp"
#include "server/logging/log.hpp"
#include "server/svg/svg_cleaner.hpp"

namespace pagewright::assets {
namespace {

// The names of the places are in the order of the widths.
std::string place_of_variant(const Asset& asset, std::int64_t width) {
  std::string digits = std::to_string(width);
  digits.insert(0, 5 - digits.size(), '0');
  return asset.id + "/w" + digits + ".webp";
}

std::string place_of_original(const Asset& asset) {
  return asset.id + "/original." + std::string(ending_of(asset.type));
}

bool is_picture(MediaType type) {
  return kind_of(type) == AssetKind::picture && type != MediaType::svg;
}

Detail detail_of(MediaType type) {
  return type == MediaType::png || type == MediaType::gif ? Detail::drawing : Detail::photo;
}

}  // namespace

Outcome<std::vector<std::string>> AssetMaker::places_for(const Asset& asset, std::string_view bytes) {
  std::vector<std::string> places{place_of_original(asset)};
  if (!is_picture(asset.type)) return places;
  const PictureSize size = TRY(measure(bytes));
  if (size.is_animated) return places;
  for (const std::int64_t width : variant_widths(size)) places.push_back(place_of_variant(asset, width));
  return places;
}

Outcome<void> AssetMaker::make(Asset& asset, std::string_view bytes) {
  auto made = make_files(asset, bytes);
  if (made) return made;
  std::vector<std::string> places;
  for (const AssetFile& file : asset.files) places.push_back(file.place);
  if (const auto removed = remove(places); !removed)
    log::error("files of a refused upload stay behind", {{"asset", asset.id}, {"cause", removed.error().cause}});
  return made;
}

Outcome<void> AssetMaker::make_files(Asset& asset, std::string_view bytes) {
  asset.size = static_cast<std::int64_t>(bytes.size());
  switch (asset.type) {
    case MediaType::svg:
      return keep_svg(asset, bytes);
    case MediaType::jpeg:
    case MediaType::png:
    case MediaType::gif:
    case MediaType::webp:
    case MediaType::avif:
      return keep_picture(asset, bytes);
    case MediaType::pdf:
    case MediaType::mp4:
    case MediaType::webm:
    case MediaType::woff2:
      return keep_original(asset, bytes, Shown::to_everyone);
  }
  __builtin_unreachable();
}

// What was sent is not kept: only what is safe.
Outcome<void> AssetMaker::keep_svg(Asset& asset, std::string_view bytes) {
  const svg::CleanSvg clean = TRY(svg::clean_svg(bytes));
  asset.width = clean.width;
  asset.height = clean.height;
  return keep_original(asset, clean.text, Shown::to_everyone);
}

// Those that move are shown as they are. Of the others only the variants are: the original says where it was taken.
Outcome<void> AssetMaker::keep_picture(Asset& asset, std::string_view bytes) {
  const PictureSize size = TRY(measure(bytes));
  asset.width = size.width;
  asset.height = size.height;
  TRY(keep_original(asset, bytes, size.is_animated ? Shown::to_everyone : Shown::to_nobody));
  if (size.is_animated) return {};
  return make_variants(bytes, size, detail_of(asset.type), [&](const Variant& variant) {
    return keep(asset,
                {.place = place_of_variant(asset, variant.width),
                 .address = {},
                 .media_type = std::string(name_of(MediaType::webp)),
                 .width = variant.width,
                 .height = variant.height},
                variant.webp, Shown::to_everyone);
  });
}

Outcome<void> AssetMaker::keep_original(Asset& asset, std::string_view bytes, Shown shown) {
  return keep(asset,
              {.place = place_of_original(asset),
               .address = {},
               .media_type = std::string(name_of(asset.type)),
               .width = asset.width,
               .height = asset.height},
              bytes, shown);
}

Outcome<void> AssetMaker::keep(Asset& asset, AssetFile file, std::string_view bytes, Shown shown) {
  if (shown == Shown::to_everyone) file.address = address_of(asset.organization_id, bytes);
  file.size = static_cast<std::int64_t>(bytes.size());
  asset.files.push_back(file);
  return store_.put(file.place, bytes, file.media_type);
}

Outcome<void> AssetMaker::remove(const std::vector<std::string>& places) {
  for (const std::string& place : places) TRY(store_.remove(place));
  return {};
}

}  // namespace pagewright::assets
