#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/stat.h>

#include <fstream>

#include "server/backup/archive_reader.hpp"
#include "server/backup/archive_writer.hpp"
#include "server/base/digest.hpp"

namespace pagewright::backup {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Archive : testing::Test {
  Archive() {
    EXPECT_GE(sodium_init(), 0);
    fs::create_directories(folder);
    // Bytes that do not compress, so that any cut and any change hits some of them.
    std::ofstream(folder / "a", std::ios::binary) << std::string("\0\xff\n", 3) << random_secret(60'000);
    std::ofstream(folder / "b", std::ios::binary) << "small";
  }
  ~Archive() override { fs::remove_all(folder); }

  // An archive of files by their names in it, "a" and "b" on disk, and a manifest that names those in `named`.
  void write(const std::vector<std::pair<std::string, std::string>>& files, std::size_t named = 100) {
    fs::remove(backup);
    auto writer = ArchiveWriter::create(backup);
    ASSERT_TRUE(writer) << writer.error().cause;
    Manifest manifest{.program = "1", .created_at = 1, .schema = 1, .taken_from = "sqlite", .files = {}};
    for (const auto& [name, source] : files) {
      auto added = (*writer)->add_file(name, folder / source);
      ASSERT_TRUE(added) << added.error().cause;
      if (manifest.files.size() < named) manifest.files.push_back(*added);
    }
    ASSERT_TRUE((*writer)->add_text(std::string(manifest_name), manifest.to_json()));
    ASSERT_TRUE((*writer)->finish());
  }

  Outcome<Manifest> unpack_all(Unpacked what = Unpacked::everything) {
    fs::remove_all(target);
    fs::create_directories(target);
    return unpack(backup, target, what);
  }

  // The sentence with which a backup is refused.
  std::string refusal() {
    const auto unpacked = unpack_all();
    return unpacked ? "unpacked" : unpacked.error().cause;
  }

  const fs::path folder = fs::temp_directory_path() / ("pagewright-archive-" + random_secret(9));
  const fs::path backup = folder / "backup.tar.zst";
  const fs::path target = folder / "target";
  const std::vector<std::pair<std::string, std::string>> usual{{"database/pagewright.db", "a"}, {"data/dëp/b", "b"}};
};

TEST_F(Archive, GivesBackItsFilesForTheirOwnerOnly) {
  write(usual);
  struct stat status{};
  ASSERT_EQ(::stat(backup.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  const auto manifest = unpack_all();
  ASSERT_TRUE(manifest) << manifest.error().cause;
  ASSERT_EQ(manifest->files.size(), 2U);
  EXPECT_EQ(manifest->files[0].sha256, sha256_hex(contents(folder / "a")));
  EXPECT_EQ(contents(target / "database/pagewright.db"), contents(folder / "a"));
  EXPECT_EQ(contents(target / "data/dëp/b"), "small");
  EXPECT_EQ(fs::status(target / "data/dëp/b").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Archive, IsCheckedWholeWhereOnlyTheDatabaseIsUnpacked) {
  write(usual);
  ASSERT_TRUE(unpack_all(Unpacked::database));
  EXPECT_TRUE(fs::exists(target / "database/pagewright.db"));
  EXPECT_FALSE(fs::exists(target / "data"));
}

TEST_F(Archive, CutOffAnywhereIsRefused) {
  write(usual);
  const std::string whole = contents(backup);
  for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 97) {
    std::ofstream(backup, std::ios::binary | std::ios::trunc) << whole.substr(0, length);
    EXPECT_NE(refusal(), "unpacked") << length << " of " << whole.size();
  }
}

TEST_F(Archive, ChangedAnywhereIsNeverTakenForWhatItWas) {
  write(usual);
  const std::string whole = contents(backup);
  for (std::size_t place = 0; place < whole.size(); place += 1 + whole.size() / 97) {
    std::string changed = whole;
    changed[place] = static_cast<char>(changed[place] ^ 0x10);
    std::ofstream(backup, std::ios::binary | std::ios::trunc) << changed;
    // What a change of padding leaves whole is whole.
    if (unpack_all()) EXPECT_EQ(contents(target / "database/pagewright.db"), contents(folder / "a")) << place;
  }
}

TEST_F(Archive, WithNamesThatLeadElsewhereIsRefused) {
  for (const std::string name :
       {"../escaped", "data/../../escaped", "/tmp/escaped", "data/", "other/file", "data/./b"}) {
    write({usual[0], {name, "b"}});
    EXPECT_THAT(refusal(), testing::HasSubstr("is no backup: ")) << name;
    EXPECT_FALSE(fs::exists(folder / "escaped"));
  }
}

TEST_F(Archive, ThatTheManifestDoesNotDescribeIsRefused) {
  write(usual, 1);
  EXPECT_THAT(refusal(), testing::HasSubstr("doesn't name data/dëp/b"));
  write({usual[1]});
  EXPECT_EQ(refusal(), "The backup has no database.");
  std::ofstream(backup, std::ios::trunc) << "no archive at all";
  EXPECT_THAT(refusal(), testing::HasSubstr("cannot be read as a backup"));
}

TEST_F(Archive, IsNotWrittenOverWhatIsThere) {
  std::ofstream(backup.string()) << "mine";
  const auto writer = ArchiveWriter::create(backup);
  ASSERT_FALSE(writer);
  EXPECT_THAT(writer.error().cause, testing::HasSubstr("File exists"));
  EXPECT_EQ(contents(backup), "mine");
}

}  // namespace
}  // namespace pagewright::backup
