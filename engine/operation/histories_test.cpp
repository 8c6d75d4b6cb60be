// Generated histories: what holds for any operations on any page.
#include <gtest/gtest.h>

#include <random>

#include "fixtures/page_edits.hpp"

namespace pagewright::operation {
namespace {

using document::Document;
using fixtures::page_catalog;

std::string text_of(const Document& document) {
  std::string out;
  document.append_json(out, document::Ranks::keep);
  return out;
}

// OPERATION-1, OPERATION-2, OPERATION-15
TEST(Histories, EachOperationIsItsInversesInverseAndWritesWhatItReads) {
  unsigned applied = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    fixtures::PageEdits edits([&random](unsigned below) { return static_cast<unsigned>(random() % below); });
    Document document;
    for (int step = 0; step < 60; ++step) {
      const Operation operation = edits.operation(document, "n", 12);
      const Document before = document;
      const auto inverse = apply(document, operation, page_catalog());
      if (!inverse) {
        ASSERT_TRUE(document == before);
        continue;
      }
      ++applied;
      const std::string written = json::serialize(to_json(operation));
      const auto read = operation_from_json(*json::parse(written), before, page_catalog());
      ASSERT_TRUE(read) << read.error().message;
      ASSERT_EQ(json::serialize(to_json(*read)), written);
      Document back = document;
      const auto again = apply(back, *inverse, page_catalog());
      ASSERT_TRUE(again) << again.error().message;
      ASSERT_EQ(text_of(back), text_of(before));
      ASSERT_EQ(json::serialize(to_json(*again)), written);
    }
    const auto whole = Document::parse(document.to_json(document::Ranks::keep), page_catalog());
    ASSERT_TRUE(whole) << whole.error().message;
    ASSERT_EQ(whole->size(), document.size());
    ASSERT_EQ(text_of(*whole), text_of(document));
  }
  EXPECT_GT(applied, 10'000u);
}

// OPERATION-1, OPERATION-11
TEST(Histories, UndoThenRedoIsIdentity) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    fixtures::PageEdits edits([&random](unsigned below) { return static_cast<unsigned>(random() % below); });
    Document document;
    edits.edit(document, "b", 20);
    Document scratch = document;
    const std::vector<Operation> operations = edits.edit(scratch, "n", 12);
    const std::string before = text_of(document);
    const auto done = apply(document, operations, OnConflict::refuse, page_catalog());
    ASSERT_TRUE(done) << done.error().message;
    const std::string after = text_of(document);
    const auto undone = apply(document, done->inverse, OnConflict::refuse, page_catalog());
    ASSERT_TRUE(undone) << undone.error().message;
    ASSERT_EQ(text_of(document), before);
    ASSERT_TRUE(apply(document, undone->inverse, OnConflict::refuse, page_catalog()));
    ASSERT_EQ(text_of(document), after);
  }
}

}  // namespace
}  // namespace pagewright::operation
