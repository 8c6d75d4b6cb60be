// Operations and transactions that are none, that nest, repeat or go in circles: refused, or left out, the same way
// everywhere, and never at the cost of the document.
#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::operation {
namespace {

using document::Document;
using document::NodeId;

constexpr const char* page =
    R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"box","children":{"content":[{"id":"c","component":"box"}]}},{"id":"t","component":"text"}]}},{"id":"d","component":"box"}]})";

std::string move(std::string_view id, std::string_view parent) {
  return R"({"type":"move_node","id":")" + std::string(id) + R"(","place":{"parent":)" +
         (parent == "null" ? "null" : "\"" + std::string(parent) + "\"") + R"(,"slot":")" +
         (parent == "null" ? "components" : "content") + R"(","before":null}})";
}

Result<Transaction> transaction_of(std::string_view operations, const Document& document) {
  const auto source = json::parse(R"({"id":"c-1","operations":[)" + std::string(operations) + "]}");
  EXPECT_TRUE(source) << source.error().message;
  return transaction_from_json(*source, document, test_catalog());
}

// Every node is reached from the root exactly once, no deeper than the limit.
void check_tree(const Document& document) {
  std::size_t listed = document.children(NodeId(), document::root_slot).size();
  document.for_each_node([&](const document::NodePointer& node) {
    if (const document::Children* slots = document.children(node->id))
      for (const auto& slot : *slots) listed += slot.children.size();
    EXPECT_LE(document.depth_of(node->id), document::Limits{}.depth);
  });
  EXPECT_EQ(listed, document.size());
  EXPECT_TRUE(document == *Document::parse(document.to_json(document::Ranks::keep), test_catalog()));
}

// OPERATION-13
TEST(MalformedOperation, WrongTypesAreRefusedEverywhere) {
  const auto with = [](std::string_view member, std::string_view value) {
    json::Object operation = json::parse(R"({"type":"x","id":"a","key":"text","breakpoint":"base","property":"color",
        "place":{"parent":null,"slot":"components","before":null},"node":{"id":"n","component":"box"}})")
                                 ->as_object();
    operation[member] = *json::parse(value);
    return operation;
  };
  const std::pair<const char*, std::vector<const char*>> read_by[] = {
      {"insert_node", {"place", "node"}},
      {"remove_node", {"id"}},
      {"move_node", {"id", "place"}},
      {"set_prop", {"id", "key"}},
      {"set_style", {"id", "breakpoint", "property"}},
      {"set_page", {"key"}},
  };
  for (const char* wrong : {"null", "true", "7", "-1.5e300", "[]", "[{}]", R"("\u0000")", "{}"}) {
    check_refused(page, wrong, ErrorCode::invalid_operation);
    for (const auto& [type, members] : read_by) {
      for (const char* member : members) {
        json::Object operation = with(member, wrong);
        operation["type"] = type;
        const Document document = document_of(page);
        Document changed = document;
        const auto read = operation_from_json(operation, document, test_catalog());
        const auto applied =
            read ? apply(changed, *read, test_catalog()) : Result<Operation>(std::unexpected(read.error()));
        // Any text is a key; what it names is another question. A page setting may have any name.
        if (std::string_view(type) == "set_page" && wrong[0] == '"') continue;
        if (std::string_view(type) == "set_prop" && member == std::string_view("key") && wrong[0] == '"') continue;
        if (std::string_view(type) == "set_style" && member == std::string_view("property") && wrong[0] == '"')
          continue;
        ASSERT_FALSE(applied) << json::serialize(operation);
        EXPECT_FALSE(applied.error().is_conflict()) << json::serialize(operation);
        EXPECT_TRUE(changed == document);
      }
    }
    for (const char* member : {"parent", "slot", "rank", "before"}) {
      json::Object operation = with("type", "\"move_node\"");
      operation["place"].as_object()[member] = *json::parse(wrong);
      const bool is_allowed = std::string_view(wrong) == "null" &&
                              (std::string_view(member) == "parent" || std::string_view(member) == "before");
      const bool is_text = wrong[0] == '"' && std::string_view(member) == "slot";
      const auto read = operation_from_json(operation, document_of(page), test_catalog());
      EXPECT_EQ(read.has_value(), is_allowed || is_text) << json::serialize(operation);
    }
  }
}

// OPERATION-13
TEST(MalformedTransaction, IsRefused) {
  const Document document = document_of(page);
  for (const char* source :
       {"null", "7", "[]", "{}", R"({"id":"c"})", R"({"id":7,"operations":[]})", R"({"id":"","operations":[]})",
        R"({"id":"c","operations":{}})", R"({"id":"c","operations":[7]})", R"({"id":"c","operations":[[]]})",
        R"({"operations":[]})"})
    EXPECT_EQ(transaction_from_json(*json::parse(source), document, test_catalog()).error().code,
              ErrorCode::invalid_operation)
        << source;
  EXPECT_FALSE(transaction_from_json(json::Object{{"id", std::string(81, 'c')}, {"operations", json::Array{}}},
                                     document, test_catalog()));
  const auto fault = transaction_of(R"({"type":"remove_node","id":"a"},{"type":"remove_node","id":" "})", document);
  EXPECT_EQ(fault.error().path, "/operations/1");
}

// OPERATION-14
TEST(MalformedTransaction, HasAtMostAsManyOperationsAsNodesFit) {
  const Document document = document_of(page);
  json::Array operations(20'000, json::Object{{"type", "set_page"}, {"key", "title"}, {"value", "x"}});
  json::Object source{{"id", "c-1"}, {"operations", operations}};
  const auto most = transaction_from_json(source, document, test_catalog());
  ASSERT_TRUE(most);
  Document changed = document;
  EXPECT_TRUE(apply(changed, most->operations, OnConflict::refuse, test_catalog()));
  source["operations"].as_array().push_back(operations.front());
  EXPECT_EQ(transaction_from_json(source, document, test_catalog()).error().code, ErrorCode::limit_exceeded);
  EXPECT_TRUE(transaction_from_json(source, document, test_catalog(), Origin::server));
}

// OPERATION-14
TEST(MalformedTransaction, ALongLabelIsCutBetweenCharacters) {
  for (std::size_t size = 190; size < 205; ++size) {
    const json::Object source{{"id", "c-1"}, {"label", std::string(size, 'x') + "€€€€"}, {"operations", json::Array{}}};
    const auto read = transaction_from_json(source, document_of(page), test_catalog());
    ASSERT_TRUE(read);
    EXPECT_LE(read->label.size(), 200u);
    EXPECT_GT(read->label.size(), 197u);
    EXPECT_TRUE(json::parse(json::serialize(to_json(*read)))) << size;
  }
}

// OPERATION-5, OPERATION-14
TEST(MalformedOperation, ASubtreeIsCheckedAsADocumentIs) {
  const auto insert = [](std::string_view node) {
    return R"({"type":"insert_node","place":{"parent":"d","slot":"content","rank":"V"},"node":)" + std::string(node) +
           "}";
  };
  check_refused(page, insert(R"({"id":"n","component":"box","children":{"content":[{"id":"n","component":"box"}]}})"),
                ErrorCode::duplicate_id);
  check_refused(page, insert(R"({"id":"n","component":"box","children":{"content":[{"id":"a","component":"box"}]}})"),
                ErrorCode::duplicate_id);
  check_refused(page, insert(R"({"id":"n","component":"box","children":{"none":[]}})"), ErrorCode::unknown_slot);
  check_refused(page, insert(R"({"id":"n","component":"box","more":1})"), ErrorCode::invalid_document);
  check_refused(page, insert(R"({"id":"d","component":"box"})"), ErrorCode::duplicate_id);
  // Into itself: that parent is not there yet.
  check_refused(
      page,
      R"({"type":"insert_node","place":{"parent":"n","slot":"content","rank":"V"},"node":{"id":"n","component":"box"}})",
      ErrorCode::gone);
  std::string deep = R"({"id":"n0","component":"box"})";
  for (int i = 1; i < 64; ++i)
    deep = R"({"id":"n)" + std::to_string(i) + R"(","component":"box","children":{"content":[)" + deep + "]}}";
  check_refused(page, insert(deep), ErrorCode::limit_exceeded);
}

// OPERATION-7
TEST(Cycle, IsRefusedAtAnyDistance) {
  check_refused(page, move("a", "a"), ErrorCode::cycle);
  check_refused(page, move("a", "b"), ErrorCode::cycle);
  check_refused(page, move("a", "c"), ErrorCode::cycle);
  check_refused(page, move("b", "c"), ErrorCode::cycle);
}

// OPERATION-7, OPERATION-11
TEST(Cycle, OfTwoMovesLeavesOutTheSecond) {
  const Document start = document_of(page);
  // Two authors at once: a below d, d below a (or deep below it).
  for (const char* target : {"a", "b", "c"}) {
    Document document = start;
    const auto both = transaction_of(move("a", "d") + "," + move("d", target), start);
    ASSERT_TRUE(both);
    EXPECT_EQ(apply(document, both->operations, OnConflict::refuse, test_catalog()).error().code, ErrorCode::cycle);
    EXPECT_TRUE(document == start);
    const auto applied = apply(document, both->operations, OnConflict::leave_out, test_catalog());
    ASSERT_TRUE(applied);
    EXPECT_EQ(applied->operations.size(), 1u);
    EXPECT_TRUE(document.is_within(*NodeId::parse("a"), *NodeId::parse("d")));
    check_tree(document);
    ASSERT_TRUE(apply(document, applied->inverse, OnConflict::refuse, test_catalog()));
    EXPECT_TRUE(document == start);
  }
}

// OPERATION-7, OPERATION-15
TEST(Cycle, NeverArisesFromThousandsOfMoves) {
  Document document = document_of(page);
  const std::vector<std::string> ids = {"a", "b", "c", "d", "t"};
  std::uint64_t chance = 1;
  const auto any = [&](std::size_t below) {
    chance = chance * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(chance >> 33) % below;
  };
  std::size_t applied = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::size_t parent = any(5);
    const auto operation = operation_from_json(*json::parse(move(ids[any(5)], parent == 4 ? "null" : ids[parent])),
                                               document, test_catalog());
    ASSERT_TRUE(operation);
    if (apply(document, *operation, test_catalog())) ++applied;
    if (i % 100 == 0) check_tree(document);
  }
  EXPECT_GT(applied, 500u);
  EXPECT_EQ(document.size(), 5u);
}

// OPERATION-14
TEST(MoveNode, MakesATreeNoDeeperThanItsLimit) {
  // Two chains: x0 … x30 and y0 … y40, each node in the one before.
  const auto chain = [](const std::string& name, int length) {
    std::string node = R"({"id":")" + name + std::to_string(length - 1) + R"(","component":"box"})";
    for (int i = length - 2; i >= 0; --i)
      node = R"({"id":")" + name + std::to_string(i) + R"(","component":"box","children":{"content":[)" + node + "]}}";
    return node;
  };
  const std::string page = R"({"components":[)" + chain("x", 31) + "," + chain("y", 41) + "]}";
  check_refused(page, move("x0", "y33"), ErrorCode::limit_exceeded);
  check_refused(page, move("x0", "y40"), ErrorCode::limit_exceeded);
  Document document = document_of(page);
  const auto fits = operation_from_json(*json::parse(move("x0", "y32")), document, test_catalog());
  ASSERT_TRUE(apply(document, *fits, test_catalog()));
  EXPECT_EQ(document.depth_of(*NodeId::parse("x30")), 64u);
  check_tree(document);
}

// OPERATION-10: an inverse is never refused for a limit that the document met when it was read.
TEST(SetStyle, CountsDeclarationsPerBreakpoint) {
  Document document = document_of(
      R"({"components":[{"id":"d","component":"box","styles":{"base":{"color":"red"},"mobile":{"color":"red"}}}]})");
  const document::Limits limits{.registers = 1};
  const auto set = [&](const char* breakpoint, const char* property, std::optional<std::string> value) {
    const auto parsed = *style::parse_breakpoint(breakpoint);
    return apply(document, SetStyle{*NodeId::parse("d"), parsed, property, std::move(value)}, test_catalog(), limits);
  };
  EXPECT_EQ(set("base", "margin-top", "1px").error().code, ErrorCode::limit_exceeded);
  EXPECT_TRUE(set("base", "color", "blue"));
  EXPECT_TRUE(set("tablet", "margin-top", "1px"));
  const auto unset = set("mobile", "color", std::nullopt);
  ASSERT_TRUE(unset);
  EXPECT_TRUE(apply(document, *unset, test_catalog(), limits));
}

auto component_with_props(std::size_t count) {
  std::string properties;
  for (std::size_t i = 0; i < count; ++i) properties += (i ? ",\"p" : "\"p") + std::to_string(i) + R"(":{"title":"P"})";
  return schema::ComponentDefinition::parse(*json::parse(
      R"({"name":"wide","display_name":"Wide","description":"d","category":"content","version":"1.0.0","props":{"type":"object","properties":{)" +
      properties + "}}}"));
}

// OPERATION-10, SCHEMA-25
TEST(SetProp, GivesANodeAllPropsThatAComponentMayDeclare) {
  const std::size_t most = document::Limits().registers;
  EXPECT_FALSE(component_with_props(most + 1));
  auto widest = component_with_props(most);
  ASSERT_TRUE(widest) << widest.error().front().message;
  schema::Catalog catalog;
  catalog.add(std::make_shared<const schema::ComponentDefinition>(std::move(*widest)));
  Document document = *Document::parse(*json::parse(R"({"components":[{"id":"w","component":"wide"}]})"), catalog);
  for (std::size_t i = 0; i < most; ++i)
    ASSERT_TRUE(apply(document,
                      SetProp{*NodeId::parse("w"), "p" + std::to_string(i), std::make_shared<const json::Value>(1)},
                      catalog))
        << i;
  EXPECT_TRUE(Document::parse(document.to_json(), catalog));
}

// OPERATION-10
TEST(SetProp, IsRefusedWhereReadingWouldRefuseTheNode) {
  auto wide = component_with_props(3);
  ASSERT_TRUE(wide) << wide.error().front().message;
  schema::Catalog catalog;
  catalog.add(std::make_shared<const schema::ComponentDefinition>(std::move(*wide)));
  const document::Limits limits{.registers = 2};
  Document document = *Document::parse(*json::parse(R"({"components":[{"id":"w","component":"wide"}]})"), catalog);
  const auto set = [&](int number, std::optional<int> value) {
    return apply(document,
                 SetProp{*NodeId::parse("w"), "p" + std::to_string(number),
                         value ? std::make_shared<const json::Value>(*value) : nullptr},
                 catalog, limits);
  };
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(set(i, 1));
  const auto refused = set(2, 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::limit_exceeded);
  EXPECT_TRUE(Document::parse(document.to_json(), catalog, limits));
  EXPECT_TRUE(set(0, 2)) << "it is there already";
  EXPECT_TRUE(set(1, std::nullopt));
  EXPECT_TRUE(set(2, 1));
}

// OPERATION-10
TEST(SetPage, OfNullUnsets) {
  check_operation(R"({"components":[],"layout":{"other":1}})", R"({"type":"set_page","key":"other","value":null})",
                  R"({"components":[]})");
  check_refused(page, R"({"type":"set_page","key":"","value":1})", ErrorCode::invalid_prop);
  std::string settings;
  for (int i = 0; i < 200; ++i) settings += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
  const std::string full = R"({"components":[],"layout":{)" + settings + "}}";
  check_refused(full, R"({"type":"set_page","key":"one-more","value":1})", ErrorCode::limit_exceeded);
  check_operation(full, R"({"type":"set_page","key":"k7","value":1})", full);
}

// OPERATION-8, OPERATION-14
TEST(SetProp, BoundsItsValue) {
  const auto set = [](std::string_view value) {
    return R"({"type":"set_prop","id":"t","key":"text","value":)" + std::string(value) + "}";
  };
  check_refused(page, set("\"" + std::string(10'000'000, 'x') + "\""), ErrorCode::invalid_prop);
  check_refused(page, set(std::string(300, '[') + std::string(300, ']')), ErrorCode::invalid_prop);
  check_refused(page, set("1e308"), ErrorCode::invalid_prop);
  check_refused(page, R"({"type":"set_page","key":"k","value":)" + std::string(65, '[') + std::string(65, ']') + "}",
                ErrorCode::limit_exceeded);
  check_refused(page, R"({"type":"set_page","key":"k","value":")" + std::string(10'000'000, 'x') + "\"}",
                ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace pagewright::operation
