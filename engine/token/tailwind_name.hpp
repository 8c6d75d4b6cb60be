// Where a token belongs in a Tailwind theme. https://tailwindcss.com/docs/theme#theme-variable-namespaces
#pragma once

#include <string>
#include <vector>

#include "engine/token/token_document.hpp"

namespace pagewright::token {

struct TailwindName {
  std::string_view name_space;  // "color"; empty: Tailwind knows none, the token keeps its own name
  std::string name;             // "brand-500", "h1--line-height"

  [[nodiscard]] std::string custom_property() const;  // "--color-brand-500"; "--<name>" without a namespace
};

// One for each token, no two alike. A token without a place of its own (the whole of a typography) has an empty name.
[[nodiscard]] std::vector<TailwindName> tailwind_names(const ResolvedTokens& tokens);

}  // namespace pagewright::token
