// Hostile values of styles: what passes the check stays one declaration that loads nothing.
#include <gtest/gtest.h>

#include "engine/base/checking/css_shape.hpp"
#include "engine/base/checking/hostile_values.hpp"
#include "engine/style/declaration.hpp"

namespace pagewright::style {
namespace {

using checking::Choices;
using checking::css_shape;

std::string without_texts(std::string structure) {
  for (const std::string_view text : {"text0 ", "[0 ", "]0 ", "text1 ", "[1 ", "]1 "})
    for (std::size_t at = structure.find(text); at != std::string::npos; at = structure.find(text))
      structure.erase(at, text.size());
  return structure;
}

// STYLE-2, STYLE-3
TEST(HostileStyle, WhatPassesStaysOneDeclaration) {
  Choices choices = Choices::of_seed(13, 60'000);
  unsigned passed = 0;
  while (!choices.is_used_up()) {
    const std::string value = checking::hostile_value(choices);
    for (const std::string_view property : {"color", "background", "width", "font-family"}) {
      if (!validate(property, value)) continue;
      const auto css = css_value(value, nullptr);
      if (!css) continue;
      ++passed;
      const auto shape = css_shape(".a{" + std::string(property) + ":" + *css + "}");
      ASSERT_TRUE(shape.urls.empty()) << value;
      const std::string structure = without_texts(shape.structure);
      ASSERT_TRUE(structure.starts_with("{0 :0 ") && structure.ends_with("}0 ")) << value << "\n" << structure;
      ASSERT_EQ(structure.find_first_of(";@"), std::string::npos) << value << "\n" << structure;
      ASSERT_EQ(structure.find("broken"), std::string::npos) << value << "\n" << structure;
      ASSERT_EQ(structure.find("open-"), std::string::npos) << value << "\n" << structure;
    }
  }
  EXPECT_GT(passed, 100U);
}

}  // namespace
}  // namespace pagewright::style
