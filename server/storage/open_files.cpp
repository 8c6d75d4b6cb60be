#include "server/storage/open_files.hpp"

#include <algorithm>

namespace pagewright::storage {

std::shared_ptr<const MappedFile> OpenFiles::find(const std::string& place) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(place);
  if (found == entries_.end()) return nullptr;
  uses_.splice(uses_.end(), uses_, found->second.use);
  return found->second.file;
}

Outcome<FileStore::Part> OpenFiles::open_part(const std::string& place, std::uint64_t first, std::uint64_t count) {
  auto file = find(place);
  if (!file) return store_->open_part(place, first, count);
  const std::string_view bytes = file->bytes();
  const std::string_view part = bytes.substr(std::min<std::uint64_t>(first, bytes.size()), count);
  return Part{.file = std::move(file), .bytes = part};
}

Outcome<std::shared_ptr<const MappedFile>> OpenFiles::open(const std::string& place) {
  if (auto known = find(place)) return known;
  auto file = TRY(store_->open(place));
  const std::lock_guard lock(mutex_);
  keep(place, file);
  return file;
}

Outcome<void> OpenFiles::remove(const std::string& place) {
  TRY(store_->remove(place));
  const std::lock_guard lock(mutex_);
  forget(place);
  return {};
}

void OpenFiles::keep(const std::string& place, std::shared_ptr<const MappedFile> file) {
  const std::size_t size = file->bytes().size();
  if (size > most_bytes_ / 2 || entries_.contains(place)) return;
  bytes_ += size;
  entries_.emplace(place, Entry{std::move(file), uses_.insert(uses_.end(), place)});
  while (bytes_ > most_bytes_ || entries_.size() > most_files_) forget(std::string(uses_.front()));
}

void OpenFiles::forget(const std::string& place) {
  const auto found = entries_.find(place);
  if (found == entries_.end()) return;
  bytes_ -= found->second.file->bytes().size();
  uses_.erase(found->second.use);
  entries_.erase(found);
}

}  // namespace pagewright::storage
