#include <gtest/gtest.h>

#include "engine/render/page.hpp"
#include "engine/render/patch.hpp"
#include "engine/render/style_sheet.hpp"

namespace pagewright::render {
namespace {

using document::Document;

LibrarySource source() {
  LibrarySource source;
  source.tokens = *json::parse(
      R"({"color":{"$type":"color","primary":{"$value":"#0000ff"},"unused":{"$value":"#123456"}},"space":{"$type":"dimension","4":{"$value":{"value":16,"unit":"px"}}}})");
  source.base_css = "body { margin: 0; }";
  source.components.push_back(
      {*json::parse(
           R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{"title":{"type":"string","title":"Title","default":"Untitled"}}}})"),
       "<section class=\"pw-box\"><h2{% editable title %}>{{ title }}</h2>{% slot \"content\" %}</section>",
       ".pw-box { color: var(--color-primary); }"});
  source.components.push_back(
      {*json::parse(
           R"({"name":"text","display_name":"Text","description":"d","category":"content","version":"1.0.0","props":{"type":"object","properties":{"text":{"type":"string","title":"Text","default":""}}}})"),
       "<p class=\"pw-text\">{{ text }}</p>", ".pw-text { margin: 0 }"});
  return source;
}

std::shared_ptr<const Library> library() {
  static const auto compiled = [] {
    auto made = Library::compile(source());
    EXPECT_TRUE(made) << made.error().front().message;
    return *made;
  }();
  return compiled;
}

Document document_of(std::string_view text) {
  auto document = Document::parse(*json::parse(text), library()->catalog());
  EXPECT_TRUE(document) << document.error().message;
  return std::move(*document);
}

std::string page(const Document& document, Mode mode = Mode::published, const PageContext& context = {.name = "Page"}) {
  std::string out;
  const auto rendered = append_page(*library(), document, context, mode, out);
  EXPECT_TRUE(rendered) << rendered.error().message;
  return out;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// RENDER-21
TEST(Page, LeavesOutWhatIsHidden) {
  const auto document = [](std::string_view settings) {
    return document_of(
        R"({"components":[{"id":"a","component":"text"},{"id":"b","component":"box")" + std::string(settings) +
        R"(,"styles":{"base":{"color":"red"}},"children":{"content":[{"id":"c","component":"text","props":{"text":"inside"}}]}}]})");
  };
  const Document hidden = document(R"(,"settings":{"hidden":true})");
  const Document without = document_of(R"({"components":[{"id":"a","component":"text"}]})");
  EXPECT_EQ(page(hidden), page(without));
  EXPECT_EQ(page(hidden, Mode::canvas), page(without, Mode::canvas));
  EXPECT_EQ(page(document(R"(,"settings":{"locked":true,"name":"Intro"})")), page(document("")));
}

// RENDER-1, RENDER-2
TEST(Page, CarriesOnlyWhatItUses) {
  const std::string html = page(document_of(R"({"components":[{"id":"a","component":"box"}]})"));
  EXPECT_TRUE(html.starts_with("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"));
  EXPECT_TRUE(has(html, "<title>Page</title>"));
  EXPECT_TRUE(has(html, ".pw-box{color:var(--color-primary)}"));
  EXPECT_TRUE(has(html, "--color-primary:"));
  EXPECT_FALSE(has(html, "--color-unused"));
  EXPECT_FALSE(has(html, ".pw-text"));
  EXPECT_FALSE(has(html, "data-"));
  EXPECT_FALSE(has(html, "<!--"));
  EXPECT_FALSE(has(html, "<script"));
  EXPECT_TRUE(has(html, "<body><main><section class=\"pw-box\"><h2>Untitled</h2></section></main></body></html>\n"));
}

// RENDER-3
TEST(Page, SaysWhatItIsInItsHead) {
  const std::string html = page(
      document_of(
          R"({"layout":{"title":"A <b>","description":"\"D\"","language":"de","canonical":"https://x.example/a?b&c","social_image":"javascript:x","robots":"noindex"}})"),
      Mode::published, {.name = "Page", .site_name = "Site"});
  EXPECT_TRUE(has(html, "<html lang=\"de\">"));
  EXPECT_TRUE(has(html, "<title>A &lt;b&gt;</title>"));
  EXPECT_TRUE(has(html, "<meta name=\"description\" content=\"&quot;D&quot;\">"));
  EXPECT_TRUE(has(html, "<link rel=\"canonical\" href=\"https://x.example/a?b&amp;c\">"));
  EXPECT_TRUE(has(html, "<meta property=\"og:title\" content=\"A &lt;b&gt;\">"));
  EXPECT_TRUE(has(html, "<meta property=\"og:site_name\" content=\"Site\">"));
  EXPECT_TRUE(has(html, "<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_FALSE(has(html, "javascript:"));
}

// RENDER-4, RENDER-5
TEST(Page, EqualStylesShareOneRule) {
  const std::string html = page(document_of(
      R"({"components":[{"id":"a","component":"text","styles":{"base":{"padding-top":"{space.4}"},"mobile":{"padding-top":"0"}}},{"id":"b","component":"text","styles":{"base":{"padding-top":"{space.4}"},"mobile":{"padding-top":"0"}}},{"id":"c","component":"text","styles":{"base":{"color":"{color.gone}"}}}]})"));
  const auto rule = html.find("{padding-top:var(--space-4)}");
  ASSERT_NE(rule, std::string::npos);
  EXPECT_EQ(html.find("{padding-top:var(--space-4)}", rule + 1), std::string::npos);
  EXPECT_TRUE(has(html, "@media (max-width:639px){.s-"));
  EXPECT_TRUE(has(html, "--space-4:"));
  EXPECT_FALSE(has(html, "gone"));
}

// RENDER-6
TEST(Page, InTheCanvasMarksNodesSlotsAndEditableTexts) {
  const std::string html = page(
      document_of(
          R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"t","component":"text"}]}}]})"),
      Mode::canvas);
  EXPECT_TRUE(
      has(html,
          "<main><!--slot components--><section class=\"pw-box\" data-node=\"a\"><h2 "
          "data-edit=\"title\">Untitled</h2><!--slot content-->"
          "<p class=\"pw-text\" data-node=\"t\"></p><!--/slot content--></section><!--/slot components--></main>"));
  EXPECT_TRUE(has(html, "--color-unused"));
}

// RENDER-7
TEST(CompactCss, KeepsMeaningAndDropsTheRest) {
  EXPECT_EQ(compact_css("/* x */ .a  .b ,\n.c:hover > d {\n  color : red ;\n  width: calc(1px + 2px);\n content: \"a  "
                        "/* b */\" ;\n}\n"),
            ".a .b,.c:hover > d{color :red;width:calc(1px + 2px);content:\"a  /* b */\"}");
  EXPECT_EQ(compact_css("/* open"), "");
  EXPECT_EQ(compact_css("a{b:\"open"), "a{b:\"open");
}

// RENDER-8
TEST(Library, NamesEveryFault) {
  LibrarySource broken = source();
  broken.components[0].template_text = "<section class=\"pw-box\"><script>{{ title }}</script></section>";
  broken.components[1].template_text = "<p class=\"pw-text\">{{ unknown }}</p>";
  const auto compiled = Library::compile(broken);
  ASSERT_FALSE(compiled);
  ASSERT_EQ(compiled.error().size(), 2u);
  EXPECT_TRUE(compiled.error()[0].message.starts_with("box/template.liquid: "));
  EXPECT_EQ(compiled.error()[0].line, 1u);
  EXPECT_TRUE(has(compiled.error()[1].message, "\"unknown\""));
}

// RENDER-9
TEST(Page, IsRefusedWhereRenderingPassesALimit) {
  LibrarySource endless = source();
  endless.components[1].template_text =
      "<p class=\"pw-text\">{% for a in (1..999) %}{% for b in (1..999) %}{{ text }}{% endfor %}{% endfor %}</p>";
  const auto compiled = Library::compile(endless);
  ASSERT_TRUE(compiled) << compiled.error().front().message;
  const Document document = document_of(
      R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"text"}]}}]})");
  std::string html;
  const auto rendered = append_page(**compiled, document, {}, Mode::published, html);
  ASSERT_FALSE(rendered);
  EXPECT_EQ(rendered.error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(rendered.error().path, "b");

  // RENDER-14
  const std::string placeholder =
      "<div role=\"alert\" data-node=\"b\">The component &quot;text&quot; cannot be rendered: ";
  html.clear();
  ASSERT_TRUE(append_page(**compiled, document, {}, Mode::canvas, html));
  EXPECT_TRUE(has(html, "<section class=\"pw-box\" data-node=\"a\">"));
  EXPECT_TRUE(has(html, placeholder));
  PatchWriter writer(*compiled);
  const Document plain;
  ASSERT_TRUE(writer.open(plain, {}, html));
  const auto patches = writer.patches(plain, document);
  ASSERT_TRUE(patches);
  EXPECT_TRUE(has(json::serialize(json::Value(*patches)), "role=\\\"alert\\\" data-node=\\\"b\\\""));
}

// What multiplies: a slot put out twice, in boxes 40 deep.
Document doubled(const Library& library, std::size_t depth = 40) {
  std::string json = R"({"id":"inmost","component":"text"})";
  for (std::size_t i = 0; i < depth; ++i)
    json = R"({"id":"n)" + std::to_string(i) + R"(","component":"box","children":{"content":[)" + json + "]}}";
  auto document = Document::parse(*json::parse(R"({"components":[)" + json + "]}"), library.catalog());
  EXPECT_TRUE(document) << document.error().message;
  return std::move(*document);
}

std::shared_ptr<const Library> library_with(std::size_t component, std::string_view markup) {
  LibrarySource changed = source();
  changed.components[component].template_text = markup;
  auto made = Library::compile(changed);
  EXPECT_TRUE(made) << made.error().front().message;
  return *made;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// RENDER-22
TEST(Page, IsRefusedWhereSlotsMultiplyItsNodes) {
  const auto multiplied = {
      R"(<div class="pw-box">{% slot "content" %}{% slot "content" %}</div>)",
      R"(<div class="pw-box">{% for i in (1..900) %}{% slot "content" %}{% endfor %}</div>)",
  };
  for (const std::string_view markup : multiplied) {
    const auto library = library_with(0, markup);
    const Document document = doubled(*library);
    std::string html;
    const auto rendered = append_page(*library, document, {}, Mode::published, html);
    ASSERT_FALSE(rendered);
    EXPECT_EQ(rendered.error().code, ErrorCode::limit_exceeded);
    EXPECT_NE(rendered.error().path, "");
    EXPECT_EQ(html, "");

    // RENDER-23
    ASSERT_TRUE(append_page(*library, document, {}, Mode::canvas, html));
    EXPECT_EQ(count_of(html, "data-node="), 8 * document.size() + 1'001);
    EXPECT_EQ(count_of(html, "role=\"alert\""), 1u);
    EXPECT_TRUE(has(html, "put out too often"));
  }
}

// RENDER-22: where a node fails, what stands in its slots is rendered once more, below the sentence that says so.
TEST(Page, EndsInTheCanvasWhereFailuresMultiplyItsNodes) {
  const auto library = library_with(
      0, R"(<div class="pw-box">{% slot "content" %}{% assign all = (1..9999999) %}{{ all | reverse | size }}</div>)");
  std::string html;
  ASSERT_TRUE(append_page(*library, doubled(*library), {}, Mode::canvas, html));
  EXPECT_TRUE(has(html, "cannot be rendered"));
}

// RENDER-22
TEST(Page, MayPutASlotOutMoreThanOnce) {
  const auto library = library_with(0, R"(<div class="pw-box">{% slot "content" %}{% slot "content" %}</div>)");
  std::string html;
  ASSERT_TRUE(append_page(*library, doubled(*library, 9), {}, Mode::published, html));
  EXPECT_EQ(count_of(html, "pw-text\">"), 512u);
}

// RENDER-22
TEST(Page, IsRefusedWhereItIsTooLarge) {
  const auto library = library_with(1, R"(<p class="pw-text">{% for i in (1..190) %}{{ text }}{% endfor %}</p>)");
  json::Array texts;
  for (int i = 0; i < 20; ++i)
    texts.push_back(json::Object{{"id", "n" + std::to_string(i)},
                                 {"component", "text"},
                                 {"props", json::Object{{"text", std::string(10'000, 'x')}}}});
  const auto document = Document::parse(json::Object{{"components", texts}}, library->catalog());
  ASSERT_TRUE(document) << document.error().message;
  std::string html;
  const auto rendered = append_page(*library, *document, {}, Mode::published, html);
  ASSERT_FALSE(rendered);
  EXPECT_EQ(rendered.error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(rendered.error().path, "n18");

  // RENDER-23: what a change renders of it has the same limit, and a canvas that lacks nodes gets them as they fit.
  PatchWriter writer(library);
  ASSERT_TRUE(writer.open(Document(), {}, html));
  const auto patches = writer.patches(Document(), *document);
  ASSERT_TRUE(patches);
  EXPECT_EQ(count_of(json::serialize(json::Value(*patches)), "larger than 32 MiB"), 2u);
  texts.resize(5);
  const auto fewer = Document::parse(json::Object{{"components", texts}}, library->catalog());
  const auto mended = writer.patches(*document, *fewer);
  ASSERT_TRUE(mended);
  const std::string all = json::serialize(json::Value(*mended));
  EXPECT_EQ(count_of(all, R"("insert")"), 5u);
  EXPECT_EQ(count_of(all, "larger than"), 0u);
  EXPECT_TRUE(writer.patches(*fewer, *fewer)->empty());
}

// RENDER-9
TEST(Page, IsRefusedWhereAComponentIsMissing) {
  const Document document = document_of(R"({"components":[{"id":"a","component":"text"}]})");
  LibrarySource fewer = source();
  fewer.components.pop_back();
  const auto compiled = Library::compile(fewer);
  ASSERT_TRUE(compiled);
  std::string html;
  const auto rendered = append_page(**compiled, document, {}, Mode::published, html);
  EXPECT_EQ(rendered.error().code, ErrorCode::unknown_component);
  EXPECT_EQ(append_node(**compiled, document, *document::NodeId::parse("gone"), Mode::canvas, html).error().code,
            ErrorCode::gone);
}

// RENDER-3
TEST(Page, TakesFromItsContextWhatItsSettingsDoNotSay) {
  const std::string html =
      page(Document(), Mode::published,
           {.name = "<N>", .description = "D&", .canonical_url = "https://x.example/\"", .site_name = "S'"});
  EXPECT_TRUE(has(html, "<title>&lt;N&gt;</title>"));
  EXPECT_TRUE(has(html, "<meta name=\"description\" content=\"D&amp;\">"));
  EXPECT_TRUE(has(html, "<link rel=\"canonical\" href=\"https://x.example/&quot;\">"));
  EXPECT_TRUE(has(html, "content=\"S&#39;\">"));
  EXPECT_FALSE(has(page(Document(), Mode::published, {.canonical_url = "java\nscript:x"}), "script:"));
}

// RENDER-3
TEST(Page, NamesItsPictureByItsWholeAddress) {
  const auto picture = [](std::string_view image, std::string_view page_address) {
    const std::string html = page(document_of(std::string(R"({"layout":{"social_image":")").append(image) + "\"}}"),
                                  Mode::published, {.canonical_url = std::string(page_address)});
    constexpr std::string_view before = "<meta property=\"og:image\" content=\"";
    const auto start = html.find(before);
    if (start == std::string::npos) return std::string();
    EXPECT_TRUE(has(html, "<meta name=\"twitter:card\" content=\"summary_large_image\">"));
    return html.substr(start + before.size(), html.find('"', start + before.size()) - start - before.size());
  };
  EXPECT_EQ(picture("/assets/a.png", "https://x.example:8443/about/us"), "https://x.example:8443/assets/a.png");
  EXPECT_EQ(picture("/assets/a.png", "https://x.example"), "https://x.example/assets/a.png");
  EXPECT_EQ(picture("/assets/a.png", ""), "/assets/a.png");
  EXPECT_EQ(picture("https://y.example/b.png", "https://x.example/"), "https://y.example/b.png");
  EXPECT_EQ(picture("//y.example/b.png", "https://x.example/"), "//y.example/b.png");
  EXPECT_EQ(picture("", "https://x.example/"), "");
}

// The patches of one change, as "type id" each.
std::vector<std::string> patched(std::string_view before, std::string_view after) {
  PatchWriter writer(library());
  const Document from = document_of(before);
  std::string out;
  EXPECT_TRUE(writer.open(from, {}, out));
  std::vector<std::string> summary;
  for (const json::Value& patch : *writer.patches(from, document_of(after))) {
    const auto text = [&](std::string_view key) { return std::string(json::find_string(patch, key).value_or("")); };
    summary.push_back(text("type") + " " + text("id") + (json::find(patch, "before") ? "<" + text("before") : ""));
  }
  return summary;
}

using Summary = std::vector<std::string>;

// RENDER-10
TEST(Patches, NameJustTheNodesThatChanged) {
  const char* before =
      R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"box"},{"id":"c","component":"box"}]}},{"id":"d","component":"box"}]})";
  EXPECT_EQ(patched(before, before), Summary{});
  EXPECT_EQ(
      patched(
          before,
          R"({"components":[{"id":"a","component":"box","props":{"title":"x"},"children":{"content":[{"id":"b","component":"box"},{"id":"c","component":"box"}]}},{"id":"d","component":"box"}]})"),
      Summary{"update a"});
  EXPECT_EQ(patched(before, R"({"components":[{"id":"d","component":"box"}]})"), (Summary{"move d<", "remove a"}));
  EXPECT_EQ(
      patched(
          before,
          R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"box"},{"id":"c","component":"box"}]}},{"id":"d","component":"box"},{"id":"e","component":"text"}]})"),
      (Summary{"css ", "insert e<"}));
}

// RENDER-11
TEST(Patches, CarryStyleRulesOnce) {
  PatchWriter writer(library());
  const Document plain = document_of(R"({"components":[{"id":"a","component":"text"}]})");
  const Document styled =
      document_of(R"({"components":[{"id":"a","component":"text","styles":{"base":{"color":"red"}}}]})");
  std::string out;
  ASSERT_TRUE(writer.open(plain, {}, out));
  const auto first = writer.patches(plain, styled);
  EXPECT_EQ(first->size(), 2u);
  EXPECT_TRUE(json::find_string(first->front(), "css")->starts_with("@layer nodes{.s-"));
  EXPECT_EQ(writer.patches(styled, plain)->size(), 1u);
  EXPECT_EQ(writer.patches(plain, styled)->size(), 1u);
}

// RENDER-12
TEST(Patches, AnUpdateRendersTheShellAlone) {
  PatchWriter writer(library());
  const Document before = document_of(
      R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"b","component":"text"}]}}]})");
  const Document after = document_of(
      R"({"components":[{"id":"a","component":"box","props":{"title":"T"},"children":{"content":[{"id":"b","component":"text"}]}}]})");
  std::string out;
  ASSERT_TRUE(writer.open(before, {}, out));
  const auto patches = writer.patches(before, after);
  ASSERT_EQ(patches->size(), 1u);
  EXPECT_EQ(*json::find_string(patches->front(), "html"),
            "<section class=\"pw-box\" data-node=\"a\"><h2 data-edit=\"title\">T</h2><!--slot content--><!--/slot "
            "content--></section>");
}

}  // namespace
}  // namespace pagewright::render
