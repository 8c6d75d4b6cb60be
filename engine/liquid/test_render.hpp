// Rendering in tests: a host with a slot called "content", and the engine filter "shout".
#pragma once

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
  static constexpr MarkupFilter filters[] = {{"shout", append_shout}};
  static constexpr std::string_view slots[] = {"content"};
  return {.markup_filters = filters, .slots = slots};
}

inline Result<std::string> try_render(const Program& program, const json::Value& props, bool is_canvas = false,
                                      const Limits& limits = {}) {
  std::vector<const json::Value*> values;
  for (const std::string& name : program.variables()) values.push_back(json::find(props, name));
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

}  // namespace pagewright::liquid
