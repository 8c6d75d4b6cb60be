// The props of every node of a page against the schema of its component.
#include "bench/engine/pages.hpp"

namespace pagewright::bench {
namespace {

struct Subject {
  const schema::Schema* schema;
  const json::Value* props;
};

void collect(const json::Value& slot, std::vector<Subject>& subjects) {
  for (const json::Value& node : slot.get_array()) {
    const auto* definition = library()->catalog().find(*json::find_string(node, "component"));
    subjects.push_back({&definition->props, json::find(node, "props")});
    if (const json::Value* children = json::find(node, "children"))
      for (const auto& below : children->get_object()) collect(below.value(), subjects);
  }
}

void validate(benchmark::State& state) {
  const json::Value document = *json::parse(page_text(state.range(0)));
  std::vector<Subject> subjects;
  collect(*json::find(document, "components"), subjects);
  const auto check_all = [&] {
    std::size_t faults = 0;
    for (const Subject& subject : subjects) faults += subject.schema->validate(*subject.props).size();
    return faults;
  };
  for (auto _ : state)
    if (check_all() != 0) state.SkipWithError("the page has a fault");
  count_allocations(state, check_all);
}

BENCHMARK(validate)->Arg(60)->Arg(2000)->Arg(10000)->Arg(100000);

}  // namespace
}  // namespace pagewright::bench
