// Hostile props against generated templates, read back by an HTML parser made by others.
#include <gtest/gtest.h>

#include "engine/base/checking/page_shape.hpp"
#include "engine/liquid/checking/check_escaping.hpp"

namespace pagewright::liquid {
namespace {

using checking::Choices;

// ESCAPE-1, ESCAPE-17
TEST(Escaping, HostilePropsNeverChangeAPage) {
  constexpr unsigned cases = 6000;
  unsigned accepted = 0;
  for (unsigned seed = 0; seed < cases; ++seed) {
    Choices choices = Choices::of_seed(seed, 220);
    const auto check = checking::check_escaping(choices);
    accepted += check.was_accepted ? 1 : 0;
    ASSERT_EQ(check.broken, "") << "seed " << seed;
  }
  EXPECT_GT(accepted, cases / 4) << "most generated templates should compile";
}

TEST(PageShape, FindsWhatMustNotBeThere) {
  for (const char* html :
       {"<script>1</script>", "<p onclick=x>", "<a href=' java\tscript:x'>", "<img src='data:image/svg+xml,x'>",
        "<p style='background:\\75rl(javascript:x)'>", "<p style=\"width:expression(1)\">", "<a target=_blank href=/>",
        "<img srcset='/a 1x, vbscript:b 2x'>", "<a ping='/a javascript:b'>", "<button formtarget=_Blank>",
        "<iframe srcdoc=x></iframe>", "<svg><a xlink:href='javascript:x'></a></svg>"})
    EXPECT_FALSE(pagewright::checking::page_shape(html).dangers.empty()) << html;
  EXPECT_TRUE(pagewright::checking::page_shape("<a href='/x' style='color: red'>javascript:x</a>").dangers.empty());
}

TEST(PageShape, IgnoresWordsAndValuesOnly) {
  const auto shape = [](std::string_view html) { return pagewright::checking::page_shape(html).tree; };
  EXPECT_EQ(shape("<p title=a style='color: red'>x</p>"), shape("<p title=b style='color: rgb(1, 2, 3)'>y</p>"));
  EXPECT_NE(shape("<p title=a>x</p>"), shape("<p title=a lang=b>x</p>"));
  EXPECT_NE(shape("<p>x</p>"), shape("<p>x<b></b></p>"));
  EXPECT_NE(shape("<p>x</p>"), shape("<p>x<!-- y --></p>"));
  EXPECT_NE(shape("<p style='a: b'>x</p>"), shape("<p style='a: b; c: d'>x</p>"));
  EXPECT_NE(shape("<p style='a: b'>x</p>"), shape("<p style='a: url(b)'>x</p>"));
  EXPECT_NE(shape("<p style='a: \"b\"'>x</p>"), shape("<p style='a: \"b'>x</p>"));
}

}  // namespace
}  // namespace pagewright::liquid
