// The native engine renders the very bytes whose hashes stand in fixtures/render/hashes.json. See
// fixtures/render.test.ts.
#include <gtest/gtest.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/wasm/calls.hpp"
#include "fixtures/source_directory.hpp"

namespace pagewright::wasm {
namespace {

const std::filesystem::path root = fixtures::source_directory();

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

json::Value read_json(const std::filesystem::path& path) {
  const auto value = json::parse(read_text(path));
  EXPECT_TRUE(value) << path << value.error().message;
  return *value;
}

std::set<std::filesystem::path> entries(const std::filesystem::path& folder) {
  std::set<std::filesystem::path> sorted;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) sorted.insert(entry.path());
  return sorted;
}

std::string sha256(std::string_view text) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  char hex[2 * sizeof hash + 1];
  return sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
}

class RenderedBytes : public testing::Test {
 protected:
  void SetUp() override {
    json::Object request{{"call", "load_library"}};
    json::Array components;
    for (const auto& folder : entries(root / "library/components")) {
      json::Object partials;
      if (exists(folder / "partials"))
        for (const auto& file : entries(folder / "partials")) partials[file.stem().string()] = read_text(file);
      components.push_back(json::Object{{"definition", read_json(folder / "component.json")},
                                        {"template", read_text(folder / "template.liquid")},
                                        {"style", read_text(folder / "style.css")},
                                        {"partials", std::move(partials)}});
    }
    request["components"] = std::move(components);
    request["tokens"] = read_json(root / "library/themes/pagewright.json");
    request["baseCss"] = read_text(root / "library/themes/base.css");
    ASSERT_EQ(calls_.answer(json::serialize(request)), R"({"ok":true})");
  }

  void render(const std::string& name, const json::Object& request) {
    const auto answer = json::parse(calls_.answer(json::serialize(request)), 1000);
    const auto html = json::find_string(*answer, "html");
    ASSERT_TRUE(html) << name << ": " << json::serialize(*answer);
    hashes_[name] = sha256(*html);
  }

  void render_document(const std::string& name, const json::Value& document) {
    for (const char* mode : {"published", "canvas"})
      render(
          name + "/" + mode,
          {{"call", "render_page"},
           {"mode", mode},
           {"document", document},
           {"context", {{"name", "Fixture"}, {"siteName", "Site"}, {"canonicalUrl", "https://example.org/fixture"}}}});
  }

  Calls calls_;
  std::map<std::string, std::string> hashes_;
};

// WASM-12
TEST_F(RenderedBytes, EqualThoseOfEveryOtherTarget) {
  for (const auto& folder : entries(root / "library/components")) {
    const std::string component = folder.filename();
    json::Object sample{{"call", "render_component"}, {"component", component}};
    for (const auto& member : read_json(folder / "sample.json").as_object()) sample[member.key()] = member.value();
    render("component/" + component + "/sample", sample);
    render("component/" + component + "/defaults", {{"call", "render_component"}, {"component", component}});
  }
  for (const auto& file : entries(root / "library/templates"))
    render_document("template/" + file.stem().string(), read_json(file).at("document"));
  for (const auto& file : entries(root / "fixtures/render/documents"))
    render_document("document/" + file.stem().string(), read_json(file));

  std::map<std::string, std::string> recorded;
  for (const auto& member : read_json(root / "fixtures/render/hashes.json").as_object())
    recorded[member.key()] = std::string(member.value().as_string());
  EXPECT_EQ(hashes_, recorded);
  EXPECT_GT(hashes_.size(), 45u);
}

}  // namespace
}  // namespace pagewright::wasm
