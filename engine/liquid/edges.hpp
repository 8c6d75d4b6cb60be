// What a block of a template begins and ends with, whichever branches are taken: a tag of HTML, or something else.
// Decides which white space lies between two tags.
#pragma once

#include <span>

#include "engine/liquid/html_context.hpp"
#include "engine/liquid/syntax_tree.hpp"

namespace pagewright::liquid {

struct Reach {
  bool tag = false;
  bool other = false;
  bool through = true;  // nothing at all may be output

  [[nodiscard]] Edge edge() const { return tag && !other && !through ? Edge::tag : Edge::other; }
};

[[nodiscard]] Reach reach_of(Edge edge);
// `near`, or where it may be nothing `far`.
[[nodiscard]] Reach then(const Reach& near, const Reach& far);
[[nodiscard]] Reach either(const Reach& a, const Reach& b);

[[nodiscard]] Reach first_of(std::span<const Node> nodes);
[[nodiscard]] Reach last_of(std::span<const Node> nodes);

}  // namespace pagewright::liquid
