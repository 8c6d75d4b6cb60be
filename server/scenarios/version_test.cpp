#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

std::string with_text(const std::string& text) {
  return R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})";
}

TEST(Versions, AreSavedListedAndRestored) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", with_text("One"));
  installation.put(As::editor, page, "{" + with_text("Two") + "}");
  check(installation, {.name = "save",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/versions",
                       .body = R"({"message":" Ready for review "})",
                       .status = 201,
                       .contains = {R"("versionNumber":3)", R"("message":"Ready for review")", R"("name":"editor")",
                                    R"("branch":"main")", R"("isPublished":false)"},
                       .absent = {"document"},
                       .events = {"page.updated"}});
  check(installation, {.name = "list",
                       .caller = As::viewer,
                       .path = page + "/versions?limit=2",
                       .contains = {R"("total":3)", "Ready for review", "Auto-save"},
                       .absent = {"Initial version"}});
  check(installation, {.name = "get",
                       .caller = As::viewer,
                       .path = page + "/versions/1",
                       .contains = {"Initial version", R"("document":{"components":[{"id":"h1")", "One"},
                       .absent = {"rank", "Two"}});
  check(installation, {.name = "restore",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/versions/1/restore",
                       .status = 201,
                       .contains = {R"("versionNumber":4)", "Restored version 1"},
                       .events = {"page.updated"}});
  check(installation, {.name = "after", .caller = As::viewer, .path = page, .contains = {"One"}, .absent = {"Two"}});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions"), 4);
  installation.restart_abruptly();
  check(installation,
        {.name = "after a restart", .caller = As::viewer, .path = page, .contains = {"One"}, .absent = {"Two"}});
}

TEST(Versions, UnknownNumbersAndEmptyMessagesAreRefused) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home");
  for (const char* number : {"2", "0", "-1", "x", "99999999999999999999"})
    check(installation, {.name = number, .caller = As::viewer, .path = page + "/versions/" + number, .status = 404});
  check(installation, {.name = "restore nothing",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/versions/7/restore",
                       .status = 404});
  for (const std::string& body :
       {std::string("{}"), std::string(R"({"message":"  "})"), R"({"message":")" + std::string(501, 'x') + "\"}"})
    check(installation, {.name = body.substr(0, 40),
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = page + "/versions",
                         .body = body,
                         .status = 422,
                         .contains = {"/message"}});
}

}  // namespace
}  // namespace pagewright::scenarios
