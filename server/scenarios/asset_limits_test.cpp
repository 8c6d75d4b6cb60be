// How much may be uploaded: of a file, by a member, and by an organisation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/assets/checking/sample_pictures.hpp"
#include "server/scenarios/assets.hpp"

namespace pagewright::scenarios {
namespace {

using assets::sample_png;
using testing::HasSubstr;

TEST(AssetLimits, AFileMayBeSoLargeAndNoLarger) {
  Installation installation({.assets = {.most_bytes = 100'000}});
  const std::string fits = pdf + std::string(100'000 - pdf.size(), ' ');
  must_upload(installation, "fits.pdf", fits);
  const Answer refused = installation.upload(As::editor, "large.pdf", fits + " ");
  EXPECT_EQ(refused.status, 413U);
  EXPECT_EQ(refused.text("detail"), "A file may have at most 100000 bytes.");
}

TEST(AssetLimits, TooManyUploadsAreSlowedDown) {
  Installation installation;
  Answer answer;
  for (int i = 0; i < 400 && answer.status != 429; ++i) answer = installation.upload(As::editor, "x", "no picture");
  EXPECT_EQ(answer.status, 429U);
  EXPECT_EQ(installation.upload(As::admin, "a.pdf", pdf).status, 201U);
}

TEST(AssetLimits, AnOrganisationHasAQuotaOfItsOwn) {
  Installation installation({.assets = {.most_bytes_of_organization = 400}});
  EXPECT_EQ(installation.upload(As::editor, "one.pdf", pdf + std::string(200, ' ')).status, 201U);
  const Answer refused = installation.upload(As::editor, "two.pdf", pdf + std::string(150, ' '));
  EXPECT_EQ(refused.status, 413U) << refused.body;
  EXPECT_THAT(refused.body, HasSubstr("Your organisation's files may have 400 bytes together, and have 254 bytes"));
  EXPECT_EQ(stored_files(installation), 1U);
  EXPECT_EQ(installation.upload(As::stranger, "two.pdf", pdf + std::string(150, ' ')).status, 201U) << "another one's";
  const std::string first = installation.get(As::editor, "/assets").body;
  const std::string id = first.substr(first.find(R"("id":")") + 6, 36);
  EXPECT_EQ(installation.remove(As::editor, "/assets/" + id).status, 204U);
  EXPECT_EQ(installation.upload(As::editor, "two.pdf", pdf + std::string(150, ' ')).status, 201U);
}

// What is made of a file counts as well, which is known only when it is made.
TEST(AssetLimits, WhatIsMadeOfAPictureCountsForTheQuota) {
  const std::string picture = sample_png({.width = 700, .height = 400});
  Installation installation({.assets = {.most_bytes_of_organization = picture.size() + 10}});
  EXPECT_EQ(installation.upload(As::editor, "one.png", picture).status, 413U);
  EXPECT_EQ(stored_files(installation), 0U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM assets"), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
