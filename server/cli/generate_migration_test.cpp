#include "server/cli/generate_migration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace pagewright::cli {
namespace {

namespace fs = std::filesystem;

struct GenerateMigration : testing::Test {
  GenerateMigration() { fs::create_directories(folder); }
  ~GenerateMigration() override { fs::remove_all(folder); }
  fs::path folder = fs::temp_directory_path() / ("pagewright-generate-" + std::to_string(::getpid()));
};

TEST_F(GenerateMigration, WritesTheNextPair) {
  EXPECT_THAT(generate_migration(folder, "people").value(),
              testing::ElementsAre(folder / "0001_people.up.sql", folder / "0001_people.down.sql"));
  std::ofstream(folder / "0041_pets.up.sql") << "--";
  const auto written = generate_migration(folder, "page_grants2").value();
  EXPECT_THAT(written,
              testing::ElementsAre(folder / "0042_page_grants2.up.sql", folder / "0042_page_grants2.down.sql"));
  EXPECT_GT(fs::file_size(written[0]), 0U);
}

TEST_F(GenerateMigration, RefusesOtherNamesAndFolders) {
  for (const char* name : {"", "Pets", "a b", "../a", "ä"}) EXPECT_FALSE(generate_migration(folder, name)) << name;
  EXPECT_TRUE(fs::is_empty(folder));
  EXPECT_THAT(generate_migration(folder / "nowhere", "pets").error().cause, testing::HasSubstr("nowhere"));
}

}  // namespace
}  // namespace pagewright::cli
