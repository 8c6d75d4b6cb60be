#include "engine/diff/transition.hpp"

#include <random>

#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::diff {
namespace {

using document::Document;
using operation::document_of;
using operation::test_catalog;

std::string text_of(const Document& document) {
  std::string out;
  document.append_json(out);
  return out;
}

// The number of operations that lead from one to the other, after checking that they do.
std::size_t check(const Document& from, const Document& to) {
  const auto operations = operations_between(from, to);
  Document document = from;
  const auto applied = operation::apply(document, operations, operation::OnConflict::refuse, test_catalog());
  EXPECT_TRUE(applied) << applied.error().message << " at " << applied.error().path;
  EXPECT_EQ(text_of(document), text_of(to));
  return operations.size();
}

// A random tree of boxes and texts over a small set of ids.
std::string random_nodes(std::mt19937& random, std::vector<std::string>& ids, unsigned depth) {
  std::string out = "[";
  for (unsigned count = random() % 4; count > 0 && !ids.empty(); --count) {
    const std::size_t at = random() % ids.size();
    const std::string id = ids[at];
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(at));
    if (out.size() > 1) out += ',';
    if (depth < 4 && random() % 2) {
      out += R"({"id":")" + id + R"(","component":"box","children":{"content":)" +
             random_nodes(random, ids, depth + 1) + "}}";
    } else {
      out += R"({"id":")" + id + R"(","component":"text","props":{"size":)" + std::to_string(1 + random() % 9) +
             R"(},"styles":{"base":{"color":")" + (random() % 2 ? "red" : "blue") + R"("}}})";
    }
  }
  return out + "]";
}

Document random_document(std::mt19937& random) {
  std::vector<std::string> ids;
  for (int i = 0; i < 12; ++i) ids.push_back("n" + std::to_string(i));
  return document_of(R"({"components":)" + random_nodes(random, ids, 0) + R"(,"layout":{"title":")" +
                     std::to_string(random() % 3) + R"("}})");
}

// DIFF-15
TEST(Transition, LeadsFromAnyDocumentToAnyOther) {
  std::mt19937 random(11);
  for (int i = 0; i < 3000; ++i) {
    const Document from = random_document(random);
    const Document to = random_document(random);
    ASSERT_NO_FATAL_FAILURE(check(from, to));
    if (testing::Test::HasFailure()) FAIL() << text_of(from) << "\n" << text_of(to);
  }
}

// DIFF-15, DOCUMENT-22
TEST(Transition, IsTheSameFromADocumentReadInPlaceOfAnother) {
  std::mt19937 random(31);
  for (int i = 0; i < 3000; ++i) {
    const Document from = random_document(random);
    const Document to = random_document(random);
    const auto shared = Document::parse(to.to_json(), test_catalog(), from);
    ASSERT_TRUE(shared) << shared.error().message;
    ASSERT_EQ(text_of(*shared), text_of(to));
    ASSERT_EQ(check(from, *shared), check(from, to)) << text_of(from) << "\n" << text_of(to);
  }
}

// DIFF-15
TEST(Transition, IsEmptyForEqualDocuments) {
  std::mt19937 random(5);
  for (int i = 0; i < 50; ++i) {
    const Document document = random_document(random);
    EXPECT_TRUE(operations_between(document, document_of(text_of(document))).empty());
  }
}

// DIFF-15
TEST(Transition, ExchangesRegistersWhereThereIsNoRoomForMore) {
  const auto settings = [](const std::string& first) {
    std::string out = "\"" + first + "\":1";
    for (int i = 1; i < 200; ++i) out += ",\"k" + std::to_string(i) + "\":1";
    return document_of(R"({"components":[],"layout":{)" + out + "}}");
  };
  EXPECT_EQ(check(settings("z"), settings("a")), 2u);
}

TEST(Transition, MovesOnlyWhatIsOutOfOrder) {
  const auto list = [](std::initializer_list<const char*> ids) {
    std::string out;
    for (const char* id : ids)
      out += std::string(out.empty() ? "" : ",") + R"({"id":")" + id + R"(","component":"text"})";
    return document_of(R"({"components":[)" + out + "]}");
  };
  EXPECT_EQ(check(list({"a", "b", "c", "d"}), list({"b", "c", "d", "a"})), 1u);
  EXPECT_EQ(check(list({"a", "b", "c", "d"}), list({"a", "x", "b", "c", "d"})), 1u);
  EXPECT_EQ(check(list({"a", "b", "c"}), list({"a", "c"})), 1u);
}

TEST(Transition, InsertsANewSubtreeAsOneOperation) {
  EXPECT_EQ(
      check(
          document_of(R"({"components":[]})"),
          document_of(
              R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"text"},{"id":"c","component":"text"}]}}]})")),
      1u);
}

std::string pair_of(std::string_view id, std::string_view nodes) {
  return R"({"id":")" + std::string(id) + R"(","component":"pair","children":{"content":[)" + std::string(nodes) +
         "]}}";
}

std::string texts(std::initializer_list<const char*> ids) {
  std::string out;
  for (const char* id : ids)
    out += std::string(out.empty() ? "" : ",") + R"({"id":")" + id + R"(","component":"text"})";
  return out;
}

// DIFF-16
TEST(Transition, NeverOverfillsASlotOnTheWay) {
  const auto page = [](const std::string& nodes) { return document_of(R"({"components":[)" + nodes + "]}"); };
  check(page(pair_of("p", texts({"a", "b"})) + "," + pair_of("q", texts({"c", "d"}))),
        page(pair_of("p", texts({"c", "d"})) + "," + pair_of("q", texts({"a", "b"}))));
  check(page(pair_of("p", texts({"a", "b"})) + "," + pair_of("q", texts({"c", "d"}))),
        page(pair_of("q", texts({"b", "x"})) + "," + pair_of("p", texts({"c", "a"}))));
  // What goes, but holds something that stays, makes room as well.
  check(page(pair_of("p", pair_of("r", texts({"a"})) + "," + texts({"b"}))),
        page(pair_of("p", texts({"x", "b"})) + "," + texts({"a"})));
  check(page(pair_of("p", pair_of("r", pair_of("s", texts({"a", "b"}))) + "," + texts({"c"}))),
        page(pair_of("p", texts({"a", "b"}))));
}

// A random page whose slots are mostly full.
Document random_full_document(std::mt19937& random) {
  std::vector<std::string> ids;
  for (int i = 0; i < 14; ++i) ids.push_back("n" + std::to_string(i));
  std::ranges::shuffle(ids, random);
  std::vector<std::string> nodes;
  for (const std::string& id : ids) {
    if (random() % 5 == 0) continue;
    std::string inner;
    for (unsigned take = random() % 3; take > 0 && !nodes.empty(); --take) {
      inner += (inner.empty() ? "" : ",") + nodes.back();
      nodes.pop_back();
    }
    nodes.push_back(inner.empty() && random() % 2 ? R"({"id":")" + id + R"(","component":"text"})"
                                                  : pair_of(id, inner));
  }
  std::string all;
  for (const std::string& node : nodes) all += (all.empty() ? "" : ",") + node;
  return document_of(R"({"components":[)" + all + "]}");
}

// DIFF-15, DIFF-16
TEST(Transition, LeadsBetweenPagesOfFullSlots) {
  std::mt19937 random(23);
  for (int i = 0; i < 3000; ++i) {
    const Document from = random_full_document(random);
    const Document to = random_full_document(random);
    ASSERT_NO_FATAL_FAILURE(check(from, to));
    if (testing::Test::HasFailure()) FAIL() << text_of(from) << "\n" << text_of(to);
  }
}

}  // namespace
}  // namespace pagewright::diff
