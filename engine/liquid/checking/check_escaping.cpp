#include "engine/liquid/checking/check_escaping.hpp"

#include "engine/base/checking/page_shape.hpp"
#include "engine/liquid/checking/template_generator.hpp"
#include "engine/liquid/test_render.hpp"

namespace pagewright::liquid::checking {
namespace {

std::string report(std::string_view what, std::string_view source, const json::Value& hostile,
                   std::string_view output) {
  return std::string(what) + "\ntemplate: " + std::string(source) + "\nprops: " + json::serialize(hostile) +
         "\noutput: " + std::string(output);
}

}  // namespace

EscapingCheck check_escaping(std::string_view source, const json::Value& harmless, const json::Value& hostile) {
  EscapingCheck check;
  CompileOptions options = component_options();
  options.is_component = false;
  const auto program = Program::compile(source, options);
  if (!program) {
    for (const Diagnostic& fault : program.error())
      if (fault.line < 1 || fault.column < 1 || fault.message.empty())
        check.broken = report("a fault has no place", source, hostile, "");
    return check;
  }
  check.was_accepted = true;
  const auto calm = try_render(*program, harmless);
  const auto attacked = try_render(*program, hostile);
  if (!calm || !attacked) return check;  // a limit: nothing is published
  const auto wanted = pagewright::checking::page_shape(*calm);
  const auto found = pagewright::checking::page_shape(*attacked);
  if (wanted.tree != found.tree)
    check.broken = report("props change the page's shape from\n" + wanted.tree + "\nto\n" + found.tree, source, hostile,
                          *attacked);
  else if (!found.dangers.empty())
    check.broken = report("the page has " + found.dangers.front(), source, hostile, *attacked);
  return check;
}

EscapingCheck check_escaping(Choices& choices) {
  const GeneratedCase made = generate_case(choices);
  return check_escaping(made.source, made.harmless, made.hostile);
}

}  // namespace pagewright::liquid::checking
