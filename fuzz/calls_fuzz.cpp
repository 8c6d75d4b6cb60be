// Lines of requests to the engine, as an editor sends them: whatever they are, each is answered with JSON, and two
// instances that were asked the same answer the same.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "engine/wasm/calls.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(text).str();
}

json::Value file_json(const std::filesystem::path& path) {
  return json::parse(file_text(path)).value_or(json::Value(nullptr));
}

std::string library_request() {
  const std::filesystem::path library = std::filesystem::path(PAGEWRIGHT_SOURCE_DIRECTORY) / "library";
  json::Array components;
  for (const auto& folder : std::filesystem::directory_iterator(library / "components")) {
    components.push_back(json::Object{{"definition", file_json(folder.path() / "component.json")},
                                      {"template", file_text(folder.path() / "template.liquid")},
                                      {"style", file_text(folder.path() / "style.css")}});
  }
  return json::serialize(json::Object{{"call", "load_library"},
                                      {"components", std::move(components)},
                                      {"tokens", file_json(library / "themes/pagewright.json")},
                                      {"baseCss", file_text(library / "themes/base.css")}});
}

// An engine with the built-in library, made once for the whole run: compiling it takes longer than most inputs.
wasm::Calls& engine(int index) {
  static wasm::Calls engines[2];
  static const bool is_loaded = [] {
    const std::string request = library_request();
    for (auto& calls : engines) {
      fuzz::expect(calls.answer(request).starts_with("{\"ok\":true"), "the built-in library loads");
    }
    return true;
  }();
  fuzz::expect(is_loaded, "the engines are loaded");
  return engines[index];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input = fuzz::text_of(bytes, size);
  // Another library would stay for the inputs that follow.
  if (input.find("load_library") != std::string_view::npos || input.find('\\') != std::string_view::npos) return 0;
  for (auto* calls : {&engine(0), &engine(1)}) {
    fuzz::expect(calls->answer(R"({"call":"open","document":{"components":[],"layout":{}},"context":{}})")
                     .starts_with("{\"ok\":true"),
                 "an empty page opens");
  }
  for (std::size_t start = 0; start < input.size();) {
    const auto end = std::min(input.find('\n', start), input.size());
    const std::string_view request = input.substr(start, end - start);
    const std::string_view first = engine(0).answer(request);
    fuzz::expect(json::parse(first).has_value(), "an answer is JSON");
    fuzz::expect(first == engine(1).answer(request), "the same requests give the same answers");
    start = end + 1;
  }
  return 0;
}
