// What the doctor sees of the store of uploaded files, and of the library that pictures need.
#include "server/assets/vips_library.hpp"
#include "server/cli/doctor.hpp"

namespace pagewright::cli {
namespace {

using enum Finding::Level;

void examine_store(const ServeCommand& command, Findings& findings) {
  const auto bucket = command.storage.bucket();
  // A directory is made by the first upload: whether it can be is known from the data directory.
  if (!bucket) return findings.push_back({ok, "storage", "Uploaded files are kept in the data directory."});
  std::error_code fault;
  const auto place =
      std::filesystem::is_directory(command.data, fault) ? command.data : std::filesystem::temp_directory_path();
  const auto tried = storage::store_for(command.storage, place, "assets")->try_out();
  const std::string name = bucket->endpoint + "/" + bucket->name;
  if (!tried)
    return findings.push_back({fail, "storage", "Nothing can be kept in " + name + ": " + tried.error().detail,
                               "Check bucket-url, bucket-region and the two keys, and what they may do."});
  findings.push_back({ok, "storage", "A file was written to " + name + ", read and removed again."});
  if (bucket->endpoint.starts_with("http://"))
    findings.push_back({warn, "storage", "Uploaded files travel to " + name + " unencrypted.",
                        "Say https:// unless it is on a network of its own."});
}

}  // namespace

void examine_storage(const ServeCommand& command, Findings& findings) {
  examine_store(command, findings);
  const auto vips = assets::VipsLibrary::get();
  if (!vips)
    return findings.push_back(
        {fail, "pictures", "They cannot be taken in: " + vips.error().cause + ".", "apt-get install libvips42"});
  findings.push_back({ok, "pictures", "libvips is there."});
}

}  // namespace pagewright::cli
