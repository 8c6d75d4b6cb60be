#include "server/assets/picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/assets/checking/sample_pictures.hpp"
#include "server/assets/media_type.hpp"

namespace pagewright::assets {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Variant> variants_of(const std::string& bytes) {
  const auto size = measure(bytes);
  EXPECT_TRUE(size) << size.error().detail << size.error().cause;
  std::vector<Variant> made;
  const auto done = make_variants(bytes, *size, Detail::photo, [&](Variant variant) -> Outcome<void> {
    made.push_back(std::move(variant));
    return {};
  });
  EXPECT_TRUE(done) << done.error().cause;
  return made;
}

std::vector<std::pair<std::int64_t, std::int64_t>> sizes_of(const std::vector<Variant>& variants) {
  std::vector<std::pair<std::int64_t, std::int64_t>> sizes;
  for (const Variant& variant : variants) sizes.emplace_back(variant.width, variant.height);
  return sizes;
}

TEST(Pictures, GetVariantsThatAreNeverLargerThanThey) {
  EXPECT_THAT(sizes_of(variants_of(sample_png({.width = 800, .height = 400}))),
              ElementsAre(std::pair(320, 160), std::pair(640, 320), std::pair(800, 400)));
  EXPECT_THAT(sizes_of(variants_of(sample_png({.width = 3, .height = 2}))), ElementsAre(std::pair(3, 2)));
  EXPECT_THAT(sizes_of(variants_of(sample_png({.width = 320, .height = 1}))), ElementsAre(std::pair(320, 1)));
  const auto large = sizes_of(variants_of(sample_png({.width = 4000, .height = 1000})));
  ASSERT_EQ(large.size(), 6U);
  EXPECT_EQ(large.back(), std::pair(2560L, 640L));
}

TEST(Pictures, StandUprightAndSayNothingOfWhereTheyWereTaken) {
  const std::string photo = sample_photo({.width = 800, .height = 400});
  ASSERT_TRUE(has_notes(photo));
  const auto size = measure(photo);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 400);
  EXPECT_EQ(size->height, 800);
  const auto made = variants_of(photo);
  EXPECT_THAT(sizes_of(made), ElementsAre(std::pair(320, 640), std::pair(400, 800)));
  for (const Variant& variant : made) {
    EXPECT_EQ(sniff(variant.webp), MediaType::webp);
    EXPECT_EQ(size_of(variant.webp).width, variant.width);
    EXPECT_EQ(size_of(variant.webp).height, variant.height);
    EXPECT_FALSE(has_notes(variant.webp));
  }
}

TEST(Pictures, OfEveryTypeAreRead) {
  EXPECT_EQ(variants_of(sample_avif({.width = 640, .height = 64})).size(), 2U);
  const auto moving = measure(animated_gif());
  ASSERT_TRUE(moving) << moving.error().cause;
  EXPECT_TRUE(moving->is_animated);
  EXPECT_EQ(moving->height, 1);
}

TEST(Pictures, WithTooManyPixelsAreRefusedBeforeTheyAreDecoded) {
  EXPECT_THAT(measure(png_bomb({.width = 60'000, .height = 60'000})).error().detail, HasSubstr("at most 16,383"));
  EXPECT_THAT(measure(png_bomb({.width = 16'000, .height = 16'000})).error().detail, HasSubstr("16000 × 16000"));
  EXPECT_TRUE(measure(png_bomb({.width = 5000, .height = 5000})));
}

TEST(Pictures, ThatAreDamagedAreRefused) {
  const auto take_none = [](const Variant&) -> Outcome<void> { return {}; };
  for (const std::string& bytes :
       {png_bomb({.width = 500, .height = 500}), sample_png({.width = 9, .height = 9}).substr(0, 30),
        sample_photo({.width = 400, .height = 400}).substr(0, 900)}) {
    const auto size = measure(bytes);
    const auto made = size ? make_variants(bytes, *size, Detail::photo, take_none) : std::unexpected(size.error());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ProblemKind::validation);
    EXPECT_THAT(made.error().detail, HasSubstr("damaged"));
  }
  EXPECT_FALSE(measure("GIF89a"));
  EXPECT_FALSE(measure("not a picture")) << "what our list does not name is not read";
}

}  // namespace
}  // namespace pagewright::assets
