#include "server/assets/incoming_file.hpp"

#include <unistd.h>

#include <array>

#include "server/assets/media_type.hpp"
#include "server/storage/disk_fault.hpp"
#include "server/storage/unnamed_file.hpp"

namespace pagewright::assets {
IncomingFile::IncomingFile(int descriptor) : descriptor_(descriptor) {
  crypto_hash_sha256_init(&hash_);
}

IncomingFile::~IncomingFile() {
  ::close(descriptor_);
}

Outcome<std::unique_ptr<IncomingFile>> IncomingFile::make_in(const std::filesystem::path& directory) {
  const int descriptor = storage::open_unnamed(directory);
  if (descriptor < 0) return std::unexpected(storage::disk_fault("make a file in " + directory.string()));
  return std::unique_ptr<IncomingFile>(new IncomingFile(descriptor));
}

Outcome<void> IncomingFile::append(std::string_view bytes) {
  crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  beginning_.append(bytes.substr(0, sniffed_bytes - beginning_.size()));
  size_ += bytes.size();
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return std::unexpected(storage::disk_fault("write an upload"));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

std::string IncomingFile::hash() {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
  crypto_hash_sha256_final(&hash_, digest.data());
  std::array<char, digest.size() * 2 + 1> text;
  sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
  return {text.data(), text.size() - 1};
}

Outcome<std::shared_ptr<const storage::MappedFile>> IncomingFile::map() const {
  return storage::MappedFile::of(descriptor_);
}

}  // namespace pagewright::assets
