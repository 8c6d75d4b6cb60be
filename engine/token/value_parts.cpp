#include "engine/token/value_parts.hpp"

#include <array>

namespace pagewright::token {
namespace {

struct Part {
  std::string_view type;
  std::string_view name;
  std::string_view part_type;
};
constexpr std::array<Part, 25> parts = {{{"color", "components", "[number]"},
                                         {"color", "alpha", "number"},
                                         {"dimension", "value", "number"},
                                         {"duration", "value", "number"},
                                         {"strokeStyle", "dashArray", "[dimension]"},
                                         {"border", "color", "color"},
                                         {"border", "width", "dimension"},
                                         {"border", "style", "strokeStyle"},
                                         {"transition", "duration", "duration"},
                                         {"transition", "delay", "duration"},
                                         {"transition", "timingFunction", "cubicBezier"},
                                         {"shadow", "color", "color"},
                                         {"shadow", "offsetX", "dimension"},
                                         {"shadow", "offsetY", "dimension"},
                                         {"shadow", "blur", "dimension"},
                                         {"shadow", "spread", "dimension"},
                                         {"gradient", "color", "color"},
                                         {"gradient", "position", "number"},
                                         {"typography", "fontFamily", "fontFamily"},
                                         {"typography", "fontSize", "dimension"},
                                         {"typography", "fontWeight", "fontWeight"},
                                         {"typography", "letterSpacing", "dimension"},
                                         {"typography", "lineHeight", "number|dimension"},
                                         {"[number]", "", "number"},
                                         {"[dimension]", "", "dimension"}}};

}  // namespace

std::string_view member_type(std::string_view type, std::string_view name) {
  for (const Part& part : parts)
    if (part.type == type && part.name == name) return part.part_type;
  return {};
}

std::string_view item_type(std::string_view type) {
  if (type == "shadow" || type == "gradient" || type == "fontFamily") return type;
  if (type == "cubicBezier") return "number";
  return member_type(type, "");
}

bool fits(std::string_view given, std::string_view expected) {
  return expected.empty() || given == expected || expected.starts_with('[') ||
         (expected == "number|dimension" && (given == "number" || given == "dimension"));
}

}  // namespace pagewright::token
