#include "server/svg/svg_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pagewright::svg {
namespace {

constexpr std::array<std::string_view, 55> elements = {"animate",
                                                       "animateMotion",
                                                       "animateTransform",
                                                       "circle",
                                                       "clipPath",
                                                       "defs",
                                                       "desc",
                                                       "ellipse",
                                                       "feBlend",
                                                       "feColorMatrix",
                                                       "feComponentTransfer",
                                                       "feComposite",
                                                       "feConvolveMatrix",
                                                       "feDiffuseLighting",
                                                       "feDisplacementMap",
                                                       "feDistantLight",
                                                       "feDropShadow",
                                                       "feFlood",
                                                       "feFuncA",
                                                       "feFuncB",
                                                       "feFuncG",
                                                       "feFuncR",
                                                       "feGaussianBlur",
                                                       "feMerge",
                                                       "feMergeNode",
                                                       "feMorphology",
                                                       "feOffset",
                                                       "fePointLight",
                                                       "feSpecularLighting",
                                                       "feSpotLight",
                                                       "feTile",
                                                       "feTurbulence",
                                                       "filter",
                                                       "g",
                                                       "image",
                                                       "line",
                                                       "linearGradient",
                                                       "marker",
                                                       "mask",
                                                       "mpath",
                                                       "path",
                                                       "pattern",
                                                       "polygon",
                                                       "polyline",
                                                       "radialGradient",
                                                       "rect",
                                                       "set",
                                                       "stop",
                                                       "style",
                                                       "svg",
                                                       "symbol",
                                                       "text",
                                                       "textPath",
                                                       "title",
                                                       "tspan"};

// Beside these: aria-… and the presentation attributes below.
constexpr std::array attributes = std::to_array<std::string_view>({
    "accumulate",
    "additive",
    "amplitude",
    "attributeName",
    "azimuth",
    "baseFrequency",
    "begin",
    "bias",
    "by",
    "calcMode",
    "class",
    "clipPathUnits",
    "cx",
    "cy",
    "d",
    "diffuseConstant",
    "divisor",
    "dur",
    "dx",
    "dy",
    "edgeMode",
    "elevation",
    "end",
    "exponent",
    "filterUnits",
    "fr",
    "from",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "href",
    "id",
    "in",
    "in2",
    "intercept",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "keyPoints",
    "keySplines",
    "keyTimes",
    "lang",
    "lengthAdjust",
    "limitingConeAngle",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "maskContentUnits",
    "maskUnits",
    "max",
    "media",
    "method",
    "min",
    "mode",
    "numOctaves",
    "offset",
    "operator",
    "order",
    "orient",
    "origin",
    "path",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "points",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "r",
    "radius",
    "refX",
    "refY",
    "repeatCount",
    "repeatDur",
    "restart",
    "result",
    "role",
    "rotate",
    "rx",
    "ry",
    "scale",
    "seed",
    "side",
    "slope",
    "spacing",
    "specularConstant",
    "specularExponent",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "style",
    "surfaceScale",
    "tableValues",
    "targetX",
    "targetY",
    "textLength",
    "to",
    "type",
    "values",
    "version",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "xChannelSelector",
    "y",
    "y1",
    "y2",
    "yChannelSelector",
    "z",
});

constexpr std::array presentation = std::to_array<std::string_view>({
    "alignment-baseline",
    "baseline-shift",
    "clip",
    "clip-path",
    "clip-rule",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "color-rendering",
    "direction",
    "display",
    "dominant-baseline",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "flood-color",
    "flood-opacity",
    "font-family",
    "font-size",
    "font-size-adjust",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "image-rendering",
    "isolation",
    "letter-spacing",
    "lighting-color",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mask-type",
    "mix-blend-mode",
    "opacity",
    "overflow",
    "paint-order",
    "pointer-events",
    "shape-rendering",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-decoration",
    "text-overflow",
    "text-rendering",
    "transform",
    "transform-origin",
    "unicode-bidi",
    "vector-effect",
    "visibility",
    "white-space",
    "word-spacing",
    "writing-mode",
});

constexpr std::array geometry = std::to_array<std::string_view>({
    "cx",
    "cy",
    "d",
    "dx",
    "dy",
    "fx",
    "fy",
    "gradientTransform",
    "height",
    "offset",
    "pathLength",
    "patternTransform",
    "points",
    "r",
    "rotate",
    "rx",
    "ry",
    "startOffset",
    "stdDeviation",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
});

bool is_among(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// "aria-label". What a prefix without a namespace would make of it, "aria-x:href", is none.
bool is_aria_attribute(std::string_view name) {
  constexpr std::string_view beginning = "aria-";
  return name.starts_with(beginning) &&
         std::ranges::all_of(name.substr(beginning.size()), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  return lower;
}

}  // namespace

SvgElement judge_svg_element(std::string_view name) {
  if (name == "use" || is_among(elements, name)) return SvgElement::stays;
  return name == "a" || name == "switch" ? SvgElement::is_unwrapped : SvgElement::goes;
}

bool may_have_svg_attribute(std::string_view name) {
  return is_aria_attribute(name) || is_among(attributes, name) || is_among(presentation, name);
}

bool may_animate_svg_attribute(std::string_view name) {
  return is_among(presentation, name) || is_among(geometry, name);
}

bool is_self_contained_css(std::string_view css) {
  // What escapes and comments could hide is not looked for: they are not needed.
  if (css.find_first_of("\\<") != std::string_view::npos || css.contains("/*")) return false;
  const std::string lower = lower_case(css);
  for (const char* word : {"@import", "@font-face", "@namespace", "@charset", "expression", "javascript:", "vbscript:",
                           "-moz-binding", "behavior", "image-set(", "image(", "src(", "cross-fade(", "element("})
    if (lower.contains(word)) return false;
  for (auto at = lower.find("url"); at != std::string::npos; at = lower.find("url", at + 3)) {
    auto inside = lower.find_first_not_of(" \t\r\n", at + 3);
    if (inside == std::string::npos || lower[inside] != '(') continue;
    inside = lower.find_first_not_of(" \t\r\n'\"", inside + 1);
    if (inside == std::string::npos || lower[inside] != '#') return false;
  }
  return true;
}

}  // namespace pagewright::svg
