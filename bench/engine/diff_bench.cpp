// What ten edits changed, found from the two documents: props set, nodes inserted, removed and moved (edited-page.mjs).
#include "bench/engine/pages.hpp"
#include "engine/diff/difference.hpp"
#include "engine/diff/transition.hpp"

namespace pagewright::bench {
namespace {

using document::Document;

// Two versions of one page share all that the edits didn't touch.
Document edited_snapshot(const Document& before, std::int64_t nodes) {
  Document after = before;
  for (const operation::Operation& edit : diff::operations_between(before, page(nodes, Edits::ten)))
    if (!operation::apply(after, edit, library()->catalog(), limits)) std::abort();
  return after;
}

void measure(benchmark::State& state, const Document& before, const Document& after) {
  std::size_t found = 0;
  for (auto _ : state) {
    auto changes = diff::difference(before, after);
    found = changes.size();
    benchmark::DoNotOptimize(changes);
  }
  if (found < 8) state.SkipWithError("edits are missing");
  state.counters["changes"] = static_cast<double>(found);
  count_allocations(state, [&] { benchmark::DoNotOptimize(diff::difference(before, after)); });
}

void diff_snapshots(benchmark::State& state) {
  const Document before = page(state.range(0));
  measure(state, before, edited_snapshot(before, state.range(0)));
}

// Both read from JSON: they share nothing.
void diff_apart(benchmark::State& state) {
  measure(state, page(state.range(0)), page(state.range(0), Edits::ten));
}

BENCHMARK(diff_snapshots)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(diff_apart)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);

}  // namespace
}  // namespace pagewright::bench
