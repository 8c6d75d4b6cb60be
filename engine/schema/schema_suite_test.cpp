// The official JSON-Schema-Test-Suite, draft 2020-12: every file, with the counts that docs/formats/component.md gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/schema/schema.hpp"
#include "fixtures/source_directory.hpp"

namespace pagewright::schema {
namespace {

struct Count {
  std::size_t tests = 0;
  std::size_t passed = 0;
  std::size_t refused = 0;  // their schema is refused, as the document says
};

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Runs a file of the suite. A test whose schema is refused counts as refused; any other must be as the suite says.
Count run_file(const std::filesystem::path& path, Schema::Dialect dialect, std::vector<std::string>& reasons) {
  Count count;
  const auto groups = json::parse(read_text(path));
  EXPECT_TRUE(groups && groups->is_array()) << path;
  if (!groups || !groups->is_array()) return count;
  for (const json::Value& group : groups->get_array()) {
    const auto schema = Schema::compile(group.at("schema"), dialect);
    for (const json::Value& test : group.at("tests").get_array()) {
      ++count.tests;
      if (!schema) {
        ++count.refused;
        reasons.push_back(schema.error().front().message);
        continue;
      }
      const bool expected = test.at("valid").get_bool();
      const auto violations = schema->validate(test.at("data"));
      EXPECT_EQ(schema->fits(test.at("data")), violations.empty());
      EXPECT_EQ(violations.empty(), expected)
          << path << ": " << group.at("description") << ": " << test.at("description")
          << (violations.empty() ? "" : ": " + violations[0].path + " " + violations[0].message);
      count.passed += violations.empty() == expected ? 1 : 0;
    }
  }
  return count;
}

std::string document() {
  return read_text(fixtures::source_directory() / "docs/formats/component.md");
}

bool documents(const std::string& sentence) {
  return document().find(sentence) != std::string::npos;
}

// The rows "| `name.json` | 16 | 16 | 0 | …" that the document has below `heading`.
std::vector<std::string> documented_rows(std::string_view heading) {
  const std::string text = document();
  std::vector<std::string> rows;
  auto at = text.find(heading);
  EXPECT_NE(at, std::string::npos) << heading;
  if (at == std::string::npos) return rows;
  const auto end = std::min(text.find("\n#", at + heading.size()), text.size());
  while ((at = text.find("\n| `", at)) < end) {
    const auto line_end = text.find('\n', at + 1);
    std::string row = text.substr(at + 1, line_end - at - 1);
    // Tests, passed, refused; what follows says why.
    std::size_t cut = 0;
    for (int bar = 0; bar < 5 && cut != std::string::npos; ++bar) cut = row.find('|', bar == 0 ? 0 : cut + 1);
    rows.push_back(row.substr(0, cut));
    at = line_end - 1;
  }
  return rows;
}

class Suite : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(std::filesystem::is_directory(folder_))
        << folder_ << " is missing: install the Debian package libtest-json-schema-acceptance-perl, as ./dev test does";
  }

  // Runs `names` and compares with the table below `heading`.
  void expect_counts(std::string_view heading, const std::filesystem::path& below,
                     const std::vector<std::string>& names, Schema::Dialect dialect, std::string_view allowed_reason) {
    std::vector<std::string> rows;
    std::vector<std::string> all_reasons;
    Count all;
    for (const std::string& name : names) {
      std::vector<std::string> reasons;
      const Count count = run_file(folder_ / below / name, dialect, reasons);
      EXPECT_GT(count.tests, 0U) << name;
      all.tests += count.tests;
      all.passed += count.passed;
      for (const std::string& reason : reasons) all_reasons.push_back(name + ": " + reason);
      for (const std::string& reason : reasons)
        EXPECT_NE(reason.find(allowed_reason), std::string::npos) << name << ": " << reason;
      rows.push_back("| `" + name + "` | " + std::to_string(count.tests) + " | " + std::to_string(count.passed) +
                     " | " + std::to_string(count.refused) + " ");
    }
    EXPECT_TRUE(documents(std::to_string(all.passed) + " of " + std::to_string(all.tests) + " tests pass"));
    const auto documented = documented_rows(heading);
    EXPECT_EQ(documented, rows);
    if (documented == rows) return;
    for (const std::string& row : rows) std::cout << row << "|\n";
    for (const std::string& reason : all_reasons) std::cout << "refused: " << reason << "\n";
  }

  const std::filesystem::path folder_ = PAGEWRIGHT_JSON_SCHEMA_SUITE;
};

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

// SCHEMA-1, SCHEMA-2, SCHEMA-6, SCHEMA-9, SCHEMA-16
TEST_F(Suite, PassesEveryRequiredTestWhoseSchemaIsWhole) {
  expect_counts("### Required tests", "", files_in(folder_), Schema::Dialect::standard, "");
}

// SCHEMA-2, SCHEMA-5
TEST_F(Suite, PassesTheFormatsThatAreAsserted) {
  expect_counts("### Formats", "optional/format",
                {"date-time.json", "date.json", "email.json", "regex.json", "time.json", "uri-reference.json",
                 "uri.json", "uuid.json"},
                Schema::Dialect::standard_with_formats, "never");
}

// SCHEMA-2, SCHEMA-7, SCHEMA-9
TEST_F(Suite, PassesTheOptionalTestsOfPatternsAndNumbers) {
  expect_counts("### Optional tests", "optional",
                {"bignum.json", "ecmascript-regex.json", "float-overflow.json", "no-schema.json", "non-bmp-regex.json",
                 "refOfUnknownKeyword.json"},
                Schema::Dialect::standard_with_formats, "");
}

}  // namespace
}  // namespace pagewright::schema
