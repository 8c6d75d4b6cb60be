#include "engine/base/html.hpp"

#include <gtest/gtest.h>

namespace pagewright::html {
namespace {

// BASE-4
TEST(HtmlEscape, ReplacesWhatCouldEndTextOrAttribute) {
  std::string out = "[";
  append_escaped(out, std::string_view("a<b>&\"'\0é", 10));
  EXPECT_EQ(out, "[a&lt;b&gt;&amp;&quot;&#39;\xEF\xBF\xBDé");
}

// BASE-4
TEST(HtmlEscape, FindsEveryPlaceInLongText) {
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = '<';
      std::string out;
      append_escaped(out, text);
      ASSERT_EQ(out, text.substr(0, at) + "&lt;" + text.substr(at + 1));
    }
  }
}

// BASE-5
TEST(HtmlSafeUrl, AllowsRelativeUrlsAndKnownSchemes) {
  for (const char* url : {"", "/a", "a:b/../c?", "#x", "?q=a:b", "//host/x", "https://x.example", "HTTP://x",
                          "mailto:a@b.c", "tel:+1", "a/b:c"}) {
    if (std::string_view(url) == "a:b/../c?")
      EXPECT_FALSE(is_safe_url(url));
    else
      EXPECT_TRUE(is_safe_url(url)) << url;
  }
}

// BASE-5
TEST(HtmlSafeUrl, SeesThroughDisguises) {
  for (const char* url :
       {"javascript:alert(1)", "JaVaScRiPt:x", " \x01javascript:x", "java\nscript:x", "java\tscript:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "data:image/png;base64,AA"})
    EXPECT_FALSE(is_safe_url(url)) << url;
}

// BASE-6
TEST(HtmlSafeUrl, ImagesMayBeRasterDataUrls) {
  EXPECT_TRUE(is_safe_image_url("data:image/png;base64,AA"));
  EXPECT_TRUE(is_safe_image_url("/a.svg"));
  EXPECT_FALSE(is_safe_image_url("data:image/svg+xml;base64,AA"));
  EXPECT_FALSE(is_safe_image_url("javascript:x"));
}

}  // namespace
}  // namespace pagewright::html
