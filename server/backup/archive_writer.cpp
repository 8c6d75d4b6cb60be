#include "server/backup/archive_writer.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "server/backup/running_digest.hpp"

namespace pagewright::backup {
namespace {

constexpr std::size_t piece = 256 * 1024;

std::unexpected<Problem> failed(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

// A file that is closed with its scope.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& file) : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  const int descriptor_;
};

}  // namespace

ArchiveWriter::ArchiveWriter(std::filesystem::path file, int descriptor)
    : file_(std::move(file)), descriptor_(descriptor), archive_(archive_write_new()) {}

ArchiveWriter::~ArchiveWriter() {
  archive_write_free(archive_);
  ::close(descriptor_);
}

Outcome<std::unique_ptr<ArchiveWriter>> ArchiveWriter::create(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return failed("Cannot write to " + file.string() + ": " + std::strerror(errno) + ".");
  auto writer = std::unique_ptr<ArchiveWriter>(new ArchiveWriter(file, descriptor));
  struct archive* const target = writer->archive_;
  // No padding to the blocks of tapes.
  const bool is_ready = archive_write_set_format_pax_restricted(target) == ARCHIVE_OK &&
                        archive_write_add_filter_zstd(target) == ARCHIVE_OK &&
                        archive_write_set_bytes_in_last_block(target, 1) == ARCHIVE_OK &&
                        archive_write_open_fd(target, descriptor) == ARCHIVE_OK;
  if (!is_ready) return writer->fault();
  return writer;
}

std::unexpected<Problem> ArchiveWriter::fault() const {
  const char* sentence = archive_error_string(archive_);
  return failed("Cannot write to " + file_.string() + ": " + (sentence ? sentence : "unknown fault") + ".");
}

Outcome<void> ArchiveWriter::begin(const std::string& name, std::uint64_t size, unsigned permissions) {
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_pathname(entry, name.c_str());
  archive_entry_set_size(entry, static_cast<la_int64_t>(size));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, permissions);
  const int result = archive_write_header(archive_, entry);
  archive_entry_free(entry);
  // A warning: the name is no text in this locale, and is kept as bytes.
  if (result < ARCHIVE_WARN) return fault();
  return {};
}

Outcome<void> ArchiveWriter::write(std::string_view bytes) {
  if (archive_write_data(archive_, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size())) return fault();
  return {};
}

Outcome<ArchivedFile> ArchiveWriter::add_file(const std::string& name, const std::filesystem::path& file) {
  const OpenFile source(file);
  if (source.descriptor() < 0 && errno == ENOENT) return std::unexpected(Problem::not_found(file.string()));
  struct stat status{};
  if (source.descriptor() < 0 || ::fstat(source.descriptor(), &status) != 0)
    return failed("Cannot read " + file.string() + ": " + std::strerror(errno) + ".");
  ArchivedFile added{.name = name, .size = static_cast<std::uint64_t>(status.st_size), .sha256 = {}};
  TRY(begin(name, added.size, status.st_mode & 0700U));
  RunningDigest digest;
  std::string buffer(piece, '\0');
  std::uint64_t left = added.size;
  while (left > 0) {
    const ssize_t count = ::read(source.descriptor(), buffer.data(), std::min<std::uint64_t>(left, buffer.size()));
    if (count < 0) return failed("Cannot read " + file.string() + ": " + std::strerror(errno) + ".");
    if (count == 0) return failed(file.string() + " became shorter while it was read: begin again.");
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    digest.add(bytes);
    TRY(write(bytes));
    left -= bytes.size();
  }
  added.sha256 = digest.finish();
  return added;
}

Outcome<void> ArchiveWriter::add_text(const std::string& name, std::string_view text) {
  TRY(begin(name, text.size(), S_IRUSR | S_IWUSR));
  return write(text);
}

Outcome<void> ArchiveWriter::finish() {
  if (archive_write_close(archive_) != ARCHIVE_OK) return fault();
  if (::fsync(descriptor_) != 0) return failed("Cannot write to " + file_.string() + ": " + std::strerror(errno) + ".");
  return {};
}

}  // namespace pagewright::backup
