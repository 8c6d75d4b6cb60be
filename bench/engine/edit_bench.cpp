// One prop set, with the patch that brings the canvas there; and what a snapshot costs.
#include "bench/engine/pages.hpp"
#include "engine/operation/operation.hpp"
#include "engine/render/patch.hpp"
#include "engine/session/session.hpp"

namespace pagewright::bench {
namespace {

using document::Document;
using operation::Operation;

// A page with the canvas that shows it.
class OpenPage {
 public:
  explicit OpenPage(std::int64_t nodes) : document_(page(nodes)), card_(middle_card(document_)), patches_(library()) {
    std::string canvas;
    (void)patches_.open(document_, {}, canvas);
  }

  // Titles differ from edit to edit, of equal length.
  [[nodiscard]] Operation next_edit() {
    return operation::SetProp{card_, "title",
                              std::make_shared<const json::Value>("Title " + std::to_string(1'000'000 + ++edits_))};
  }

  // Applies it and writes its patch; false where that failed.
  bool set_prop(const Operation& edit) {
    const Document before = document_;
    if (!operation::apply(document_, edit, library()->catalog(), limits)) return false;
    const auto patches = patches_.patches(before, document_);
    return patches && patches->size() == 1;
  }
  bool apply(const Operation& edit) {
    const Document before = document_;  // as an editor keeps it
    return operation::apply(document_, edit, library()->catalog(), limits).has_value();
  }
  bool write_patch(const Document& before) { return patches_.patches(before, document_).has_value(); }

  [[nodiscard]] const Document& document() const { return document_; }

 private:
  Document document_;
  document::NodeId card_;
  render::PatchWriter patches_;
  std::int64_t edits_ = 0;
};

void set_prop(benchmark::State& state) {
  OpenPage open(state.range(0));
  for (auto _ : state)
    if (!open.set_prop(open.next_edit())) state.SkipWithError("the edit did not give its patch");
}

// The parts of it, for the allocations of each.
void apply_prop(benchmark::State& state) {
  OpenPage open(state.range(0));
  for (auto _ : state)
    if (!open.apply(open.next_edit())) state.SkipWithError("the edit was refused");
  const Operation edit = open.next_edit();
  count_allocations(state, [&] { open.apply(edit); });
}

void patch_prop(benchmark::State& state) {
  OpenPage open(state.range(0));
  const Document before = open.document();
  open.apply(open.next_edit());
  for (auto _ : state)
    if (!open.write_patch(before)) state.SkipWithError("there was no patch");
  count_allocations(state, [&] { open.write_patch(before); });
}

void snapshot(benchmark::State& state) {
  const Document document = page(state.range(0));
  for (auto _ : state) {
    Document copy = document;
    benchmark::DoNotOptimize(copy);
  }
  count_allocations(state, [&] {
    Document copy = document;
    benchmark::DoNotOptimize(copy);
  });
}

// An author's edit taken back in the session of an editor: a round of undo and redo.
void undo_redo(benchmark::State& state) {
  auto session = *session::Session::open(library(), *json::parse(page_text(state.range(0))));
  const auto card = middle_card(session.document());
  const auto round = [&] {
    bool done = session.undo("u").has_value() && session.acknowledge("u").has_value();
    done = done && session.redo("r").has_value() && session.acknowledge("r").has_value();
    return done;
  };
  (void)session.apply({"a", "Edit", {operation::SetProp{card, "title", std::make_shared<const json::Value>("Other")}}});
  (void)session.acknowledge("a");
  for (auto _ : state)
    if (!round()) state.SkipWithError("the undo was refused");
  count_allocations(state, round);
}

BENCHMARK(set_prop)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(apply_prop)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(patch_prop)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(snapshot)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);
BENCHMARK(undo_redo)->Arg(60)->Arg(2000)->Arg(10000);

}  // namespace
}  // namespace pagewright::bench
