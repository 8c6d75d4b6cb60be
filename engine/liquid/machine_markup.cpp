// Calls the engine's own filters, which yield markup.
#include "engine/liquid/machine.hpp"

namespace pagewright::liquid {
namespace {

// A value as JSON, for the engine's own filters.
json::Value to_json(const Value& value) {
  switch (value.kind()) {
    case Kind::nil:
    case Kind::empty:
    case Kind::blank:
      return nullptr;
    case Kind::boolean:
      return value.boolean();
    case Kind::integer:
      return value.integer();
    case Kind::decimal:
      return value.decimal();
    case Kind::string:
      return json::String(value.text().data(), value.text().size());
    case Kind::json:
      return value.json();
    case Kind::array: {
      json::Array array;
      for (const Value& item : value.items()) array.push_back(to_json(item));
      return array;
    }
    case Kind::range: {
      std::string text;
      append_text(text, value);
      return json::String(text.data(), text.size());
    }
  }
  std::unreachable();
}

}  // namespace

Value* Machine::output_markup(const Instruction& instruction, Value* top) {
  const MarkupCall& call = code_.markup_calls[instruction.first];
  top -= call.names.size() + 1;
  std::vector<json::Value> made;
  std::vector<NamedArgument> arguments;
  made.reserve(call.names.size() + 1);  // pointers into it stay good
  const auto pointer_to = [&](const Value& value) -> const json::Value* {
    if (value.is_nil()) return nullptr;
    return value.kind() == Kind::json ? &value.json() : &made.emplace_back(to_json(value));
  };
  for (std::size_t i = 0; i <= call.names.size(); ++i) steps_ -= static_cast<std::int64_t>(weight_of(top[i]) / 4);
  const json::Value* input = pointer_to(top[0]);
  for (std::size_t i = 0; i < call.names.size(); ++i)
    if (const json::Value* value = pointer_to(top[i + 1])) arguments.push_back({call.names[i], value});
  out_.append_with([&](std::string& text) { call.append(input, arguments, text); });
  return top;
}

}  // namespace pagewright::liquid
