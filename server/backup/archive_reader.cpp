#include "server/backup/archive_reader.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <fstream>
#include <memory>

#include "server/backup/running_digest.hpp"

namespace pagewright::backup {
namespace {

constexpr std::size_t piece = 256 * 1024;
constexpr std::size_t largest_manifest = 256 * 1024 * 1024;

std::unexpected<Problem> failed(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

struct Free {
  void operator()(struct archive* archive) const { archive_read_free(archive); }
};

// The database, or a file below data/ that stays there.
bool is_expected(const std::filesystem::path& name) {
  if (name == database_name) return true;
  if (!name.string().starts_with(data_folder) || !name.has_filename()) return false;
  return std::ranges::none_of(name, [](const auto& part) { return part == ".." || part == "."; });
}

class Reading {
 public:
  Reading(const std::filesystem::path& backup, const std::filesystem::path& folder, Unpacked what)
      : backup_(backup), folder_(folder), what_(what) {}

  Outcome<Manifest> read() {
    archive_read_support_format_tar(archive_.get());
    archive_read_support_filter_zstd(archive_.get());
    if (archive_read_open_filename(archive_.get(), backup_.c_str(), piece) != ARCHIVE_OK) return unreadable();
    archive_entry* entry = nullptr;
    int result = ARCHIVE_OK;
    while ((result = archive_read_next_header(archive_.get(), &entry)) == ARCHIVE_OK) TRY(read_entry(entry));
    if (result != ARCHIVE_EOF) return unreadable();
    return compare();
  }

 private:
  [[nodiscard]] std::unexpected<Problem> unreadable() const {
    const char* sentence = archive_error_string(archive_.get());
    return failed(backup_.string() + " cannot be read as a backup: " + (sentence ? sentence : "it is cut off") + ".");
  }

  Outcome<void> read_entry(archive_entry* entry) {
    const char* raw_name = archive_entry_pathname(entry);
    const std::string name = raw_name ? raw_name : "";
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr)
      return failed(backup_.string() + " is no backup: " + name + " in it is no plain file.");
    if (name == manifest_name) return read_manifest();
    if (!is_expected(name)) return failed(backup_.string() + " is no backup: it has a file " + name + ".");
    const bool is_kept = what_ == Unpacked::everything || name == database_name;
    found_.push_back(TRY(read_file(name, is_kept ? folder_ / name : std::filesystem::path())));
    return {};
  }

  Outcome<ArchivedFile> read_file(const std::string& name, const std::filesystem::path& target) {
    ArchivedFile file{.name = name, .size = 0, .sha256 = {}};
    std::ofstream out;
    if (!target.empty()) {
      std::filesystem::create_directories(target.parent_path());
      out.open(target, std::ios::binary | std::ios::trunc);
    }
    RunningDigest digest;
    std::string buffer(piece, '\0');
    la_ssize_t count = 0;
    while ((count = archive_read_data(archive_.get(), buffer.data(), buffer.size())) > 0) {
      const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
      digest.add(bytes);
      file.size += bytes.size();
      if (!target.empty()) out << bytes;
    }
    if (count < 0) return unreadable();
    if (!target.empty()) {
      out.close();
      if (!out) return failed("Cannot write " + target.string() + ": is the disk full?");
      using std::filesystem::perms;
      std::filesystem::permissions(target, perms::owner_read | perms::owner_write);
    }
    file.sha256 = digest.finish();
    return file;
  }

  Outcome<void> read_manifest() {
    std::string buffer(piece, '\0');
    la_ssize_t count = 0;
    while ((count = archive_read_data(archive_.get(), buffer.data(), buffer.size())) > 0) {
      manifest_.append(buffer, 0, static_cast<std::size_t>(count));
      if (manifest_.size() > largest_manifest) return failed(backup_.string() + " is no backup: its manifest is huge.");
    }
    if (count < 0) return unreadable();
    return {};
  }

  Outcome<Manifest> compare() const {
    if (manifest_.empty()) return failed(backup_.string() + " is no backup, or is cut off: it has no manifest.");
    auto manifest = TRY(Manifest::parse(manifest_));
    const auto [stated, found] = std::ranges::mismatch(manifest.files, found_);
    if (found != found_.end() && (stated == manifest.files.end() || stated->name != found->name))
      return failed("The backup is damaged: its manifest doesn't name " + found->name + " at its place.");
    if (stated != manifest.files.end() && found == found_.end())
      return failed("The backup lacks " + stated->name + ", which its manifest names.");
    if (stated != manifest.files.end())
      return failed("The backup is damaged: " + stated->name + " is not what its manifest says.");
    if (std::ranges::find(found_, database_name, &ArchivedFile::name) == found_.end())
      return failed("The backup has no database.");
    return manifest;
  }

  const std::filesystem::path& backup_;
  const std::filesystem::path& folder_;
  const Unpacked what_;
  const std::unique_ptr<struct archive, Free> archive_{archive_read_new()};
  std::vector<ArchivedFile> found_;
  std::string manifest_;
};

}  // namespace

Outcome<Manifest> unpack(const std::filesystem::path& backup, const std::filesystem::path& folder, Unpacked what) {
  return Reading(backup, folder, what).read();
}

}  // namespace pagewright::backup
