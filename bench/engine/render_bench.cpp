// Rendering pages natively, next to copying what was rendered.
#include <cstring>

#include "bench/engine/pages.hpp"
#include "engine/render/node_renderer.hpp"
#include "engine/render/page.hpp"

namespace pagewright::bench {
namespace {

std::size_t append_body(const document::Document& document, std::string& out) {
  render::NodeRenderer renderer(*library(), document, render::Mode::published);
  return renderer.append_root(out) ? out.size() : 0;
}

// What the peers are measured at: the markup of all nodes, without a head.
void render_body(benchmark::State& state) {
  const document::Document document = page(state.range(0));
  std::string out;
  const auto render = [&] {
    out.clear();
    return append_body(document, out);
  };
  for (auto _ : state) {
    if (render() == 0) state.SkipWithError("the page did not render");
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * out.size()));
  state.counters["bytes"] = static_cast<double>(out.size());
  count_allocations(state, render);
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
}

// The same bytes, copied: what no renderer can be faster than.
void copy_body(benchmark::State& state) {
  std::string source;
  append_body(page(state.range(0)), source);
  std::string target(source.size(), ' ');
  for (auto _ : state) {
    std::memcpy(target.data(), source.data(), source.size());
    benchmark::DoNotOptimize(target.data());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * source.size()));
}

BENCHMARK(render_body)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(render_page)->Arg(60)->Arg(2000)->Arg(10000);
BENCHMARK(copy_body)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);

}  // namespace
}  // namespace pagewright::bench

BENCHMARK_MAIN();
