// A template, NUL, a partial, NUL, JSON of the data: Liquid without escaping, as `pagewright liquid` runs it. Strict
// and lax runs end within their limits and twice the same; where strict has no error, lax says the same.
#include <string>
#include <vector>

#include "engine/liquid/program.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

Result<std::string> run(const liquid::Program& program, const json::Value& data) {
  std::vector<const json::Value*> values;
  for (const auto& name : program.variables()) values.push_back(name.empty() ? &data : json::find(data, name));
  std::string out;
  TRY(program.render(values, "n", nullptr, out, {.steps = 20'000, .output_bytes = 100'000}));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto [source, rest] = fuzz::two_texts(fuzz::text_of(bytes, size));
  const auto [partial, json_text] = fuzz::two_texts(rest);
  const liquid::Partial partials[] = {{"p", partial}};
  const auto parsed = json::parse(json_text);
  const json::Value data = parsed && parsed->is_object() ? *parsed : json::Value(json::Object{});
  liquid::CompileOptions options{.escape = liquid::Escape::none, .is_component = false, .partials = partials};
  options.errors = liquid::ErrorMode::strict;
  const auto strict = liquid::Program::compile(source, options);
  options.errors = liquid::ErrorMode::lax;
  const auto lax = liquid::Program::compile(source, options);
  if (!strict) {
    fuzz::expect(!strict.error().empty() && strict.error().size() <= 20, "a refusal names 1 to 20 faults");
    if (lax) static_cast<void>(run(*lax, data));
    return 0;
  }
  const auto first = run(*strict, data);
  fuzz::expect(first == run(*strict, data), "the same input gives the same bytes");
  fuzz::expect(lax.has_value(), "what is good in strict mode is good in lax mode");
  const auto second = run(*lax, data);
  if (first) fuzz::expect(second.has_value() && *first == *second, "without an error both modes say the same");
  return 0;
}
