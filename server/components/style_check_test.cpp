#include "server/components/style_check.hpp"

#include <gtest/gtest.h>

#include "server/components/built_in_library.hpp"

namespace pagewright::components {
namespace {

const auto is_token = [](std::string_view name) { return name == "--color-text"; };

// The first fault, with what stands at its place.
std::string fault(std::string_view css) {
  const auto faults = faults_of_style(css, "promo", is_token);
  if (faults.empty()) return "none";
  return std::string(css.substr(faults.front().offset, 6)) + "| " + faults.front().message;
}

TEST(StyleCheck, TakesWhatStylesItsOwnComponent) {
  for (const char* css : {
           "",
           ".pw-promo { color: var(--color-text); }",
           ".pw-promo, .pw-promo--big > a:hover { margin: 0 }",
           ":where(main > .pw-promo__item) { --pw-promo-gap: 1rem; gap: var(--pw-promo-gap) }",
           "@media (width < 40rem) { .pw-promo { padding: .5em 1.5rem } }",
           "@keyframes pw-promo-in { from { opacity: 0 } 50.5% { opacity: .5 } to { opacity: 1 } }",
           ".pw-promo { & > p { color: var(--other, red) } &:hover { content: \"url(x) @import }\" } }",
           ".pw-promo { background: linear-gradient(red, blue) } /* .other { } */",
       })
    EXPECT_EQ(fault(css), "none") << css;
}

TEST(StyleCheck, RefusesWhatReachesFurtherOrLoads) {
  EXPECT_TRUE(fault("body { display: none }").starts_with("body {| this selector reaches the whole page"));
  EXPECT_TRUE(fault(".pw-promo, p { margin: 0 }").starts_with(" p { m| this selector"));
  EXPECT_TRUE(fault(".pw-card { margin: 0 }").starts_with(".pw-ca| the class \".pw-card\" must be called .pw-promo"));
  EXPECT_TRUE(fault(".pw-promotion { margin: 0 }").starts_with(".pw-pr| the class"));
  EXPECT_TRUE(fault("@import \"x.css\";").starts_with("@impor| @import may not"));
  EXPECT_TRUE(fault("@font-face { src: url(x) }").starts_with("@font-| @font-face may not"));
  EXPECT_TRUE(fault(".pw-promo { background: URL(x) }").starts_with("URL(x)| url() may not"));
  EXPECT_TRUE(fault(".pw-promo { background: u\\72l(x) }").starts_with("\\72l(x| write the character"));
  EXPECT_TRUE(fault(".pw-promo { content: \"</style>\" }").starts_with("</styl| \"</\" may not"));
  EXPECT_TRUE(fault("/* </style> */").starts_with("</styl| \"</\" may not"));
  EXPECT_TRUE(fault("@keyframes spin { to { rotate: 1turn } }").starts_with("spin {| keyframes \"spin\""));
  EXPECT_TRUE(fault(".pw-promo { --size: 1 }").starts_with("--size| the custom property --size must"));
  EXPECT_TRUE(fault(".pw-promo { color: var(--none) }").starts_with("--none| --none is no design token"));
}

TEST(StyleCheck, RefusesWhatIsNotClosed) {
  EXPECT_TRUE(fault(".pw-promo { color: red").starts_with(".pw-pr| this block is not closed"));
  EXPECT_TRUE(fault(".pw-promo { color: red } }").starts_with("}| \"}\" closes nothing"));
  EXPECT_TRUE(fault("/* x").starts_with("/* x| this comment"));
  EXPECT_TRUE(fault(".pw-promo { content: \"x\n }").starts_with("\"x\n }| this text"));
  EXPECT_TRUE(fault("color: red;").starts_with("color:| this is neither"));
  EXPECT_TRUE(fault("{ color: red }").starts_with("{ colo| a selector is missing"));
}

TEST(StyleCheck, WarnsOfColoursThatFollowNoTheme) {
  const auto faults = faults_of_style(".pw-promo { color: #fff }", "promo", is_token);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_TRUE(faults[0].is_warning);
}

TEST(StyleCheck, TheLibraryKeepsTheRules) {
  const BuiltInLibrary library;
  const auto compiled = render::Library::compile(library.source(library.theme()));
  ASSERT_TRUE(compiled);
  for (const render::ComponentSource& component : library.source(json::Value()).components) {
    const std::string name(json::find_string(component.definition, "name").value());
    const auto faults = faults_of_style(component.style, name, [&](std::string_view property) {
      return (*compiled)->tokens().find_custom_property(property) != nullptr;
    });
    EXPECT_TRUE(faults.empty()) << name << ": " << faults.front().message << " at " << faults.front().offset;
  }
}

}  // namespace
}  // namespace pagewright::components
