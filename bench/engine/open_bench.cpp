// Opening a page: JSON text → document; and what an open one takes up.
#include <optional>

#include "bench/engine/pages.hpp"

namespace pagewright::bench {
namespace {

void open(benchmark::State& state) {
  const std::string text = page_text(state.range(0));
  std::optional<document::Document> opened;
  for (auto _ : state) {
    opened = open_page(text);
    benchmark::DoNotOptimize(opened);
    // Closing the page is not opening it.
    state.PauseTiming();
    opened.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  count_allocations(state, [&] { benchmark::DoNotOptimize(open_page(text)); });
}

// Beside it: the text read into JSON values alone.
void read_json(benchmark::State& state) {
  const std::string text = page_text(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(json::parse(text));
}

// What stays on the heap when only the document is left. Not timed: the counter is the result.
void memory(benchmark::State& state) {
  const std::string text = page_text(state.range(0));
  double bytes = 0;
  std::size_t nodes = 1;
  for (auto _ : state) {
    const AllocationCount count;
    const document::Document document = open_page(text);
    bytes = static_cast<double>(count.live_bytes());
    nodes = document.size();
  }
  state.counters["bytes_per_node"] = bytes / static_cast<double>(nodes);
}

BENCHMARK(open)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(read_json)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(memory)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000)->Iterations(1);

}  // namespace
}  // namespace pagewright::bench
