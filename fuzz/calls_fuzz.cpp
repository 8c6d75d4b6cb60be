// Lines of requests to the engine, as an editor sends them: whatever they are, each is answered with JSON; two
// instances that were asked the same answer the same; an editor that follows the answers sees the document as it is;
// and that document opens again as the same. WASM-1, WASM-2, WASM-8, RENDER-13
#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/render/checking/canvas.hpp"
#include "engine/wasm/calls.hpp"
#include "fuzz/built_in_library.hpp"
#include "fuzz/input.hpp"
#include "fuzz/json_mutator.hpp"
#include "fuzz/tree_mirror.hpp"

namespace {

using namespace pagewright;

std::string library_request() {
  const render::LibrarySource source = fuzz::built_in_source();
  json::Array components;
  for (const render::ComponentSource& component : source.components)
    components.push_back(render::component_source_json(component));
  return json::serialize(json::Object{{"call", "load_library"},
                                      {"components", std::move(components)},
                                      {"tokens", source.tokens},
                                      {"baseCss", source.base_css}});
}

// Three instances that share one history: two that are asked the same, and one that opens what they made.
struct Engines {
  wasm::Calls asked;
  wasm::Calls twin;
  wasm::Calls reader;

  // Answers of all that are to be alike.
  std::string answer(std::string_view request) {
    std::string answered(asked.answer(request));
    fuzz::expect(answered == twin.answer(request), "the same requests give the same answers");
    return answered;
  }
};

// Engines with the built-in library, made once for the whole run: compiling it takes longer than most inputs.
Engines& built_in_engines() {
  static const std::unique_ptr<Engines> engines = [] {
    auto made = std::make_unique<Engines>();
    const std::string request = library_request();
    for (wasm::Calls* calls : {&made->asked, &made->twin, &made->reader})
      fuzz::expect(calls->answer(request).starts_with("{\"ok\":true"), "the built-in library loads");
    return made;
  }();
  return *engines;
}

std::vector<std::string_view> lines_of(std::string_view input) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < input.size();) {
    const auto end = std::min(input.find('\n', start), input.size());
    lines.push_back(input.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

// An editor that knows nothing but the answers.
struct Editor {
  fuzz::TreeMirror tree;
  render::TextCanvas canvas{"<main><!--slot components--><!--/slot components--></main>"};

  void follow(const json::Value& answer) {
    const json::Value* whole = json::find(answer, "tree");
    if (!whole) return;
    if (const auto html = json::find_string(answer, "html")) {
      canvas = render::TextCanvas(*html);
      tree.clear();
    }
    tree.follow(*whole);
    if (const json::Value* patches = json::find(answer, "patches"))
      for (const json::Value& patch : patches->as_array()) canvas.apply(patch);
  }
};

// The open document, opened anew by the reader: nothing where that is refused for a limit.
std::optional<Editor> opened_anew(Engines& engines) {
  const auto answered = json::parse(engines.answer(R"({"call":"document"})"));
  const json::Value* document = json::find(*answered, "document");
  if (!document) return std::nullopt;
  const json::Value request = json::Object{{"call", "open"}, {"document", *document}};
  const auto opened = json::parse(engines.reader.answer(json::serialize(request)));
  if (!opened->at("ok").as_bool()) {
    fuzz::expect(json::find_string(opened->at("error"), "code") == "limit_exceeded", "a document opens again");
    return std::nullopt;
  }
  const auto again = json::parse(engines.reader.answer(R"({"call":"document"})"));
  fuzz::expect(json::serialize(again->at("document")) == json::serialize(*document),
               "a document opens again as the same");
  Editor editor;
  editor.follow(*opened);
  return editor;
}

// What the answers said, against what the document is.
void check_document(Engines& engines, const Editor& editor, bool with_canvas) {
  const auto anew = opened_anew(engines);
  if (!anew) return;
  fuzz::expect(anew->tree.equals(editor.tree), "who follows the trees sees the document");
  if (with_canvas) fuzz::expect(anew->canvas.body() == editor.canvas.body(), "who applies the patches sees the page");
}

}  // namespace

// Before the clock of the first input starts.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  built_in_engines();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::unique_ptr<Engines> own;  // where the input brings a library: it would stay for the inputs that follow
  Engines* engines = &built_in_engines();
  Editor editor;
  engines->answer(R"({"call":"open","document":{"components":[],"layout":{}},"context":{}})");
  for (const std::string_view request : lines_of(fuzz::text_of(bytes, size))) {
    const auto parsed = json::parse(request);
    const auto call = parsed ? json::find_string(*parsed, "call").value_or("") : "";
    if (call == "load_library") {
      if (!own) own = std::make_unique<Engines>();
      engines = own.get();
      (void)engines->reader.answer(request);
    }
    const auto answered = json::parse(engines->answer(request));
    fuzz::expect(answered.has_value(), "an answer is JSON");
    fuzz::expect(parsed || !answered->at("ok").as_bool(), "what is no JSON is refused");
    const json::Value* tree = json::find(*answered, "tree");
    if (tree && !json::find(*tree, "nodes"))
      editor = opened_anew(*engines).value_or(editor);  // a compact opening says only what its caller can't know
    else
      editor.follow(*answered);
  }
  // Templates that the input brings may hold markup that the canvas's simple reading doesn't follow.
  check_document(*engines, editor, own == nullptr);
  return 0;
}

// A request is changed by structure, or requests change places: an input stays a session.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most_bytes,
                                               unsigned seed) {
  fuzz::Chance chance(seed);
  const std::string input(fuzz::text_of(bytes, size));
  std::vector<std::string_view> lines = lines_of(input);
  if (lines.empty()) return LLVMFuzzerMutate(bytes, size, most_bytes);
  const std::size_t at = chance.number(lines.size());
  std::string changed_line;
  switch (chance.number(8)) {
    case 0:
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
      break;
    case 1:
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(chance.number(lines.size())), lines[at]);
      break;
    case 2:
      std::swap(lines[at], lines[chance.number(lines.size())]);
      break;
    default:
      changed_line = fuzz::mutated(lines[at], most_bytes, chance);
      lines[at] = changed_line;
  }
  std::string changed;
  for (const std::string_view line : lines) changed.append(changed.empty() ? "" : "\n").append(line);
  if (changed.size() > most_bytes) changed.resize(most_bytes);
  std::memcpy(bytes, changed.data(), changed.size());
  return changed.size();
}
