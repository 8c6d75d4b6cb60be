#include "engine/document/node_json.hpp"

#include <utility>

namespace pagewright::document {

void append_registers(std::string& out, const Registers& registers) {
  char separator = '{';
  for (const auto& [key, value] : registers.entries()) {
    out += std::exchange(separator, ',');
    json::append_quoted(out, key);
    out += ':';
    json::append_serialized(out, *value);
  }
  out += separator == '{' ? "{}" : "}";
}

void append_styles(std::string& out, const Styles& styles) {
  out += '{';
  for (const style::Breakpoint breakpoint : style::breakpoints) {
    char separator = '{';
    for (const Declaration& declaration : styles.declarations()) {
      if (declaration.breakpoint != breakpoint) continue;
      if (separator == '{') {
        if (out.back() != '{') out += ',';
        json::append_quoted(out, style::name_of(breakpoint));
        out += ':';
      }
      out += std::exchange(separator, ',');
      json::append_quoted(out, declaration.property);
      out += ':';
      json::append_quoted(out, declaration.value);
    }
    if (separator == ',') out += '}';
  }
  out += '}';
}

json::Object slot_json(const Place& place) {
  json::Object object;
  if (place.parent.is_root())
    object["parent"] = nullptr;
  else
    object["parent"] = place.parent.text();
  object["slot"] = place.slot;
  return object;
}

}  // namespace pagewright::document
