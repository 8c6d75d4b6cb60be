// A window that a link opens must not reach the page that it came from: what a template has said about it so far.
// https://html.spec.whatwg.org/multipage/links.html#link-type-noopener
#pragma once

#include <cstdint>
#include <string_view>

namespace pagewright::liquid {

// In an attribute's value, stands for what an output or a branch decides.
inline constexpr char undecided = '\1';

// Of the start tag being read, over all branches: may it open a window, and has it a rel attribute?
class LinkPaths {
 public:
  enum class Need : std::uint8_t {
    nothing,
    rel,      // no path has a rel attribute, and one opens a window
    one_rel,  // some paths have one: none can be added
  };

  void add_target(std::string_view value);
  void add_rel();
  [[nodiscard]] bool may_open_window() const { return (paths_ & (opens_only | both)) != 0; }
  [[nodiscard]] Need need() const;

  [[nodiscard]] static LinkPaths join(LinkPaths a, LinkPaths b) { return LinkPaths(a.paths_ | b.paths_); }
  LinkPaths() = default;
  bool operator==(const LinkPaths&) const = default;

 private:
  static constexpr unsigned neither = 1;
  static constexpr unsigned opens_only = 2;
  static constexpr unsigned with_rel = 4;
  static constexpr unsigned both = 8;

  explicit LinkPaths(unsigned paths) : paths_(paths) {}

  unsigned paths_ = neither;  // those of the four that some path of branches has
};

// Whether a target with this value opens a window of its own, or may, by what is decided later.
[[nodiscard]] bool may_be_blank(std::string_view target);
// Elements whose target and rel count.
[[nodiscard]] bool opens_windows(std::string_view element);
// Whether a rel attribute's value has noopener or noreferrer in it, whatever is decided later.
[[nodiscard]] bool keeps_opener_away(std::string_view rel);
// Whether the rest of a start tag, as far as it is known, may have a target attribute.
[[nodiscard]] bool may_hold_target(std::string_view rest_of_tag);

}  // namespace pagewright::liquid
