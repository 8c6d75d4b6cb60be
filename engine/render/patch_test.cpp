// Patches against the page that they are to lead to.
#include "engine/render/patch.hpp"

#include <gtest/gtest.h>

#include <random>

#include "engine/operation/operation.hpp"
#include "engine/render/checking/canvas.hpp"

namespace pagewright::render {
namespace {

using document::Document;

const std::shared_ptr<const Library>& library() {
  static const std::shared_ptr<const Library> compiled = [] {
    LibrarySource source;
    source.tokens = json::Object{};
    const auto add = [&](std::string_view name, std::string_view slots, std::string_view markup) {
      const std::string definition =
          R"({"name":")" + std::string(name) +
          R"(","display_name":"D","description":"d","category":"layout","version":"1.0.0","slots":)" +
          std::string(slots) +
          R"(,"props":{"type":"object","properties":{"title":{"type":"string","title":"T","default":"t"}}}})";
      source.components.push_back(
          {*json::parse(definition), std::string(markup), "." + std::string(name) + "{color:red}"});
    };
    add("box", R"({"content":{"display_name":"C"},"aside":{"display_name":"A","max":2}})",
        "<div class=\"pw-box\"><div>{{ title }}</div>{% slot \"content\" %}<aside>{% slot \"aside\" %}</aside></div>");
    add("text", "{}", "<p class=\"pw-text\">{{ title }}<br></p>");
    add("image", "{}", "<img class=\"pw-image\" alt=\"{{ title }}\">");
    auto made = Library::compile(source);
    EXPECT_TRUE(made) << made.error().front().message;
    return *made;
  }();
  return compiled;
}

std::string body_of(const Document& document) {
  std::string html;
  EXPECT_TRUE(append_page(*library(), document, {}, Mode::canvas, html));
  return TextCanvas(html).body();
}

class RandomEdits {
 public:
  explicit RandomEdits(unsigned seed) : random_(seed) {}

  // One to four operations at once; those that don't fit are left out.
  std::vector<operation::Operation> edit(Document& document) {
    json::Array operations;
    for (unsigned count = 1 + any(4); count > 0; --count) operations.push_back(*json::parse(operation(document)));
    const auto transaction = operation::transaction_from_json(
        json::Object{{"id", "c"}, {"operations", std::move(operations)}}, document, library()->catalog());
    if (!transaction) return {};
    auto applied =
        operation::apply(document, transaction->operations, operation::OnConflict::leave_out, library()->catalog());
    return applied ? std::move(applied->inverse) : std::vector<operation::Operation>();
  }

 private:
  unsigned any(std::size_t below) { return static_cast<unsigned>(random_() % below); }

  std::string node(unsigned depth) {
    const char* component = any(2) ? "box" : any(2) ? "text" : "image";
    std::string json = R"({"id":"n)" + std::to_string(++counter_) + R"(","component":")" + component + "\"";
    if (component == std::string_view("box") && depth > 0 && any(2))
      json += R"(,"children":{"content":[)" + node(depth - 1) + "," + node(depth - 1) + "]}";
    return json + "}";
  }

  std::string operation(const Document& document) {
    std::vector<document::NodePointer> nodes;
    document.for_each_node([&](const document::NodePointer& each) { nodes.push_back(each); });
    const std::string id = nodes.empty() ? "none" : std::string(nodes[any(nodes.size())]->id.text());
    std::string place = R"({"parent":null,"slot":"components")";
    for (int attempt = 0; attempt < 3 && !nodes.empty() && any(4) != 0; ++attempt) {
      const document::Node& parent = *nodes[any(nodes.size())];
      if (parent.component != "box") continue;
      place =
          R"({"parent":")" + std::string(parent.id.text()) + R"(","slot":")" + (any(4) ? "content" : "aside") + "\"";
      const auto siblings = document.children(parent.id, "content");
      if (!siblings.empty() && any(2) && place.ends_with("content\""))
        place += R"(,"before":")" + std::string(siblings[any(siblings.size())].id.text()) + "\"";
      break;
    }
    switch (any(7)) {
      case 0:
      case 1:
        return R"({"type":"insert_node","place":)" + place + R"(},"node":)" + node(2) + "}";
      case 2:
        return R"({"type":"remove_node","id":")" + id + "\"}";
      case 3:
        return R"({"type":"set_prop","id":")" + id + R"(","key":"title","value":")" + std::to_string(any(99)) + "\"}";
      case 4:
        return R"({"type":"set_style","id":")" + id + R"(","breakpoint":"base","property":"color","value":")" +
               (any(2) ? "red" : "blue") + "\"}";
      case 5:
        return R"({"type":"set_node","id":")" + id + R"(","key":"hidden","value":)" + (any(3) ? "false}" : "true}");
      default:
        return R"({"type":"move_node","id":")" + id + R"(","place":)" + place + "}}";
    }
  }

  std::mt19937 random_;
  unsigned counter_ = 0;
};

// RENDER-13
TEST(Patches, LeadToThePageAsItIsRenderedAnew) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomEdits edits(seed);
    Document document;
    PatchWriter writer(library());
    std::string html;
    ASSERT_TRUE(writer.open(document, {}, html));
    TextCanvas canvas(html);
    const auto follow = [&](const Document& before) {
      const auto patches = writer.patches(before, document);
      ASSERT_TRUE(patches);
      for (const json::Value& patch : *patches) canvas.apply(patch);
      ASSERT_EQ(canvas.body(), body_of(document)) << "seed " << seed << json::serialize(json::Value(*patches));
    };
    for (int step = 0; step < 60; ++step) {
      const Document before = document;
      const auto inverse = edits.edit(document);
      follow(before);
      if (step % 3) continue;
      const Document after = document;
      ASSERT_TRUE(operation::apply(document, inverse, operation::OnConflict::refuse, library()->catalog()));
      ASSERT_TRUE(document == before);
      follow(after);
    }
  }
}

// RENDER-13: documents that have little in common, as when a version is restored.
TEST(Patches, LeadFromAnyDocumentToAnyOther) {
  for (unsigned seed = 100; seed < 160; ++seed) {
    RandomEdits edits(seed);
    Document document;
    for (int step = 0; step < 20; ++step) edits.edit(document);
    const Document before = document;
    for (int step = 0; step < 20; ++step) edits.edit(document);
    PatchWriter writer(library());
    std::string html;
    ASSERT_TRUE(writer.open(before, {}, html));
    TextCanvas canvas(html);
    const auto patches = writer.patches(before, document);
    for (const json::Value& patch : *patches) canvas.apply(patch);
    ASSERT_EQ(canvas.body(), body_of(document)) << "seed " << seed;
  }
}

// RENDER-13: what stands below a node that moves out of a removed one may be removed as well.
TEST(Patches, RemoveWhatMovesOutOfARemovedNodeBeforeItIsRemoved) {
  const auto page = [](std::string_view text) {
    auto document = Document::parse(*json::parse(text), library()->catalog());
    EXPECT_TRUE(document) << document.error().message;
    return std::move(*document);
  };
  const Document before = page(
      R"({"components":[{"id":"gone","component":"box","children":{"content":[{"id":"kept","component":"box","children":{"content":[{"id":"gone-too","component":"text"}]}}]}}]})");
  const Document after = page(R"({"components":[{"id":"kept","component":"box"}]})");
  PatchWriter writer(library());
  std::string html;
  ASSERT_TRUE(writer.open(before, {}, html));
  TextCanvas canvas(html);
  const auto patches = writer.patches(before, after);
  for (const json::Value& patch : *patches) canvas.apply(patch);
  EXPECT_EQ(canvas.body(), body_of(after));
}

// RENDER-13, RENDER-21
TEST(Patches, HideIsARemovalAndShowAnInsertionBeforeTheNextThatIsShown) {
  const auto page = [](std::string_view a, std::string_view b) {
    return *Document::parse(
        *json::parse(
            R"({"components":[{"id":"box","component":"box","children":{"content":[{"id":"a","component":"text")" +
            std::string(a) + R"(},{"id":"b","component":"text")" + std::string(b) +
            R"(},{"id":"c","component":"text"}]}}]})"),
        library()->catalog());
  };
  constexpr std::string_view hidden = R"(,"settings":{"hidden":true})";
  const auto patches = [&](const Document& before, const Document& after) {
    PatchWriter writer(library());
    std::string html;
    EXPECT_TRUE(writer.open(before, {}, html));
    return json::serialize(json::Value(*writer.patches(before, after)));
  };
  EXPECT_EQ(patches(page("", hidden), page(hidden, hidden)), R"([{"type":"remove","id":"a"}])");
  EXPECT_EQ(
      patches(page(hidden, hidden), page("", hidden)),
      R"([{"type":"insert","id":"a","parent":"box","slot":"content","before":"c","html":"<p class=\"pw-text\" data-node=\"a\">t<br></p>"}])");
  EXPECT_EQ(patches(page(hidden, ""), page(R"(,"settings":{"hidden":true,"name":"Intro"},"props":{"title":"x"})", "")),
            "[]");
}

// RENDER-10: settings of the page that the canvas shows.
TEST(Patches, TellLanguageAndColorScheme) {
  const Document before;
  Document after;
  after.set_layout("language", std::make_shared<const json::Value>("de"));
  after.set_layout("color_scheme", std::make_shared<const json::Value>("dark"));
  PatchWriter writer(library());
  std::string html;
  ASSERT_TRUE(writer.open(before, {}, html));
  const auto patches = writer.patches(before, after);
  ASSERT_EQ(patches->size(), 1u);
  EXPECT_EQ(json::find_string(patches->front(), "language"), "de");
  EXPECT_EQ(json::find_string(patches->front(), "color_scheme"), "dark");
}

}  // namespace
}  // namespace pagewright::render
