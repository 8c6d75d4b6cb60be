// Makes an asset of an uploaded file: looks at what it is, and writes what is kept of it to the store.
#pragma once

#include "server/assets/asset.hpp"
#include "server/storage/file_store.hpp"

namespace pagewright::assets {

class AssetMaker {
 public:
  explicit AssetMaker(storage::FileStore& store) : store_(store) {}

  // Fills in size, width, height and files; `asset` has its id, organisation and type. Blocks, for a second or so for a
  // large photo. Where it fails, nothing of it stays in the store.
  Outcome<void> make(Asset& asset, std::string_view bytes);

  // Where that would write to. Validation where the file is none that can be taken in.
  [[nodiscard]] static Outcome<std::vector<std::string>> places_for(const Asset& asset, std::string_view bytes);

  // Of an asset that nobody can find any more: all its files. Blocks.
  Outcome<void> remove(const std::vector<std::string>& places);

 private:
  Outcome<void> make_files(Asset& asset, std::string_view bytes);
  Outcome<void> keep_svg(Asset& asset, std::string_view bytes);
  Outcome<void> keep_picture(Asset& asset, std::string_view bytes);
  // With an address where it is shown to the public.
  enum class Shown : std::uint8_t { to_everyone, to_nobody };
  Outcome<void> keep_original(Asset& asset, std::string_view bytes, Shown shown);
  Outcome<void> keep(Asset& asset, AssetFile file, std::string_view bytes, Shown shown);

  storage::FileStore& store_;
};

}  // namespace pagewright::assets
