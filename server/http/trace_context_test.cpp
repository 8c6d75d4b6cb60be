#include "server/http/trace_context.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pagewright::http {
namespace {

const std::string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
const std::string parent = "00f067aa0ba902b7";

TEST(TraceContext, GoesOnWithASpanOfItsOwn) {
  const auto context = TraceContext::continue_from("00-" + trace + "-" + parent + "-01");
  ASSERT_TRUE(context);
  EXPECT_EQ(context->trace_id, trace);
  EXPECT_EQ(context->parent_id, parent);
  EXPECT_NE(context->span_id, parent);
  EXPECT_EQ(context->to_header(), "00-" + trace + "-" + context->span_id + "-01");
  EXPECT_TRUE(TraceContext::continue_from(context->to_header()));
  EXPECT_NE(TraceContext::continue_from("00-" + trace + "-" + parent + "-01")->span_id, context->span_id);
}

TEST(TraceContext, KeepsOnlyTheFlagThatItKnows) {
  for (const auto& [flags, sampled] : {std::pair("00", "-00"), {"01", "-01"}, {"03", "-01"}, {"fe", "-00"}})
    EXPECT_THAT(TraceContext::continue_from("00-" + trace + "-" + parent + "-" + flags)->to_header(),
                testing::EndsWith(sampled));
}

TEST(TraceContext, OfALaterVersionMayBeLonger) {
  EXPECT_TRUE(TraceContext::continue_from("cc-" + trace + "-" + parent + "-01-what-the-future-brings"));
  EXPECT_FALSE(TraceContext::continue_from("cc-" + trace + "-" + parent + "-01.what-the-future-brings"));
}

TEST(TraceContext, ThatIsNotWellFormedIsNone) {
  const std::string zeros(32, '0');
  for (const std::string& header :
       {std::string(), "00-" + trace + "-" + parent, "00-" + trace + "-" + parent + "-0",
        "ff-" + trace + "-" + parent + "-01", "00-" + zeros + "-" + parent + "-01",
        "00-" + trace + "-" + zeros.substr(16) + "-01", "00-4BF92f3577b34da6a3ce929d0e0e4736-" + parent + "-01",
        "00-" + trace + "-" + parent + "-0g", "00-" + trace + "-" + parent + "-01-more",
        "00_" + trace + "-" + parent + "-01", "0x-" + trace + "-" + parent + "-01",
        "00-" + trace + "\n-" + parent.substr(1) + "-01"})
    EXPECT_FALSE(TraceContext::continue_from(header)) << header;
}

}  // namespace
}  // namespace pagewright::http
