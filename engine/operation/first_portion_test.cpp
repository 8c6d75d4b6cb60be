#include "engine/operation/first_portion.hpp"

#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::operation {
namespace {

using document::Document;

constexpr const char* page =
    R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"box","children":{"content":[)"
    R"({"id":"c","component":"text","props":{"text":"one"}},{"id":"d","component":"text","props":{"text":"two"}}]}},)"
    R"({"id":"e","component":"text","props":{"text":"three"}}]}},{"id":"z","component":"box"}]})";

std::string text_of(const Document& document) {
  std::string text;
  document.append_json(text, document::Ranks::keep);
  return text;
}

// The operations that bring "a" back, with all below it.
std::vector<Operation> insertion(Document& document) {
  auto inverse = apply(document, RemoveNode{*document::NodeId::parse("a")}, test_catalog());
  EXPECT_TRUE(inverse);
  return {std::move(*inverse)};
}

// OPERATION-17
TEST(FirstPortion, IsAllThatThereIsRoomFor) {
  Document document = document_of(page);
  const FirstPortion whole = first_portion(insertion(document), 10'000);
  EXPECT_EQ(whole.first.size(), 1u);
  EXPECT_TRUE(whole.rest.empty());
  EXPECT_TRUE(first_portion({}, 10'000).first.empty());
}

// OPERATION-17
TEST(FirstPortion, DividesSubtreesAsFarAsItMust) {
  for (const std::size_t most_bytes : {1, 150, 250, 350}) {
    Document document = document_of(page);
    std::vector<Operation> rest = insertion(document);
    std::size_t portions = 0;
    for (; !rest.empty(); ++portions) {
      FirstPortion portion = first_portion(rest, most_bytes);
      std::size_t bytes = 0;
      for (const Operation& operation : portion.first) {
        bytes += json::serialize(to_json(operation)).size();
        ASSERT_TRUE(apply(document, operation, test_catalog()));
      }
      ASSERT_FALSE(portion.first.empty());
      if (portion.first.size() > 1) EXPECT_LE(bytes, most_bytes);
      rest = std::move(portion.rest);
    }
    EXPECT_GT(portions, 1u) << most_bytes;
    EXPECT_EQ(text_of(document), text_of(document_of(page))) << most_bytes;
  }
}

}  // namespace
}  // namespace pagewright::operation
