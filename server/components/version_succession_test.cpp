#include "server/components/version_succession.hpp"

#include <gtest/gtest.h>

namespace pagewright::components {
namespace {

schema::ComponentDefinition promo(const std::string& version, const std::string& properties,
                                  const std::string& more = "") {
  const auto source =
      json::parse(R"({"name":"promo","display_name":"Promo","category":"content","version":")" + version +
                  R"(","props":{"type":"object","properties":{)" + properties + "}}" + more + "}");
  return schema::ComponentDefinition::parse(source.value()).value();
}

std::string faults(const schema::ComponentDefinition& before, const schema::ComponentDefinition& after) {
  std::string all;
  for (const SuccessionFault& fault : faults_of_succession(before, after))
    all += fault.path + ": " + fault.message + "\n";
  return all;
}

const std::string title = R"("title":{"type":"string"})";

TEST(VersionSuccession, GoesUpwards) {
  EXPECT_EQ(faults(promo("1.0.0", title), promo("1.0.1", title)), "");
  EXPECT_EQ(faults(promo("1.10.0", title), promo("1.9.0", title)), "/version: must be greater than 1.10.0, is 1.9.0\n");
  EXPECT_EQ(faults(promo("1.0.0", title), promo("1.0.0", title)), "/version: must be greater than 1.0.0, is 1.0.0\n");
}

TEST(VersionSuccession, PropsThatBreakNeedAMajorVersionOrMigrations) {
  const auto before = promo("1.2.0", title + R"(,"size":{"type":"string"})");
  EXPECT_EQ(faults(before, promo("1.3.0", title + R"(,"size":{"type":"string"},"more":{"type":"string"})")), "");
  EXPECT_NE(faults(before, promo("1.3.0", title)).find("the prop \"size\" is gone"), std::string::npos);
  EXPECT_NE(faults(before, promo("1.3.0", title + R"(,"size":{"type":"integer"})")).find("of another type"),
            std::string::npos);
  EXPECT_EQ(faults(before, promo("2.0.0", title)), "");
  EXPECT_EQ(faults(before, promo("1.3.0", title,
                                 R"(,"migrations":[{"from":"1.2.x","to":"1.3.0","steps":[{"remove":"/size"}]}])")),
            "");
  EXPECT_NE(faults(before, promo("1.3.0", title,
                                 R"(,"migrations":[{"from":"1.1.x","to":"1.3.0","steps":[{"remove":"/size"}]}])")),
            "");
}

TEST(VersionSuccession, MigrationsOfOlderVersionsAreKept) {
  const std::string first = R"({"from":"1.x","to":"2.0.0","steps":[{"remove":"/old"}]})";
  const std::string second = R"({"from":"2.x","to":"3.0.0","steps":[{"remove":"/more"}]})";
  const auto before = promo("2.0.0", title, R"(,"migrations":[)" + first + "]");
  EXPECT_EQ(faults(before, promo("3.0.0", title, R"(,"migrations":[)" + first + "," + second + "]")), "");
  EXPECT_EQ(faults(before, promo("3.0.0", title, R"(,"migrations":[)" + second + "]")),
            "/migrations: must still have one from \"1.x\", as 2.0.0 has: pages of that version may be left\n");
}

TEST(VersionSuccession, SlotsAreKeptAndNotNarrowed) {
  const auto before = promo("1.0.0", title, R"(,"slots":{"content":{"accepts":["text","card"],"max":3}})");
  const auto after = [](const std::string& slots) { return promo("2.0.0", title, R"(,"slots":{)" + slots + "}"); };
  EXPECT_EQ(faults(before, after(R"("content":{"accepts":["*"]},"more":{})")), "");
  EXPECT_NE(faults(before, after("")).find("/slots/content: must be kept"), std::string::npos);
  EXPECT_NE(faults(before, after(R"("content":{"accepts":["text"],"max":3})")).find("go on to accept \"card\""),
            std::string::npos);
  EXPECT_NE(faults(before, after(R"("content":{"max":2})")).find("/slots/content/max"), std::string::npos);
}

TEST(VersionSuccession, NameAndCategoryStay) {
  auto after = promo("2.0.0", title);
  after.name = "other";
  after.category = "media";
  EXPECT_EQ(faults(promo("1.0.0", title), after),
            "/name: must stay \"promo\"\n/category: must stay \"content\": slots accept components by it\n");
}

}  // namespace
}  // namespace pagewright::components
