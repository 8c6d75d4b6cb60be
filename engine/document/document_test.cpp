#include "engine/document/document.hpp"

#include <gtest/gtest.h>

namespace pagewright::document {
namespace {

const schema::Catalog& catalog() {
  static const schema::Catalog made = [] {
    schema::Catalog catalog;
    auto box = schema::ComponentDefinition::parse(*json::parse(
        R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"},"aside":{"display_name":"Aside","max":1}},"props":{"type":"object","properties":{"title":{"type":"string","title":"Title"}}}})"));
    EXPECT_TRUE(box) << box.error().front().message;
    catalog.add(std::make_shared<const schema::ComponentDefinition>(std::move(*box)));
    return catalog;
  }();
  return made;
}

Result<Document> parse(std::string_view text, const Limits& limits = {}) {
  return Document::parse(*json::parse(text), catalog(), limits);
}

// DOCUMENT-18
TEST(Document, RoundTripsToCanonicalBytes) {
  const auto document = parse(
      R"({"layout":{"title":"T","language":"en"},"components":[{"settings":{"name":"Ä","hidden":true,"locked":false},"props":{"title":"é"},"children":{"content":[{"component":"box","id":"b"},{"id":"c","component":"box"}],"aside":[{"id":"d","component":"box"}]},"component":"box","id":"a","styles":{"mobile":{"color":"red"},"base":{"margin-top":"1px","color":"blue"}}}]})");
  ASSERT_TRUE(document) << document.error().message;
  const std::string canonical =
      R"({"components":[{"id":"a","component":"box","settings":{"hidden":true,"name":"Ä"},"props":{"title":"é"},"styles":{"base":{"color":"blue","margin-top":"1px"},"mobile":{"color":"red"}},"children":{"aside":[{"id":"d","component":"box"}],"content":[{"id":"b","component":"box"},{"id":"c","component":"box"}]}}],"layout":{"language":"en","title":"T"}})";
  std::string text;
  document->append_json(text);
  EXPECT_EQ(text, canonical);
  EXPECT_EQ(json::serialize(parse(canonical)->to_json()), canonical);
  EXPECT_EQ(document->size(), 4u);
}

// DOCUMENT-19
TEST(Document, KeepsRanksWhereAskedTo) {
  const auto document = parse(R"({"components":[{"id":"a","component":"box"},{"id":"b","component":"box"}]})");
  auto changed = *document;
  const auto rank = changed.rank_before(NodeId(), root_slot, NodeId::parse("b"), *NodeId::parse("c"));
  auto node = std::make_shared<Node>(*changed.find(*NodeId::parse("a")));
  node->id = *NodeId::parse("c");
  node->place.rank = *rank;
  changed.put(std::move(node));
  const auto again = Document::parse(changed.to_json(Ranks::keep), catalog());
  EXPECT_TRUE(*again == changed);
  EXPECT_EQ(
      json::serialize(again->to_json()),
      R"({"components":[{"id":"a","component":"box"},{"id":"c","component":"box"},{"id":"b","component":"box"}]})");
}

// DOCUMENT-8, DOCUMENT-9, DOCUMENT-10, DOCUMENT-24
TEST(Document, NamesTheFaultAndItsPlace) {
  struct Case {
    const char* source;
    ErrorCode code;
    const char* path;
  };
  const Case cases[] = {
      {"[]", ErrorCode::invalid_document, ""},
      {R"({"nodes":[]})", ErrorCode::invalid_document, "/nodes"},
      {R"({"components":{}})", ErrorCode::invalid_document, "/components"},
      {R"({"components":[7]})", ErrorCode::invalid_document, "/components/0"},
      {R"({"components":[{"component":"box"}]})", ErrorCode::invalid_document, "/components/0/id"},
      {R"({"components":[{"id":"a b","component":"box"}]})", ErrorCode::invalid_document, "/components/0/id"},
      {R"({"components":[{"id":"a","component":"box"},{"id":"a","component":"box"}]})", ErrorCode::duplicate_id,
       "/components/1/id"},
      {R"({"components":[{"id":"a","component":"nope"}]})", ErrorCode::unknown_component, "/components/0/component"},
      {R"({"components":[{"id":"a","component":"box","props":{"x":1}}]})", ErrorCode::unknown_prop,
       "/components/0/props/x"},
      {R"({"components":[{"id":"a","component":"box","props":{"title":1}}]})", ErrorCode::invalid_prop,
       "/components/0/props/title"},
      {R"({"components":[{"id":"a","component":"box","children":{"x":[]}}]})", ErrorCode::unknown_slot,
       "/components/0/children/x"},
      {R"({"components":[{"id":"a","component":"box","children":{"aside":[{"id":"b","component":"box"},{"id":"c","component":"box"}]}}]})",
       ErrorCode::slot_full, "/components/0/children/aside"},
      {R"({"components":[{"id":"a","component":"box","styles":{"base":{"color":"a;b"}}}]})", ErrorCode::invalid_style,
       "/components/0/styles/base/color"},
      {R"({"components":[{"id":"a","component":"box","extra":1}]})", ErrorCode::invalid_document,
       "/components/0/extra"},
      {R"({"components":[{"id":"a","component":"box","settings":[]}]})", ErrorCode::invalid_document,
       "/components/0/settings"},
      {R"({"components":[{"id":"a","component":"box","settings":{"colour":true}}]})", ErrorCode::invalid_prop,
       "/components/0/settings/colour"},
      {R"({"components":[{"id":"a","component":"box","settings":{"hidden":"yes"}}]})", ErrorCode::invalid_prop,
       "/components/0/settings/hidden"},
      {R"({"components":[{"id":"a","component":"box","settings":{"name":"  "}}]})", ErrorCode::invalid_prop,
       "/components/0/settings/name"},
      {R"({"layout":{"language":7}})", ErrorCode::invalid_prop, "/layout/language"},
  };
  for (const Case& each : cases) {
    const auto document = parse(each.source);
    ASSERT_FALSE(document) << each.source;
    EXPECT_EQ(name_of(document.error().code), name_of(each.code)) << each.source;
    EXPECT_EQ(document.error().path, each.path) << each.source << document.error().message;
  }
}

// DOCUMENT-12, DOCUMENT-13, DOCUMENT-14
TEST(Document, StopsAtTheLimits) {
  std::string deep = R"({"id":"n0","component":"box"})";
  for (int i = 1; i < 70; ++i)
    deep = R"({"id":"n)" + std::to_string(i) + R"(","component":"box","children":{"content":[)" + deep + "]}}";
  EXPECT_EQ(parse(R"({"components":[)" + deep + "]}").error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(
      parse(R"({"components":[{"id":"a","component":"box"},{"id":"b","component":"box"}]})", {.nodes = 1}).error().code,
      ErrorCode::limit_exceeded);
  EXPECT_EQ(parse(R"({"components":[{"id":"a","component":"box","props":{"title":")" + std::string(300 * 1024, 'x') +
                  R"("}}]})")
                .error()
                .code,
            ErrorCode::limit_exceeded);
}

// DOCUMENT-20
TEST(Document, CopiesShareWhatDoesNotChange) {
  std::string source = R"({"components":[)";
  for (int i = 0; i < 5000; ++i)
    source += std::string(i ? "," : "") + R"({"id":"n)" + std::to_string(i) + R"(","component":"box"})";
  const Document before = *parse(source + "]}");
  Document after = before;
  auto node = std::make_shared<Node>(*after.find(*NodeId::parse("n77")));
  node->props.set("title", std::make_shared<const json::Value>("new"));
  after.put(std::move(node));
  std::vector<std::string> differing;
  Document::for_each_difference(before, after, [&](const NodeId& id, const NodePointer*, const NodePointer*) {
    differing.emplace_back(id.text());
  });
  EXPECT_EQ(differing, std::vector<std::string>{"n77"});
  EXPECT_FALSE(before == after);
  EXPECT_EQ(before.find(*NodeId::parse("n77"))->props.find("title"), nullptr);
}

// DOCUMENT-22
TEST(Document, ReadInPlaceOfAnotherSharesWhatIsAsItWas) {
  const auto present = parse(
      R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"children":{"content":[{"id":"b","component":"box","styles":{"base":{"color":"red"}}},{"id":"c","component":"box"}]}},{"id":"d","component":"box"}]})");
  // With the number of nodes that differ.
  struct Case {
    const char* source;
    std::size_t differences;
  };
  const Case cases[] = {
      {R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"children":{"content":[{"id":"b","component":"box","styles":{"base":{"color":"red"}}},{"id":"c","component":"box"}]}},{"id":"d","component":"box"}]})",
       0},
      {R"({"components":[{"id":"a","component":"box","props":{"title":"Z"},"children":{"content":[{"id":"b","component":"box","styles":{"base":{"color":"red"}}},{"id":"c","component":"box"}]}},{"id":"d","component":"box"}]})",
       1},
      {R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"children":{"content":[{"id":"b","component":"box"},{"id":"c","component":"box"}]}},{"id":"d","component":"box","props":{"title":"D"}}]})",
       2},
      {R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"children":{"content":[{"id":"b","component":"box","styles":{"base":{"color":"red"}}},{"id":"c","component":"box"}]}}]})",
       1},
      {R"({"components":[{"id":"d","component":"box"}]})", 4},  // d has another rank
  };
  for (const auto& [source, differences] : cases) {
    const auto shared = Document::parse(*json::parse(source), catalog(), *present);
    ASSERT_TRUE(shared) << shared.error().message;
    EXPECT_EQ(json::serialize(shared->to_json()), json::serialize(parse(source)->to_json()));
    EXPECT_EQ(shared->size(), parse(source)->size());
    std::size_t seen = 0;
    Document::for_each_difference(*present, *shared, [&](const NodeId&, const auto*, const auto*) { ++seen; });
    EXPECT_EQ(seen, differences) << source;
  }
}

// DOCUMENT-22
TEST(Document, ReadInPlaceOfAnotherNamesFaultsAsEver) {
  const auto present = parse(R"({"components":[{"id":"a","component":"box","props":{"title":"A"}}]})");
  const char* const faulty[] = {
      R"({"components":[{"id":"a","component":"box","props":{"title":5}}]})",
      R"({"components":[{"id":"a","component":"box","props":{"title":"A","more":1}}]})",
      R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"more":1}]})",
      R"({"components":[{"id":"a","component":"box","props":{"title":"A"}},{"id":"a","component":"box","props":{"title":"A"}}]})",
      R"({"components":[{"id":"a","component":"box","props":["A"]}]})",
      R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"styles":{"wide":{}}}]})",
      R"({"components":[{"id":"a","component":"none","props":{"title":"A"}}]})",
  };
  for (const char* source : faulty) {
    const auto alone = parse(source);
    const auto shared = Document::parse(*json::parse(source), catalog(), *present);
    ASSERT_FALSE(alone) << source;
    ASSERT_FALSE(shared) << source;
    EXPECT_EQ(shared.error().message, alone.error().message);
    EXPECT_EQ(shared.error().path, alone.error().path);
  }
}

// DOCUMENT-23
TEST(Document, WritesBothTextsAtOnce) {
  const auto document = parse(
      R"({"layout":{"title":"T"},"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"box"}]}},{"id":"c","component":"box"}]})");
  std::string plain;
  std::string ranked;
  document->append_json(plain);
  document->append_json(ranked, Ranks::keep);
  EXPECT_NE(plain, ranked);
  EXPECT_EQ(document->json_texts(), std::pair(plain, ranked));
  EXPECT_EQ(Document().json_texts().first, R"({"components":[]})");
}

}  // namespace
}  // namespace pagewright::document
