// Rendering pages and applying edits, natively. The pages are those of pages.mjs, written by run.mjs;
// PAGEWRIGHT_BENCH_PAGES names their folder, PAGEWRIGHT_BENCH_LIBRARY a load_library request.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/render/node_renderer.hpp"
#include "engine/render/patch.hpp"
#include "engine/session/session.hpp"

namespace {

using namespace pagewright;

std::string file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    std::cerr << "cannot read " << path << ": run ./dev bench\n";
    std::exit(1);
  }
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string folder() {
  const char* path = std::getenv("PAGEWRIGHT_BENCH_PAGES");
  return path ? path : "build/bench/pages";
}

std::shared_ptr<const render::Library> library() {
  static const auto compiled = [] {
    const json::Value request = *json::parse(file(folder() + "/library.json"));
    render::LibrarySource source;
    for (const json::Value& component : request.at("components").as_array())
      source.components.push_back({component.at("definition"), std::string(component.at("template").as_string()),
                                   std::string(component.at("style").as_string())});
    source.tokens = request.at("tokens");
    source.base_css = request.at("baseCss").as_string();
    auto made = render::Library::compile(std::move(source));
    if (!made) {
      std::cerr << made.error().front().message << "\n";
      std::exit(1);
    }
    return *made;
  }();
  return compiled;
}

document::Document page(std::int64_t size) {
  return *document::Document::parse(*json::parse(file(folder() + "/" + std::to_string(size) + ".json")),
                                    library()->catalog());
}

// What React and Handlebars are measured at: the markup of all nodes, without a head.
void render_body(benchmark::State& state) {
  const document::Document document = page(state.range(0));
  std::string out;
  for (auto _ : state) {
    out.clear();
    render::NodeRenderer renderer(*library(), document, render::Mode::published);
    if (!renderer.append_root(out)) state.SkipWithError("the page did not render");
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * out.size()));
  state.counters["bytes"] = static_cast<double>(out.size());
}

void render_page(benchmark::State& state) {
  const document::Document document = page(state.range(0));
  std::string out;
  for (auto _ : state) {
    out.clear();
    if (!render::append_page(*library(), document, {.name = "Benchmark"}, render::Mode::published, out))
      state.SkipWithError("the page did not render");
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * out.size()));
}

// One prop set: applied, with its patch.
void set_prop(benchmark::State& state) {
  auto session = *session::Session::open(library(), page(state.range(0)).to_json());
  render::PatchWriter patches(library());
  std::string canvas;
  if (!patches.open(session.document(), {}, canvas)) state.SkipWithError("the page did not open");
  std::int64_t counter = 0;
  for (auto _ : state) {
    const document::Document before = session.document();
    operation::SetProp set{*document::NodeId::parse("n1"), "title",
                           std::make_shared<const json::Value>("Title " + std::to_string(++counter))};
    if (!session.receive({"b", "Edit", {std::move(set)}})) state.SkipWithError("the edit was refused");
    benchmark::DoNotOptimize(patches.patches(before, session.document()));
  }
}

void parse_document(benchmark::State& state) {
  const std::string text = file(folder() + "/" + std::to_string(state.range(0)) + ".json");
  for (auto _ : state) benchmark::DoNotOptimize(document::Document::parse(*json::parse(text), library()->catalog()));
}

BENCHMARK(render_body)->Arg(60)->Arg(2000)->Arg(10000);
BENCHMARK(render_page)->Arg(60)->Arg(2000)->Arg(10000);
BENCHMARK(set_prop)->Arg(60)->Arg(2000)->Arg(10000);
BENCHMARK(parse_document)->Arg(60)->Arg(2000)->Arg(10000);

}  // namespace

BENCHMARK_MAIN();
