#include "server/embedded/embedded_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fixtures/source_directory.hpp"

namespace pagewright::embedded {
namespace {

namespace fs = std::filesystem;

TEST(EmbeddedFiles, TheLibraryIsThereByteForByte) {
  const fs::path library = fixtures::source_directory() / "library";
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(library)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const auto* embedded = find("library/" + entry.path().lexically_relative(library).generic_string());
    ASSERT_TRUE(embedded) << entry.path();
    std::ifstream in(entry.path(), std::ios::binary);
    EXPECT_EQ(embedded->bytes, std::string(std::istreambuf_iterator<char>(in), {})) << entry.path();
  }
  EXPECT_EQ(under("library/").size(), files);
  EXPECT_GT(files, 0U);
}

TEST(EmbeddedFiles, TheTableIsSortedAndHasTypesAndHashes) {
  EXPECT_TRUE(std::ranges::is_sorted(all(), {}, &File::path));
  for (const auto& file : all()) EXPECT_EQ(file.etag.size(), 32U) << file.path;
  const auto* card = find("library/components/card/component.json");
  ASSERT_TRUE(card);
  EXPECT_EQ(card->media_type, "application/json");
  EXPECT_LT(card->brotli.size(), card->bytes.size());
  EXPECT_FALSE(card->gzip.empty());
}

TEST(EmbeddedFiles, WhatIsNotThereIsNull) {
  EXPECT_EQ(find("library/components/none"), nullptr);
  EXPECT_EQ(find(""), nullptr);
  EXPECT_TRUE(under("nowhere/").empty());
  EXPECT_FALSE(migrations().empty());
}

}  // namespace
}  // namespace pagewright::embedded
