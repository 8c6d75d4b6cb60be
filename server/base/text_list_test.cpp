#include "server/base/text_list.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

using Texts = std::vector<std::string>;

TEST(TextList, IsReadAsItWasWritten) {
  for (const Texts& texts : {Texts(), Texts{"a"}, Texts{"", "say \"hi\"\n", "Ä\\"}})
    EXPECT_EQ(read_text_list(text_list_json(texts)), texts);
  EXPECT_EQ(text_list_json({"a", "b\""}), R"(["a","b\""])");
}

TEST(TextList, WhatIsNoListIsEmpty) {
  EXPECT_EQ(read_text_list(""), Texts());
  EXPECT_EQ(read_text_list(R"({"a":1})"), Texts());
  EXPECT_EQ(read_text_list(R"(["a",1,null,"b"])"), (Texts{"a", "b"}));
}

}  // namespace
}  // namespace pagewright
