// Writes a tar archive, compressed with zstd, file after file.
#pragma once

#include <filesystem>
#include <memory>

#include "server/backup/manifest.hpp"

struct archive;

namespace pagewright::backup {

class ArchiveWriter {
 public:
  // A new file that only its owner may read: backups hold secrets.
  static Outcome<std::unique_ptr<ArchiveWriter>> create(const std::filesystem::path& file);
  ~ArchiveWriter();

  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  // Adds a file, and says what was added. Error not_found where it is gone, internal where its size changes meanwhile.
  Outcome<ArchivedFile> add_file(const std::string& name, const std::filesystem::path& file);
  Outcome<void> add_text(const std::string& name, std::string_view text);

  // Once, at the end: what was written is on disk afterwards.
  Outcome<void> finish();

 private:
  ArchiveWriter(std::filesystem::path file, int descriptor);
  Outcome<void> begin(const std::string& name, std::uint64_t size, unsigned permissions);
  Outcome<void> write(std::string_view bytes);
  [[nodiscard]] std::unexpected<Problem> fault() const;

  const std::filesystem::path file_;
  const int descriptor_;
  struct archive* const archive_;
};

}  // namespace pagewright::backup
