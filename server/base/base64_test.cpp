#include "server/base/base64.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

// The examples of RFC 4648, section 10.
TEST(Base64, IsWhatTheRfcSays) {
  const std::pair<std::string_view, std::string_view> cases[] = {{"", ""},
                                                                 {"f", "Zg=="},
                                                                 {"fo", "Zm8="},
                                                                 {"foo", "Zm9v"},
                                                                 {"foob", "Zm9vYg=="},
                                                                 {"fooba", "Zm9vYmE="},
                                                                 {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : cases) {
    EXPECT_EQ(base64(bytes), text);
    EXPECT_EQ(decode_base64(text), bytes);
  }
}

TEST(Base64, RefusesWhatIsNone) {
  for (const std::string_view text : {"Zg", "Zg=", "Z", "Zg==x", "Zm9v ", "Zm-_", "===="})
    EXPECT_EQ(decode_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace pagewright
