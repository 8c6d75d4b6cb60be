// Assets: what is taken in, what is shown of it, to whom, and where it is used.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "server/assets/checking/sample_pictures.hpp"
#include "server/scenarios/assets.hpp"
#include "server/scenarios/observed.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using assets::sample_photo;
using assets::sample_png;
using http::Method;
using testing::HasSubstr;

std::string path_of(const Answer& asset) {
  return "/assets/" + asset.text("id");
}

std::string page_with_picture(Installation& installation, const std::string& name, const std::string& url) {
  return installation.create_page(
      name, R"("structure":{"components":[{"id":"pic","component":"image","props":{"image":{"src":")" + url +
                R"(","alt":"A"}}}]})");
}

TEST(Assets, APictureGetsVariantsAndShowsThemToEveryone) {
  Installation installation;
  const Answer asset = must_upload(installation, "IMG%201234.JPG", sample_photo({.width = 800, .height = 500}));
  EXPECT_EQ(asset.text("name"), "IMG 1234.JPG");
  EXPECT_EQ(asset.text("mediaType"), "image/jpeg");
  EXPECT_THAT(asset.body, HasSubstr(R"("width":500,"height":800)"));
  EXPECT_EQ(installation.events(), std::vector<std::string>{"asset.created"});

  const json::Value body = asset.json();
  const auto& variants = json::find(body, "variants")->get_array();
  ASSERT_EQ(variants.size(), 2U);
  std::string srcset;
  for (const json::Value& variant : variants) {
    const std::string url(json::find_string(variant, "url").value());
    const std::string width = json::serialize(*json::find(variant, "width"));
    srcset += (srcset.empty() ? "" : ", ") + url + " " + width + "w";
    EXPECT_THAT(url, testing::MatchesRegex("/assets/[0-9a-f]+/img-1234-" + width + "[.]webp"));
    const Answer file = installation.get_file(url);
    ASSERT_EQ(file.status, 200U);
    EXPECT_EQ(file.header("Content-Type"), "image/webp");
    EXPECT_EQ(file.header("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(file.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(file.header("Cross-Origin-Resource-Policy"), "cross-origin");
    EXPECT_EQ(file.header("Content-Disposition"), "");
    EXPECT_EQ(std::to_string(file.body.size()), json::serialize(*json::find(variant, "bytes")));
    EXPECT_EQ(std::to_string(assets::size_of(file.body).width), width);
    EXPECT_FALSE(assets::has_notes(file.body)) << "where a photo was taken is nobody's business";
    EXPECT_EQ(installation.get_file(url, {{"If-None-Match", std::string(file.header("ETag"))}}).status, 304U);
  }
  EXPECT_EQ(asset.text("srcset"), srcset);
  EXPECT_EQ(asset.text("url"), json::find_string(variants[1], "url"));
  EXPECT_EQ(stored_files(installation), 3U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM asset_files WHERE address IS NULL"), 1) << "the original";
  check(installation,
        {.name = "get", .caller = As::viewer, .path = path_of(asset), .contains = {asset.text("url"), "image/jpeg"}});
}

TEST(Assets, TheSameBytesAreTheSameAsset) {
  Installation installation;
  const std::string png = sample_png({.width = 40, .height = 30});
  const Answer first = must_upload(installation, "a.png", png);
  const Answer again = installation.upload(As::admin, "b.png", png);
  EXPECT_EQ(again.status, 200U);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(installation.events(), std::vector<std::string>{"asset.created"});
  const Answer elsewhere = installation.upload(As::stranger, "a.png", png);
  EXPECT_EQ(elsewhere.status, 201U) << "another organisation has its own";
  EXPECT_NE(elsewhere.text("url"), first.text("url")) << "nobody can ask for bytes to learn whether others have them";
}

TEST(Assets, TwoWhoUploadTheSameAtOnceGetTheSame) {
  Installation installation;
  const std::string photo = sample_photo({.width = 1200, .height = 900});
  std::array<Answer, 4> answers;
  {
    std::vector<std::jthread> threads;
    for (Answer& answer : answers)
      threads.emplace_back([&] { answer = installation.upload(As::editor, "p.jpg", photo); });
  }
  for (const Answer& answer : answers) {
    EXPECT_TRUE(answer.status == 201U || answer.status == 200U) << answer.body;
    EXPECT_EQ(answer.text("id"), answers[0].text("id"));
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM assets"), 1);
  EXPECT_EQ(static_cast<std::int64_t>(stored_files(installation)),
            installation.count("SELECT COUNT(*) FROM asset_files"))
      << "what the slower ones made is gone";
}

TEST(Assets, AnSvgIsMadeSafe) {
  Installation installation;
  const Answer asset = must_upload(
      installation, "logo.svg",
      svg.substr(0, svg.size() - 6) + "<script>alert(1)</script><a href='javascript:x'><g onclick='x'/></a></svg>");
  EXPECT_THAT(asset.body, HasSubstr(R"("width":24,"height":12)"));
  EXPECT_THAT(asset.body, HasSubstr(R"("variants":[],"srcset":"")"));
  const Answer file = installation.get_file(asset.text("url"));
  EXPECT_EQ(file.header("Content-Type"), "image/svg+xml");
  EXPECT_THAT(file.header("Content-Security-Policy"), HasSubstr("sandbox"));
  EXPECT_EQ(file.body, svg.substr(0, svg.size() - 6) + "<g/></svg>");
}

TEST(Assets, WhatMovesIsShownAsItIs) {
  Installation installation;
  const Answer asset = must_upload(installation, "wave.gif", assets::animated_gif());
  EXPECT_THAT(asset.body, HasSubstr(R"("variants":[])"));
  EXPECT_EQ(installation.get_file(asset.text("url")).body, assets::animated_gif());
}

TEST(Assets, DocumentsAreForKeepingAndPartsOfThemCanBeHad) {
  Installation installation;
  const Answer asset = must_upload(installation, "Plan.pdf", pdf);
  EXPECT_EQ(asset.text("kind"), "document");
  const std::string url = asset.text("url");
  const Answer file = installation.get_file(url);
  EXPECT_EQ(file.header("Content-Type"), "application/pdf");
  EXPECT_EQ(file.header("Content-Disposition"), "attachment");
  EXPECT_EQ(file.header("Accept-Ranges"), "bytes");
  const Answer part = installation.get_file(url, {{"Range", "bytes=1-3"}});
  EXPECT_EQ(part.status, 206U);
  EXPECT_EQ(part.body, "PDF");
  EXPECT_EQ(part.header("Content-Range"), "bytes 1-3/" + std::to_string(pdf.size()));
  EXPECT_EQ(installation.get_file(url, {{"Range", "bytes=-3"}}).body, "obj");
  EXPECT_EQ(installation.get_file(url, {{"Range", "bytes=1-3"}, {"If-Range", "\"older\""}}).status, 200U);
  const Answer none = installation.get_file(url, {{"Range", "bytes=9999-"}});
  EXPECT_EQ(none.status, 416U);
  EXPECT_EQ(none.header("Content-Range"), "bytes */" + std::to_string(pdf.size()));
  EXPECT_EQ(none.body, "");
}

TEST(Assets, WhatIsInAFileSaysWhatItIs) {
  Installation installation;
  EXPECT_EQ(must_upload(installation, "photo.jpg", sample_png({.width = 4, .height = 4})).text("mediaType"),
            "image/png");
  for (const std::string& bytes : {std::string("<html><script>alert(1)</script>"), std::string("MZ\x90"),
                                   std::string("PK\3\4 a zip"), std::string(9000, 'x')}) {
    const Answer refused = installation.upload(As::editor, "photo.jpg", bytes);
    EXPECT_EQ(refused.status, 415U);
    EXPECT_THAT(refused.text("detail"), HasSubstr("JPEG, PNG, GIF, WebP, AVIF and SVG pictures"));
  }
  EXPECT_EQ(installation.upload(As::editor, "empty.png", "").status, 422U);
  EXPECT_EQ(installation.upload(As::editor, "b.png", assets::png_bomb({.width = 60'000, .height = 60'000})).status,
            422U);
  EXPECT_EQ(installation.upload(As::editor, "b.png", assets::png_bomb({.width = 60, .height = 60})).status, 422U);
  EXPECT_EQ(installation.upload(As::editor, "b.svg", "<svg").status, 422U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM assets"), 1);
  EXPECT_EQ(stored_files(installation), 2U) << "what is refused leaves nothing behind";
}

TEST(Assets, NamesAreMadeHarmless) {
  Installation installation;
  const auto named = [&](const std::string& sent, const std::string& bytes) {
    return must_upload(installation, sent, bytes).text("name");
  };
  EXPECT_EQ(named("..%2F..%2Fetc%2Fpasswd", pdf + "1"), "passwd.pdf");
  EXPECT_EQ(named("C%3A%5CBilder%5CGr%C3%BC%C3%9Fe.pdf", pdf + "2"), "Grüße.pdf");
  EXPECT_EQ(named("a%0D%0ASet-Cookie%3A%20x.pdf", pdf + "3"), "aSet-Cookie: x.pdf");
  EXPECT_EQ(named("", pdf + "4"), "file.pdf");
  EXPECT_EQ(named(".htaccess", pdf + "5"), "file.htaccess");
  EXPECT_EQ(named(std::string(900, 'x'), pdf + "6").size(), 259U);
}

TEST(Assets, AreListedTheNewestFirst) {
  Installation installation;
  const Answer logo = must_upload(installation, "Logo.svg", svg);
  const Answer plan = must_upload(installation, "Plan.pdf", pdf);
  const Answer photo = must_upload(installation, "Caf%C3%A9.png", sample_png({.width = 4, .height = 4}));
  check(installation, {.name = "described",
                       .caller = As::editor,
                       .method = Method::patch,
                       .path = path_of(logo),
                       .body = R"({"alt":"A clock tower","description":"Since 1912"})",
                       .contains = {"A clock tower", "Since 1912", "Logo.svg"},
                       .events = {"asset.updated"}});
  const auto ids = [&](const std::string& query) {
    std::vector<std::string> found;
    const json::Value list = installation.get(As::viewer, "/assets" + query).json();
    for (const json::Value& item : json::find(list, "items")->get_array())
      found.emplace_back(json::find_string(item, "id").value());
    return found;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids(""), (Ids{photo.text("id"), plan.text("id"), logo.text("id")}));
  EXPECT_EQ(ids("?search=TOWER"), Ids{logo.text("id")});
  EXPECT_EQ(ids("?search=cafe&kind=picture"), Ids{photo.text("id")});
  EXPECT_EQ(ids("?kind=document"), Ids{plan.text("id")});
  EXPECT_EQ(ids("?limit=1&offset=1"), Ids{plan.text("id")});
  const Answer first = installation.get(As::viewer, "/assets?limit=2");
  must_upload(installation, "new.pdf", pdf + "new");
  EXPECT_EQ(ids("?limit=2&cursor=" + first.text("nextCursor")), Ids{logo.text("id")}) << "what is new moves nothing";
  EXPECT_THAT(first.body, HasSubstr(R"("total":3,"limit":2,"offset":0)"));
  check(installation, {.name = "no cursor",
                       .caller = As::viewer,
                       .path = "/assets?cursor=x",
                       .status = 400,
                       .contains = {"nextCursor"}});
}

TEST(Assets, WhereOneIsUsedIsFound) {
  Installation installation;
  const Answer asset = must_upload(installation, "p.png", sample_png({.width = 400, .height = 40}));
  const std::string small(json::find_string(json::find(asset.json(), "variants")->get_array()[0], "url").value());
  check(installation, {.name = "nowhere",
                       .caller = As::viewer,
                       .path = path_of(asset) + "/usage",
                       .contains = {R"("items":[],"total":0)"}});
  const std::string page = page_with_picture(installation, "Prices", small);
  installation.create_page("Unrelated");
  EXPECT_EQ(installation.post(As::editor, "/pages/" + page + "/branches", R"({"name":"summer"})").status, 201U);
  publish_somewhere(installation, page);
  EXPECT_EQ(
      installation.post(As::editor, "/templates", R"({"displayName":"Price list","pageId":")" + page + "\"}").status,
      201U);
  check(
      installation,
      {.name = "on pages, their branches, what visitors see, and in templates",
       .caller = As::viewer,
       .path = path_of(asset) + "/usage",
       .contains = {R"("total":4)",
                    R"({"kind":"page","id":")" + page +
                        R"(","name":"Prices","branch":"main","nodes":[{"id":"pic","component":"image"}]})",
                    R"("branch":"summer")", R"("name":"Prices","environment":"Production")", R"("kind":"template")"}});
  // Taken out again: the log says so, the snapshot does not know yet; and visitors still see it.
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, R"({"structure":{"components":[]}})").status, 200U);
  EXPECT_EQ(installation.remove(As::editor, "/pages/" + page + "/branches/summer").status, 204U);
  check(installation, {.name = "not any more",
                       .caller = As::viewer,
                       .path = path_of(asset) + "/usage",
                       .contains = {R"("total":2)", R"("kind":"published")"},
                       .absent = {R"("kind":"page")"}});
  installation.create_page("Shared", R"("metadata":{"image":")" + asset.text("url") + "\"}");
  check(installation, {.name = "in settings",
                       .caller = As::viewer,
                       .path = path_of(asset) + "/usage",
                       .contains = {R"("name":"Shared","branch":"main","nodes":[])"}});
  check(installation,
        {.name = "others see nothing", .caller = As::stranger, .path = path_of(asset) + "/usage", .status = 404});
}

TEST(Assets, WhatIsUsedIsNotDeletedByMistake) {
  Installation installation;
  const Answer asset = must_upload(installation, "p.png", sample_png({.width = 400, .height = 40}));
  const std::string page = page_with_picture(installation, "Prices", asset.text("url"));
  check(installation, {.name = "it is used",
                       .caller = As::editor,
                       .method = Method::delete_,
                       .path = path_of(asset),
                       .status = 409,
                       .contains = {"It is used: Prices.", R"("uses":[{"kind":"page","id":")" + page}});
  check(installation, {.name = "all the same",
                       .caller = As::editor,
                       .method = Method::delete_,
                       .path = path_of(asset) + "?force=true",
                       .status = 204,
                       .events = {"asset.deleted"}});
  EXPECT_EQ(installation.get(As::editor, path_of(asset)).status, 404U);
  EXPECT_EQ(installation.get_file(asset.text("url")).status, 404U);
  installation.work();
  EXPECT_GT(stored_files(installation), 0U) << "a backup that is being taken still finds them";
  installation.pass(std::chrono::hours(2));
  EXPECT_EQ(stored_files(installation), 0U);
  const Answer again = must_upload(installation, "p.png", sample_png({.width = 400, .height = 40}));
  EXPECT_EQ(again.text("url"), asset.text("url")) << "pages that show it are whole again";
  installation.pass(std::chrono::hours(2));
  EXPECT_EQ(installation.get_file(asset.text("url")).status, 200U);
}

TEST(Assets, NoUseIsToldOfAPageThatOneMayNotView) {
  Installation installation;
  const Answer asset = must_upload(installation, "p.png", sample_png({.width = 400, .height = 40}));
  const Answer made = installation.post(
      As::admin, "/pages",
      R"({"name":"Quillfeather","structure":{"components":[{"id":"pic","component":"image","props":{"image":{"src":")" +
          asset.text("url") + R"(","alt":"A"}}}]}})");
  ASSERT_EQ(made.status, 201U) << made.body;
  publish_somewhere(installation, made.text("id"));
  const std::string access = "/pages/" + made.text("id") + "/access";
  EXPECT_EQ(installation.put(As::admin, access, R"({"access":"restricted"})").status, 200U);
  check(installation, {.name = "who may see it",
                       .caller = As::admin,
                       .path = path_of(asset) + "/usage",
                       .contains = {R"("total":2)", "Quillfeather"}});
  check(installation, {.name = "who may not",
                       .caller = As::editor,
                       .path = path_of(asset) + "/usage",
                       .contains = {R"("items":[],"total":0)"}});
  check(installation, {.name = "it is not deleted by mistake all the same",
                       .caller = As::editor,
                       .method = Method::delete_,
                       .path = path_of(asset),
                       .status = 409,
                       .contains = {"It is used: on pages that you may not view", R"("uses":[])"},
                       .absent = {"Quillfeather", made.text("id")}});
}

}  // namespace
}  // namespace pagewright::scenarios
