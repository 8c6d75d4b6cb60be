// Character references in a template's attributes, as far as they matter for where an output stands.
// https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pagewright::liquid {

struct Reference {
  char character;  // any byte above 127 for a character beyond ASCII
  std::size_t size;
};

// The reference that `text` starts with: a number, or one of &amp; &lt; &gt; &quot; &apos; &nbsp;. Nothing for others,
// and for an & that is one.
[[nodiscard]] std::optional<Reference> read_reference(std::string_view text);

}  // namespace pagewright::liquid
