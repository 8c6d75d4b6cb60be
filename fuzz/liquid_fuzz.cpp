// A template, NUL, JSON of its values, NUL, its partial "p": compiling gives faults with places, or a program whose
// every run ends within its limits and twice the same; the values can't bring an element into the output.
#include <algorithm>
#include <string>
#include <vector>

#include "engine/liquid/program.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

class EmptyHost final : public liquid::Host {
 public:
  void append_slot(std::string_view slot, TextWriter& out) override {
    out.append("[");
    out.append(slot);
    out.append("]");
  }
  void append_root_class(TextWriter& out) override { out.append(" s-1"); }
  void append_root_attributes(TextWriter& out) override { out.append(" data-node=\"n\""); }
  [[nodiscard]] bool is_canvas() const override { return true; }
};

Result<std::string> run(const liquid::Program& program, const json::Value& values) {
  std::vector<const json::Value*> bound;
  for (const auto& name : program.variables()) bound.push_back(json::find(values, name));
  EmptyHost host;
  std::string out;
  TRY(program.render(bound, "n1", &host, out, {.steps = 20'000, .output_bytes = 100'000}));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto [source, rest] = fuzz::two_texts(fuzz::text_of(bytes, size));
  const auto [json_text, partial] = fuzz::two_texts(rest);
  const liquid::Partial partials[] = {{"p", partial}};
  static constexpr std::string_view slots[] = {"content", "items"};
  for (const bool is_component : {true, false}) {
    const auto program =
        liquid::Program::compile(source, {.slots = slots, .is_component = is_component, .partials = partials});
    if (!program) {
      fuzz::expect(!program.error().empty(), "a refusal names a fault");
      fuzz::expect(program.error().size() <= 20, "at most 20 faults");
      continue;
    }
    const auto parsed = json::parse(json_text);
    const json::Value values = parsed ? *parsed : json::Value(json::Object{});
    const auto first = run(*program, values);
    fuzz::expect(first == run(*program, values), "the same input gives the same bytes");
    // The marker can reach the output only from the values, and there "<" is always escaped.
    const bool is_written = source.find("zq") != std::string_view::npos || partial.find("zq") != std::string_view::npos;
    if (first && !is_written) {
      fuzz::expect(first->find("<zq") == std::string::npos, "values never become markup");
    }
  }
  return 0;
}
