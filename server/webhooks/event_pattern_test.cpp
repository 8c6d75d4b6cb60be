#include "server/webhooks/event_pattern.hpp"

#include <gtest/gtest.h>

namespace pagewright::webhooks {
namespace {

TEST(EventPattern, IsAWordWithDotsOrEndsInAStar) {
  for (const char* text : {"*", "page.*", "page.created", "member.invitation_revoked", "user.*"})
    EXPECT_TRUE(is_event_pattern(text)) << text;
  for (const char* text : {"", "*.created", "page.", ".page", "page..created", "page.c*", "Page.created",
                           "page created", "**", "page.*.x", "page\n"})
    EXPECT_FALSE(is_event_pattern(text)) << text;
}

TEST(EventPattern, FitsWholeWords) {
  EXPECT_TRUE(fits("*", "page.created"));
  EXPECT_TRUE(fits("page.*", "page.created"));
  EXPECT_TRUE(fits("page.created", "page.created"));
  EXPECT_FALSE(fits("page.*", "pages.created"));
  EXPECT_FALSE(fits("page.*", "page."));
  EXPECT_FALSE(fits("page.created", "page.created_again"));
  EXPECT_TRUE(fits_any({"branch.*", "page.deleted"}, "page.deleted"));
  EXPECT_FALSE(fits_any({}, "page.deleted"));
}

}  // namespace
}  // namespace pagewright::webhooks
