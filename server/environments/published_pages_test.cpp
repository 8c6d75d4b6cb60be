#include "server/environments/published_pages.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace pagewright::environments
