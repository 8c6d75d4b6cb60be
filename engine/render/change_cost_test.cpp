// What one change costs on pages of 60 to 100,000 nodes, counted: allocations, bytes, nodes rendered. Not time.
#include <gtest/gtest.h>

#include "engine/base/checking/allocation_count.hpp"
#include "engine/operation/operation.hpp"
#include "engine/render/patch.hpp"

namespace pagewright::render {
namespace {

using document::Document;
using document::NodeId;
using operation::Operation;

constexpr document::Limits limits{.nodes = 1'000'000};

std::shared_ptr<const Library> library() {
  static const auto compiled = [] {
    LibrarySource source;
    source.tokens = json::Object{};
    source.components.push_back(
        {*json::parse(
             R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{"title":{"type":"string","default":""}}}})"),
         R"(<section class="pw-box"><h2>{{ title }}</h2>{% slot "content" %}</section>)", ""});
    source.components.push_back(
        {*json::parse(
             R"({"name":"text","display_name":"Text","description":"d","category":"content","version":"1.0.0","props":{"type":"object","properties":{"text":{"type":"string","default":""}}}})"),
         R"(<p class="pw-text">{{ text }}</p>)", ""});
    source.components.push_back(
        {*json::parse(
             R"({"name":"card","display_name":"Card","description":"d","category":"content","version":"1.0.0","props":{"type":"object","properties":{"title":{"type":"string"},"text":{"type":"string"},"link":{"type":"string"},"level":{"type":"integer"}}}})"),
         R"(<article class="pw-card"><a href="{{ link }}">{{ title }}</a>{{ text }}</article>)", ""});
    auto made = Library::compile(source);
    EXPECT_TRUE(made) << made.error().front().message;
    return *made;
  }();
  return compiled;
}

// Boxes of 19 texts; n<i> is the i-th node.
Document page_of(std::size_t nodes) {
  json::Array boxes;
  for (std::size_t i = 0; i < nodes; ++i) {
    json::Object node{{"id", "n" + std::to_string(i)}};
    if (i % 20 == 0) {
      node["component"] = "box";
      node["props"] = json::Object{{"title", "A box of texts"}};
      node["children"] = json::Object{{"content", json::Array()}};
      boxes.push_back(std::move(node));
    } else {
      node["component"] = "text";
      node["props"] = json::Object{{"text", "Some text of ordinary length"}};
      boxes.back().at("children").at("content").as_array().push_back(std::move(node));
    }
  }
  auto document = Document::parse(json::Object{{"components", std::move(boxes)}}, library()->catalog(), limits);
  EXPECT_TRUE(document) << document.error().message;
  return std::move(*document);
}

// Cards with four props and two declarations each, more than most nodes have.
Document cards(std::size_t nodes) {
  json::Array cards;
  for (std::size_t i = 0; i < nodes; ++i)
    cards.push_back(json::Object{
        {"id", "card-" + std::to_string(1'000'000'000 + i)},
        {"component", "card"},
        {"props", json::Object{{"title", "A card about something"},
                               {"text", "Some sentences of ordinary length, as they stand in a card of a page."},
                               {"link", "/somewhere/else"},
                               {"level", 2}}},
        {"styles", json::Object{{"base", json::Object{{"padding", "16px"}, {"color", "#222222"}}}}}});
  auto document = Document::parse(json::Object{{"components", std::move(cards)}}, library()->catalog(), limits);
  EXPECT_TRUE(document) << document.error().message;
  return std::move(*document);
}

NodeId id_of(std::size_t number) {
  return *NodeId::parse("n" + std::to_string(number));
}

Operation set_prop(const NodeId& id, std::string_view key, std::string_view text) {
  return operation::SetProp{id, std::string(key), std::make_shared<const json::Value>(text)};
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

struct Cost {
  std::uint64_t allocations;
  std::uint64_t bytes;
  std::size_t differing_nodes;
  std::size_t rendered_nodes;
};

// Of one operation and the patch for it, on a page that a snapshot shares.
Cost cost_of(std::size_t nodes, const Operation& change) {
  Document document = page_of(nodes);
  PatchWriter writer(library());
  std::string canvas;
  EXPECT_TRUE(writer.open(document, {}, canvas));
  const Document before = document;
  Cost cost{};
  {
    const AllocationCount count;
    const auto applied = operation::apply(document, change, library()->catalog(), limits);
    const auto patches = writer.patches(before, document);
    cost.allocations = count.allocations();
    cost.bytes = count.bytes();
    EXPECT_TRUE(applied && patches);
    for (const json::Value& patch : *patches)
      cost.rendered_nodes += occurrences(json::find_string(patch, "html").value_or(""), "data-node=");
  }
  Document::for_each_difference(before, document, [&](const auto&...) { ++cost.differing_nodes; });
  return cost;
}

constexpr std::array<std::size_t, 4> sizes = {60, 2'000, 10'000, 100'000};

// RENDER-15
TEST(ChangeCost, APropSetAllocatesNoMoreOnALargePage) {
  const Cost least = cost_of(sizes.front(), set_prop(id_of(31), "text", "Another text"));
  EXPECT_GT(least.allocations, 0u);
  for (const std::size_t nodes : sizes) {
    const Cost cost = cost_of(nodes, set_prop(id_of(nodes / 2 + 1), "text", "Another text"));
    // The map of nodes has a level more for 32 times as many: at most two more from 60 to 100,000, or three by chance.
    EXPECT_LE(cost.allocations, least.allocations + 3) << nodes;
    EXPECT_LE(cost.allocations, 30u) << nodes;
    EXPECT_LE(cost.bytes, 16u * 1024) << nodes;
  }
}

// RENDER-12, RENDER-16
TEST(ChangeCost, APropSetRendersTheOneNodeThatDiffers) {
  for (const std::size_t nodes : sizes) {
    const Cost text = cost_of(nodes, set_prop(id_of(nodes / 2 + 1), "text", "Another text"));
    EXPECT_EQ(text.differing_nodes, 1u) << nodes;
    EXPECT_EQ(text.rendered_nodes, 1u) << nodes;
    // What stands in its slot stays.
    const Cost box = cost_of(nodes, set_prop(id_of(0), "title", "Another title"));
    EXPECT_EQ(box.differing_nodes, 1u) << nodes;
    EXPECT_EQ(box.rendered_nodes, 1u) << nodes;
  }
}

// RENDER-15, RENDER-16
TEST(ChangeCost, AnInsertedNodeRendersItselfAlone) {
  for (const std::size_t nodes : sizes) {
    auto node = std::make_shared<document::Node>();
    node->id = *NodeId::parse("new");
    node->component = "text";
    node->place = {id_of(nodes / 40 * 20), "content", "V"};
    const Cost cost = cost_of(nodes, operation::InsertNode{{{std::move(node)}}});
    EXPECT_EQ(cost.differing_nodes, 1u) << nodes;
    EXPECT_EQ(cost.rendered_nodes, 1u) << nodes;
    EXPECT_LE(cost.allocations, 60u) << nodes;
    EXPECT_LE(cost.bytes, 32u * 1024) << nodes;
  }
}

// DOCUMENT-21
TEST(PageCost, ANodeTakesAKibibyteAtMost) {
  for (const std::size_t nodes : {1'000U, 20'000U}) {
    const AllocationCount count;
    const Document document = cards(nodes);
    EXPECT_EQ(document.size(), nodes);
    EXPECT_GT(count.live_bytes(), 0);
    EXPECT_LE(count.live_bytes(), static_cast<std::int64_t>(nodes) * 1024) << nodes;
  }
}

// DOCUMENT-21
TEST(PageCost, OpeningAllocatesInProportionToTheNodes) {
  const auto allocations = [](std::size_t nodes) {
    const AllocationCount count;
    EXPECT_EQ(cards(nodes).size(), nodes);
    return static_cast<double>(count.allocations()) / static_cast<double>(nodes);
  };
  const double each = allocations(1'000);
  EXPECT_NEAR(allocations(20'000), each, each / 10);
  EXPECT_NEAR(allocations(50'000), each, each / 10);
}

// RENDER-17
TEST(ChangeCost, ASnapshotAllocatesNothing) {
  for (const std::size_t nodes : sizes) {
    const Document document = page_of(nodes);
    const AllocationCount count;
    Document snapshot = document;
    EXPECT_EQ(count.allocations(), 0u) << nodes;
    snapshot.set_layout("title", std::make_shared<const json::Value>("Other"));
    EXPECT_EQ(snapshot.size(), nodes);
    EXPECT_FALSE(snapshot == document);
  }
}

}  // namespace
}  // namespace pagewright::render
