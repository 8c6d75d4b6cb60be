#include "server/environments/published_pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <tuple>

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

TEST_F(PublishedPagesTest, KeepNobodyWaitingWhileTheyAreMadeVisible) {
  for (int i = 0; i < 10'000; ++i) {
    const std::string name = "page-" + std::to_string(i);
    published.put("production", name, {.slug = name, .artifact = artifact});
  }
  // How often others get in while it is made visible once; they pause, so that they are not what keeps it waiting.
  const auto turns_while_showing = [&] {
    std::atomic<bool> is_over = false;
    std::jthread showing([&] {
      published.show();
      is_over = true;
    });
    int turns = 0;
    for (; !is_over; ++turns) {
      std::ignore = published.find("", "/page-7");
      published.put("staging", "about", {.slug = "about", .artifact = artifact});
      std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
    return turns;
  };
  int most = 0;
  for (int i = 0; i < 20 && most < 20; ++i) most = std::max(most, turns_while_showing());
  EXPECT_GE(most, 20);
  EXPECT_TRUE(published.find("", "/page-7"));
}

// Of what was published at the same time, and asks for nothing, the page that was made first.
TEST_F(PublishedPagesTest, HaveOneHomeHoweverTheyAreKept) {
  for (int i = 99; i >= 10; --i) {
    const std::string name = "page-" + std::to_string(i);
    published.put("production", name, {.slug = name, .artifact = artifact, .first_published_at = 7});
  }
  published.show();
  ASSERT_TRUE(published.find("", "/"));
  EXPECT_EQ(published.find("", "/")->page_id, "page-10");
}

}  // namespace
}  // namespace pagewright::environments
