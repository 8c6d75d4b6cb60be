#include "server/pages/page_cursor.hpp"

#include <gtest/gtest.h>

namespace pagewright::pages {
namespace {

TEST(PageCursor, IsReadAsItWasWritten) {
  collaboration::PageRecord page{.id = "p-1"};
  page.created_at = 1;
  page.updated_at = 1'795'602'845'123;
  page.deleted_at = 3;
  page.name = "Über uns ??>>";
  page.slug = "ueber-uns";
  for (const char* sort : {"updatedAt", "-updatedAt", "createdAt", "name", "-name", "deletedAt"}) {
    const PageCursor cursor = PageCursor::behind(page, sort);
    const std::string text = cursor.to_text();
    EXPECT_EQ(text.find_first_of("+/=&%"), std::string::npos) << text;
    const auto again = PageCursor::parse(text);
    ASSERT_TRUE(again) << sort;
    EXPECT_EQ(again->sort, sort);
    EXPECT_EQ(again->value, cursor.value) << sort;
    EXPECT_EQ(again->id, "p-1");
  }
  EXPECT_EQ(std::get<std::int64_t>(PageCursor::behind(page, "-updatedAt").value), page.updated_at);
  EXPECT_EQ(std::get<std::string>(PageCursor::behind(page, "name").value), collaboration::search_text(page));
}

TEST(PageCursor, IsRefusedWhereNobodyWroteIt) {
  // "[]", [1,2,3], ["name",1,"x"], ["updatedAt","x","y"]
  for (const char* text :
       {"", "x", "nonsense", "!!!!", "W10", "WzEsMiwzXQ", "WyJuYW1lIiwxLCJ4Il0", "WyJ1cGRhdGVkQXQiLCJ4IiwieSJd"})
    EXPECT_FALSE(PageCursor::parse(text)) << text;
}

}  // namespace
}  // namespace pagewright::pages
