// Rendering in tests: a host with a slot called "content", and the engine filter "shout".
#pragma once

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "engine/liquid/program.hpp"

namespace pagewright::liquid {

class TestHost : public Host {
 public:
  explicit TestHost(bool is_canvas = false) : is_canvas_(is_canvas) {}
  void append_slot(std::string_view slot, TextWriter& out) override {
    out.append("<i>");
    out.append(slot);
    out.append("</i>");
  }
  void append_root_class(TextWriter& out) override { out.append(" s-1"); }
  void append_root_attributes(TextWriter& out) override {
    if (is_canvas_) out.append(" data-node=\"n1\"");
  }
  [[nodiscard]] bool is_canvas() const override { return is_canvas_; }

 private:
  bool is_canvas_;
};

// {{ x | shout: sign: "!" }} yields <em>TEXT</em>, or <em>nothing</em>.
inline void append_shout(const json::Value* input, std::span<const NamedArgument> arguments, std::string& out) {
  out += "<em>";
  out += input && input->is_string() ? "text" : input ? json::type_name(*input) : "nothing";
  for (const NamedArgument& argument : arguments)
    out.append(" ").append(argument.name).append("=").append(json::serialize(*argument.value));
  out += "</em>";
}

inline CompileOptions component_options() {
  static constexpr std::string_view elements[] = {"div", "a"};
  static constexpr MarkupFilter filters[] = {{"shout", append_shout, elements}};
  static constexpr std::string_view slots[] = {"content"};
  return {.markup_filters = filters, .slots = slots};
}

inline Result<std::string> try_render(const Program& program, const json::Value& props, bool is_canvas = false,
                                      const Limits& limits = {}) {
  std::vector<const json::Value*> values;
  for (const std::string& name : program.variables()) values.push_back(name.empty() ? &props : json::find(props, name));
  TestHost host(is_canvas);
  std::string out;
  const auto done = program.render(values, "n1", &host, out, limits);
  if (!done) return std::unexpected(done.error());
  return out;
}

inline std::string render(const Program& program, const json::Value& props, bool is_canvas = false) {
  const auto result = try_render(program, props, is_canvas);
  return result ? *result : "error: " + result.error().message;
}

// What a case of fixtures/liquid comes to: {"expect"} with the output, or {"error"} with its place and message.
inline json::Value answer_case(const json::Value& fixture) {
  const auto answer_fault = [](std::int64_t line, std::int64_t column, std::string_view message) {
    return json::Value(
        json::Object{{"error", json::Object{{"line", line}, {"column", column}, {"message", std::string(message)}}}});
  };
  CompileOptions options = component_options();
  const json::Value* component = json::find(fixture, "component");
  options.is_component = component && component->get_bool();
  if (const auto mode = json::find_string(fixture, "mode")) {
    options.errors = *mode == "lax" ? ErrorMode::lax : ErrorMode::strict;
    options.escape = Escape::none;
  }
  std::vector<Partial> partials;
  if (const json::Value* given = json::find(fixture, "partials"))
    for (const auto& partial : given->get_object())
      partials.push_back({json::view(partial.key()), json::view(partial.value().get_string())});
  options.partials = partials;
  const auto program = Program::compile(*json::find_string(fixture, "template"), options);
  if (!program) {
    const Diagnostic& first = program.error().front();
    return answer_fault(first.line, first.column, first.message);
  }
  const json::Value* data = json::find(fixture, "data");
  const json::Value props = data ? *data : json::Value(json::Object());
  const auto output = try_render(*program, props);
  if (output) return json::Object{{"expect", *output}};
  const std::string& place = output.error().path;
  return answer_fault(std::atoi(place.c_str()), std::atoi(place.c_str() + std::min(place.find(':') + 1, place.size())),
                      output.error().message);
}

}  // namespace pagewright::liquid
