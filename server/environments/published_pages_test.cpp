#include "server/environments/published_pages.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace pagewright::environments {
namespace {

struct PublishedPagesTest : testing::Test {
  PublishedPagesTest() {
    for (const char* id : {"production", "staging"})
      published.set({.id = id, .organization_id = "o", .name = id, .kind = id});
    published.put("staging", "about", {.slug = "about", .artifact = artifact});
  }

  sites::SiteSnapshots sites;
  PublishedPages published{sites};
  std::shared_ptr<const sites::Artifact> artifact = sites::Artifact::compress("<p>About us", "aaa");
};

TEST_F(PublishedPagesTest, HasTheBytesThatAnyEnvironmentShowsOfAPage) {
  EXPECT_EQ(published.artifact_of("about", "aaa"), artifact);
  EXPECT_EQ(published.artifact_of("about", "bbb"), nullptr);
  EXPECT_EQ(published.artifact_of("contact", "aaa"), nullptr);
  published.put("production", "about", {.slug = "about", .artifact = sites::Artifact::compress("<p>New", "bbb")});
  EXPECT_EQ(published.artifact_of("about", "aaa"), artifact);
  published.remove("staging", "about");
  EXPECT_EQ(published.artifact_of("about", "aaa"), nullptr);
}

TEST_F(PublishedPagesTest, AreReplacedAtOnce) {
  const Environment production{.id = "production", .organization_id = "o", .name = "production", .kind = "production"};
  const auto replace = [&](const std::string& page) {
    published.replace({production}, {{"production", page, {.slug = "news", .artifact = artifact}},
                                     {"staging", page, {.slug = "news", .artifact = artifact}}});
  };
  replace("old");
  published.show();
  EXPECT_EQ(published.artifact_of("about", "aaa"), nullptr);
  replace("new");
  ASSERT_TRUE(published.find("", "/news"));
  EXPECT_EQ(published.find("", "/news")->page_id, "old");
  published.show();
  EXPECT_EQ(published.find("", "/news")->page_id, "new");
  // Others show what they have published meanwhile.
  const std::jthread reading([&](const std::stop_token& is_over) {
    while (!is_over.stop_requested()) replace("new");
  });
  int empty = 0;
  for (int i = 0; i < 5'000; ++i) {
    published.show();
    empty += published.find("", "/news") ? 0 : 1;
  }
  EXPECT_EQ(empty, 0);
}

}  // namespace
}  // namespace pagewright::environments
