// Liquid templates, compiled once to a Program and run by a small virtual machine. The language:
// docs/formats/liquid.md. Escaping is decided at compile time from the HTML context that each output stands in.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/text_writer.hpp"
#include "engine/json/value.hpp"

namespace pagewright::liquid {

// A keyword argument of an engine filter: {{ rows | chart: kind: "bar" }}. Null values are absent ones.
struct NamedArgument {
  std::string_view name;
  const json::Value* value;
};

// A filter of the engine's that yields markup (rich text, charts). It may stand only as the last filter of an output in
// element content; what it appends is not escaped again, so it must be safe whatever the input is.
struct MarkupFilter {
  std::string_view name;
  void (*append)(const json::Value* input, std::span<const NamedArgument> arguments, std::string& out);
  // What it yields, as far as it makes a difference to where that may stand.
  std::span<const std::string_view> elements;
};

enum class Escape : std::uint8_t {
  html,
  none
};  // none: for conformance suites only, unreachable from stored components

// What happens where Liquid raises an error, such as a division by zero.
enum class ErrorMode : std::uint8_t {
  silent,  // in components: the value is nil, and the template goes on
  lax,     // as Liquid does: "Liquid error (line 1): divided by 0" is put out
  strict   // the run ends with the error
};

// What {% render "name" %} puts in.
struct Partial {
  std::string_view name;
  std::string_view source;
};

struct CompileOptions {
  std::span<const MarkupFilter> markup_filters = {};
  std::span<const std::string_view> slots = {};  // the names that {% slot %} may use
  Escape escape = Escape::html;
  bool is_component =
      true;  // exactly one root element with literal tag and class; {% slot %} and {% editable %} allowed
  std::span<const Partial> partials = {};  // needed while compiling only
  ErrorMode errors = ErrorMode::silent;    // another mode also takes Liquid at its word where components may not
};

constexpr std::size_t most_template_bytes = 128 * 1024;  // of a template, and of each partial

struct Limits {
  std::uint32_t steps = 200'000;           // instructions run
  std::uint32_t output_bytes = 2'000'000;  // per program run, slots not counted
  std::uint32_t depth = 32;                // nested blocks, checked when compiling
};

// What a component's template needs from whoever renders the page.
class Host {
 public:
  virtual void append_slot(std::string_view slot, TextWriter& out) = 0;
  // Appends what follows the classes in the root element's class attribute: nothing, or " s-1x2y3z".
  virtual void append_root_class(TextWriter& out) = 0;
  // Appends attributes of the root element: nothing, or ` data-node="…"`.
  virtual void append_root_attributes(TextWriter& out) = 0;
  // True in the canvas: {% editable title %} then yields ` data-edit="title"`.
  [[nodiscard]] virtual bool is_canvas() const = 0;

 protected:
  ~Host() = default;
};

class Program {
 public:
  // Faults carry line and column. At most 20 are reported.
  [[nodiscard]] static std::expected<Program, std::vector<Diagnostic>> compile(std::string_view source,
                                                                               const CompileOptions& options);

  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  ~Program();

  // The names of the variables that the template reads from outside, in the order in which render() takes their values.
  // `node` is not among them: node.id is built in.
  [[nodiscard]] std::span<const std::string> variables() const;

  // Appends the result to `out`. `values[i]` is the value of variables()[i], null where it is not set. `host` may be
  // null where the template is no component. On an error (limit_exceeded) `out` is cut back to what it was. Thread
  // safe: a Program is immutable.
  Result<void> render(std::span<const json::Value* const> values, std::string_view node_id, Host* host, TextWriter& out,
                      const Limits& limits = {}) const;
  Result<void> render(std::span<const json::Value* const> values, std::string_view node_id, Host* host,
                      std::string& out, const Limits& limits = {}) const;

 private:
  struct Code;
  explicit Program(std::unique_ptr<const Code> code);
  std::unique_ptr<const Code> code_;
};

}  // namespace pagewright::liquid
