// What every store promises.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <fstream>

#include "server/base/digest.hpp"
#include "server/storage/directory_store.hpp"
#include "server/storage/open_files.hpp"

namespace pagewright::storage {
namespace {

namespace fs = std::filesystem;

struct StoreTest : testing::Test {
  StoreTest() {
    EXPECT_GE(sodium_init(), 0);
    folder = fs::temp_directory_path() / ("pagewright-store-" + random_secret(9));
  }
  ~StoreTest() override { fs::remove_all(folder); }
  fs::path folder;
};

void put(FileStore& store, const std::string& place, std::string_view bytes) {
  const auto written = store.put(place, bytes, "text/plain");
  EXPECT_TRUE(written) << written.error().cause;
}

std::string read(FileStore& store, const std::string& place) {
  const auto file = store.open(place);
  return file ? std::string((*file)->bytes()) : "no file: " + file.error().detail;
}

void keeps_what_it_is_given(FileStore& store) {
  const std::string bytes("\0\xff picture", 10);
  put(store, "a-b_c/640.webp", bytes);
  put(store, "a-b_c/empty", "");
  EXPECT_EQ(read(store, "a-b_c/640.webp"), bytes);
  EXPECT_EQ(read(store, "a-b_c/empty"), "");
  const auto part = store.open_part("a-b_c/640.webp", 3, 4);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->bytes, bytes.substr(3, 4));
  EXPECT_EQ(store.open_part("a-b_c/640.webp", 8, 100)->bytes, bytes.substr(8)) << "as many as there are";
  EXPECT_EQ(store.open_part("a-b_c/none", 0, 1).error().kind, ProblemKind::not_found);
  const auto held = store.open("a-b_c/640.webp");
  ASSERT_TRUE(held);
  EXPECT_TRUE(store.remove("a-b_c/640.webp"));
  EXPECT_EQ((*held)->bytes(), bytes) << "who reads it is not disturbed";
  EXPECT_EQ(read(store, "a-b_c/640.webp"), "no file: There is no such file.");
  EXPECT_TRUE(store.remove("a-b_c/640.webp")) << "nothing there is fine";
  EXPECT_TRUE(store.remove("nothing/here"));
  EXPECT_EQ(store.open("a-b_c/640.webp/x").error().kind, ProblemKind::not_found);
  const auto tried = store.try_out();
  EXPECT_TRUE(tried) << tried.error().detail;
}

TEST_F(StoreTest, ADirectoryKeepsWhatItIsGiven) {
  DirectoryStore store(folder);
  keeps_what_it_is_given(store);
  EXPECT_TRUE(store.remove("a-b_c/empty"));
  EXPECT_TRUE(fs::is_empty(folder)) << "the last file takes its folder along";
}

TEST_F(StoreTest, ADirectoryTakesAlongWhatACrashLeftUnfinished) {
  DirectoryStore store(folder);
  put(store, "a/one", "1");
  for (const char* name : {".unfinished-old", ".unfinished-new"}) std::ofstream(folder / "a" / name) << "half";
  const auto written = [&](const char* name, std::chrono::minutes ago) {
    fs::last_write_time(folder / "a" / name, fs::file_time_type::clock::now() - ago);
  };
  written(".unfinished-old", std::chrono::minutes(11));
  written(".unfinished-new", std::chrono::minutes(9));
  EXPECT_TRUE(store.remove("a/one"));
  EXPECT_FALSE(fs::exists(folder / "a" / ".unfinished-old"));
  EXPECT_TRUE(fs::exists(folder / "a" / ".unfinished-new")) << "somebody may be at it";
}

TEST_F(StoreTest, WithOpenFilesBeforeIt) {
  OpenFiles store(std::make_unique<DirectoryStore>(folder), 1000, 10);
  keeps_what_it_is_given(store);
}

TEST_F(StoreTest, OpenFilesAreFewAndSmall) {
  OpenFiles store(std::make_unique<DirectoryStore>(folder), 1000, 2);
  for (const char* place : {"a", "b", "c"}) put(store, place, place);
  put(store, "large", std::string(501, 'x'));
  const auto stays_open = [&](const std::string& place) {
    const bool was = fs::exists(folder / place) && store.open(place);
    EXPECT_TRUE(was) << place;
    fs::rename(folder / place, folder / (place + "-away"));
    const bool is_open = store.open(place).has_value();
    fs::rename(folder / (place + "-away"), folder / place);
    return is_open;
  };
  EXPECT_TRUE(stays_open("a"));
  EXPECT_FALSE(stays_open("large"));
  read(store, "b");
  read(store, "c");
  fs::remove(folder / "a");
  EXPECT_FALSE(store.open("a")) << "the one that was not asked for the longest went";
}

TEST_F(StoreTest, AFullOrForbiddenDirectoryIsToldOf) {
  fs::create_directories(folder);
  std::ofstream(folder / "file") << "x";
  DirectoryStore store(folder / "file");
  EXPECT_FALSE(store.put("a/b", "x", ""));
  EXPECT_THAT(store.try_out().error().detail, testing::HasSubstr("cannot make "));
}

TEST(Places, LeadNowhereElse) {
  for (const char* place : {"a", "a/b", "0192f3a1-7c4e/640.webp", "A_b/c.d"}) EXPECT_TRUE(is_place(place)) << place;
  for (const char* place : {"", "/a", "a/", "a//b", "..", "../a", "a/../b", ".a", "a/.b", "a b", "a\\b", "a+b", "é"})
    EXPECT_FALSE(is_place(place)) << place;
}

}  // namespace
}  // namespace pagewright::storage
