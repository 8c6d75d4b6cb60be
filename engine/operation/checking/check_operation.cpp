#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::operation {
namespace {

using document::Document;
using document::Ranks;

std::string text_of(const Document& document, Ranks ranks = Ranks::leave_out) {
  std::string out;
  document.append_json(out, ranks);
  return out;
}

Operation read(std::string_view source, const Document& document) {
  const auto parsed = json::parse(source);
  EXPECT_TRUE(parsed) << parsed.error().message;
  auto operation = operation_from_json(*parsed, document, test_catalog());
  EXPECT_TRUE(operation) << operation.error().message;
  return std::move(*operation);
}

Operation apply_expecting_success(Document& document, const Operation& operation) {
  auto inverse = apply(document, operation, test_catalog());
  EXPECT_TRUE(inverse) << inverse.error().message;
  return std::move(*inverse);
}

}  // namespace

const schema::Catalog& test_catalog() {
  static const schema::Catalog catalog = [] {
    schema::Catalog made;
    for (
        const char* source : {
            R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{}}})",
            R"({"name":"pair","display_name":"Pair","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content","max":2}},"props":{"type":"object","properties":{}}})",
            R"({"name":"text","display_name":"Text","description":"d","category":"content","version":"1.0.0","props":{"type":"object","properties":{"text":{"type":"string","title":"Text","default":"","maxLength":100},"size":{"type":"integer","title":"Size","minimum":1,"maximum":9}}}})",
            R"({"name":"form","display_name":"Form","description":"d","category":"form","version":"1.0.0","slots":{"fields":{"display_name":"Fields","accepts":["category:form"]}},"props":{"type":"object","properties":{}}})",
            R"({"name":"input","display_name":"Input","description":"d","category":"form","version":"1.0.0","props":{"type":"object","properties":{}}})",
        }) {
      auto definition = schema::ComponentDefinition::parse(*json::parse(source));
      EXPECT_TRUE(definition) << definition.error().front().message;
      made.add(std::make_shared<const schema::ComponentDefinition>(std::move(*definition)));
    }
    return made;
  }();
  return catalog;
}

Document document_of(std::string_view json) {
  const auto parsed = json::parse(json);
  EXPECT_TRUE(parsed) << parsed.error().message;
  auto document = Document::parse(*parsed, test_catalog());
  EXPECT_TRUE(document) << document.error().message << " at " << document.error().path;
  return std::move(*document);
}

void check_operation(std::string_view before, std::string_view source, std::string_view after) {
  SCOPED_TRACE(source);
  const Document start = document_of(before);
  Document document = start;
  const Operation operation = read(source, start);

  const Operation inverse = apply_expecting_success(document, operation);
  EXPECT_EQ(text_of(document), text_of(document_of(after)));
  const std::string result = text_of(document, Ranks::keep);

  // OPERATION-1
  const Operation forth = apply_expecting_success(document, inverse);
  EXPECT_EQ(text_of(document, Ranks::keep), text_of(start, Ranks::keep));
  EXPECT_TRUE(document == start);
  apply_expecting_success(document, forth);
  EXPECT_EQ(text_of(document, Ranks::keep), result);

  // OPERATION-2
  const std::string written = json::serialize(to_json(operation));
  const Operation again = read(written, start);
  EXPECT_EQ(json::serialize(to_json(again)), written);

  // OPERATION-3
  Document replica = *Document::parse(*json::parse(text_of(start, Ranks::keep)), test_catalog());
  apply_expecting_success(replica, again);
  EXPECT_EQ(text_of(replica, Ranks::keep), result);
}

void check_refused(std::string_view before, std::string_view source, ErrorCode code) {
  SCOPED_TRACE(source);
  Document document = document_of(before);
  const std::string unchanged = text_of(document, Ranks::keep);
  const auto operation = operation_from_json(*json::parse(source), document, test_catalog());
  const auto applied =
      operation ? apply(document, *operation, test_catalog()) : Result<Operation>(std::unexpected(operation.error()));
  // OPERATION-4
  ASSERT_FALSE(applied);
  EXPECT_EQ(name_of(applied.error().code), name_of(code)) << applied.error().message;
  EXPECT_FALSE(applied.error().message.empty());
  EXPECT_EQ(text_of(document, Ranks::keep), unchanged);
}

}  // namespace pagewright::operation
