#include "server/svg/svg_cleaner.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/svg/svg_vocabulary.hpp"

namespace pagewright::svg {
namespace {

using testing::HasSubstr;

constexpr std::string_view opening =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 24 12\">";

std::string cleaned(std::string_view inside) {
  const auto svg = clean_svg(std::string(opening).append(inside).append("</svg>"));
  if (!svg) return "refused: " + svg.error().detail;
  constexpr std::string_view start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 12\">";
  if (svg->text == std::string(start.substr(0, start.size() - 1)) + "/>") return {};
  EXPECT_TRUE(svg->text.starts_with(start)) << svg->text;
  return svg->text.ends_with("</svg>") ? svg->text.substr(start.size(), svg->text.size() - start.size() - 6)
                                       : svg->text;
}

TEST(SvgCleaner, WhatDrawsStays) {
  for (const char* inside :
       {"<g fill=\"#0b5fff\" transform=\"rotate(3)\"><path d=\"M0 0h24v12z\" stroke-width=\"2\"/></g>",
        "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>",
        "<rect fill=\"url(#a)\" width=\"24\" height=\"12\"/>",
        "<style>.a{fill:url(#a)}@media(prefers-color-scheme:dark){.a{fill:#fff}}</style>",
        "<title>A &amp; B &lt;3</title><text x=\"1\" aria-label=\"x\"><tspan>Grüße</tspan></text>",
        "<circle r=\"3\"><animate attributeName=\"r\" values=\"1;3\" dur=\"1s\" repeatCount=\"indefinite\"/></circle>",
        "<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"2\"/>", "<use href=\"#a\" x=\"3\"/>"})
    EXPECT_EQ(cleaned(inside), inside);
}

TEST(SvgCleaner, WhatRunsGoes) {
  EXPECT_EQ(cleaned("<script>alert(1)</script><script xlink:href='https://evil.example/x.js'/>"), "");
  EXPECT_EQ(cleaned("<g onload='alert(1)' ONCLICK='x' onbegin='x'/>"), "<g/>");
  EXPECT_EQ(cleaned("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example'/>"
                    "</foreignObject>"),
            "");
  EXPECT_EQ(cleaned("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>"), "");
  EXPECT_EQ(cleaned("<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>"), "");
  EXPECT_EQ(cleaned("<handler type='text/javascript'>x</handler><listener/><discard/>"), "");
  EXPECT_EQ(cleaned("<set attributeName='href' to='javascript:alert(1)'/><animate attributeName='xlink:href'/>"
                    "<animate to='x'/><set attributeName='onload' to='alert(1)'/>"),
            "");
  EXPECT_EQ(cleaned("<!-- <script>x</script> --><?xml-stylesheet href='https://evil.example/x.css'?>"), "");
  EXPECT_EQ(cleaned("<title><![CDATA[<script>alert(1)</script>]]></title>"),
            "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>");
}

TEST(SvgCleaner, WhatLinksOrLoadsGoes) {
  EXPECT_EQ(cleaned("<a href='javascript:alert(1)'><path d='M0 0'/></a>"), "<path d=\"M0 0\"/>");
  EXPECT_EQ(cleaned("<image href='https://evil.example/track.png'/><image xlink:href='//evil.example/x'/>"),
            "<image/><image/>");
  EXPECT_EQ(cleaned("<image href='data:image/svg+xml;base64,PHN2Zz4='/><image href='data:text/html,x'/>"),
            "<image/><image/>");
  EXPECT_EQ(cleaned("<use href='https://evil.example/x.svg#a'/><use xlink:href='data:image/svg+xml,x#a'/>"),
            "<use/><use/>");
  EXPECT_EQ(cleaned("<use xlink:href='#a'/><use xlink:href='#a' href='https://evil.example'/>").substr(0, 15),
            "<use href=\"#a\"/");
  EXPECT_EQ(cleaned("<rect fill='url(https://evil.example/x#a)' style='background:url(\"//evil.example\")' x='1'/>"),
            "<rect x=\"1\"/>");
  EXPECT_EQ(cleaned("<path style='fill:u\\72l(//evil.example)'/><path filter='URL ( \"x.svg#a\" )'/>"),
            "<path/><path/>");
  EXPECT_EQ(cleaned("<style>@import '//evil.example/x.css';</style><style>a{b:url(x)}</style>"
                    "<style>@font-face{font-family:a}</style><style>/**/a{}</style>"),
            "");
  EXPECT_EQ(cleaned("<g xml:base='https://evil.example/' xlink:title='x' data-x='y' xml:lang='de'/>"),
            "<g xml:lang=\"de\"/>");
  EXPECT_EQ(cleaned("<g aria-x:href='javascript:alert(1)' aria-:href='//evil.example' xlink:onload='x'/>"), "<g/>");
  EXPECT_EQ(cleaned("<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>"), "");
}

TEST(SvgCleaner, EntitiesAreRefused) {
  const auto with_type = [](const std::string& subset, const std::string& inside) {
    return clean_svg("<!DOCTYPE svg " + subset + "><svg xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>");
  };
  const auto bomb =
      with_type("[<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]", "<text>&c;</text>");
  ASSERT_FALSE(bomb);
  EXPECT_THAT(bomb.error().detail, HasSubstr("entities"));
  EXPECT_FALSE(with_type("[<!ENTITY x SYSTEM 'file:///etc/passwd'>]", "<text>&x;</text>"));
  EXPECT_FALSE(with_type("[<!ATTLIST svg onload CDATA 'alert(1)'>]", ""));
  EXPECT_FALSE(clean_svg("<svg xmlns='http://www.w3.org/2000/svg'><text>&nbsp;</text></svg>"));
  const auto named =
      with_type("PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'", "<g/>");
  ASSERT_TRUE(named) << named.error().detail;
  EXPECT_EQ(named->text, "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>");
}

TEST(SvgCleaner, WhatIsNoSvgIsRefused) {
  for (const char* text : {"", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "<html/>",
                           "<svg xmlns='http://www.w3.org/1999/xhtml'/>", "not XML"})
    EXPECT_FALSE(clean_svg(text)) << text;
  EXPECT_FALSE(clean_svg(std::string(opening) + std::string(most_svg_bytes, ' ') + "</svg>"));
  std::string many(opening);
  for (int i = 0; i < 50'001; ++i) many += "<g/>";
  EXPECT_THAT(clean_svg(many + "</svg>").error().detail, HasSubstr("50,000"));
  std::string deep(opening);
  for (int i = 0; i < 100'000; ++i) deep += "<g>";
  EXPECT_FALSE(clean_svg(deep)) << "nesting has an end";
}

TEST(SvgCleaner, SaysHowLargeItIs) {
  const auto size = [](const std::string& attributes) {
    const auto svg = clean_svg("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>");
    EXPECT_TRUE(svg);
    return std::pair(svg->width.value_or(0), svg->height.value_or(0));
  };
  EXPECT_EQ(size("width='24' height='12px'"), std::pair(24L, 12L));
  EXPECT_EQ(size("width='100%' height='100%' viewBox='0 0 48.4 20'"), std::pair(48L, 20L));
  EXPECT_EQ(size("viewBox='0,0,  48,20'"), std::pair(48L, 20L));
  EXPECT_EQ(size("viewBox='0 0 x 20'"), std::pair(0L, 0L));
  EXPECT_EQ(size("width='2em' height='1e9'"), std::pair(0L, 0L));
}

TEST(SvgVocabulary, KnowsWhatRefersElsewhere) {
  for (const char* css : {"", "red", "url(#a)", "url( '#a' ) blue", "fill:curl", "M0 0h1"})
    EXPECT_TRUE(is_self_contained_css(css)) << css;
  for (const char* css : {"url(x)", "URL('//x')", "url (x)", "@ImPort 'x'", "url(", "a\\b", "x</style>",
                          "image-set('a')", "javascript:x", "expression(x)"})
    EXPECT_FALSE(is_self_contained_css(css)) << css;
}

}  // namespace
}  // namespace pagewright::svg
