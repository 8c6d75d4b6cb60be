// The pages and the library that the engine's benchmarks work on. They are those of pages.mjs, written by run.mjs to
// the folder that PAGEWRIGHT_BENCH_PAGES names; what is missing there ends the program.
#pragma once

#include <benchmark/benchmark.h>

#include <string>

#include "engine/base/checking/allocation_count.hpp"
#include "engine/document/document.hpp"
#include "engine/render/library.hpp"

namespace pagewright::bench {

// The library of the repository, compiled once.
[[nodiscard]] std::shared_ptr<const render::Library> library();

// A page as JSON text. With ten edits: its "-edited" twin.
enum class Edits : bool { none, ten };
[[nodiscard]] std::string page_text(std::int64_t nodes, Edits edits = Edits::none);
[[nodiscard]] document::Document open_page(std::string_view text);
// The same, opened once in a run.
[[nodiscard]] document::Document page(std::int64_t nodes, Edits edits = Edits::none);

// Those of the program end at 20,000 nodes.
inline constexpr document::Limits limits{.nodes = 1'000'000};

inline constexpr const char* allocations = "allocations";  // the counter's name

// A node in the middle of the page, a card: no benchmark gains by its place.
[[nodiscard]] document::NodeId middle_card(const document::Document& document);

// After the timed loop: how often one more run of `work` asks for memory. Not within the loop, since counting costs
// time.
template <typename Work>
void count_allocations(benchmark::State& state, Work work) {
  constexpr int runs = 8;
  const AllocationCount count;
  for (int i = 0; i < runs; ++i) work();
  state.counters[allocations] = static_cast<double>(count.allocations()) / runs;
}

}  // namespace pagewright::bench
