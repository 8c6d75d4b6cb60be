#include "server/cli/data_directory.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace pagewright::cli {
namespace {

namespace fs = std::filesystem;

struct DataDirectoryTest : testing::Test {
  DataDirectoryTest() : folder(fs::temp_directory_path() / ("pagewright-data-" + std::to_string(::getpid()))) {
    fs::remove_all(folder);
  }
  ~DataDirectoryTest() override { fs::remove_all(folder); }
  fs::path folder;
};

TEST_F(DataDirectoryTest, IsCreatedForItsOwnerOnly) {
  const auto directory = DataDirectory::open(folder / "deep/inside");
  ASSERT_TRUE(directory);
  EXPECT_EQ(fs::status(folder / "deep/inside").permissions(), fs::perms::owner_all);
}

TEST_F(DataDirectoryTest, IsForOneServerAtATime) {
  {
    const auto first = DataDirectory::open(folder);
    ASSERT_TRUE(first);
    const auto second = DataDirectory::open(folder);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().detail, testing::HasSubstr("Another Pagewright is using"));
  }
  EXPECT_TRUE(DataDirectory::open(folder));
}

TEST_F(DataDirectoryTest, ADatabaseElsewhereIsForOneServerTooAndOneInsideIsLockedAlready) {
  const auto directory = DataDirectory::open(folder / "data");
  ASSERT_TRUE(directory);
  const auto inside = directory->lock_folder_of(directory->database_file());
  ASSERT_TRUE(inside);
  EXPECT_FALSE(*inside);
  const auto elsewhere = directory->lock_folder_of(folder / "other/pages.db");
  ASSERT_TRUE(elsewhere);
  EXPECT_TRUE(*elsewhere);
  EXPECT_FALSE(DataDirectory::open(folder / "other"));
}

TEST_F(DataDirectoryTest, AFileInItsPlaceIsAClearSentence) {
  std::ofstream(folder.string()) << "a file";
  const auto directory = DataDirectory::open(folder);
  ASSERT_FALSE(directory);
  EXPECT_THAT(directory.error().detail, testing::AllOf(testing::HasSubstr(folder.string()), testing::EndsWith(".")));
}

}  // namespace
}  // namespace pagewright::cli
