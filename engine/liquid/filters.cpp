#include "engine/liquid/filters.hpp"

#include <array>

namespace pagewright::liquid {

const Filter* find_filter(std::string_view name) {
  const std::array groups = {text_filters(),  web_filters(),       number_filters(), array_filters(),
                             order_filters(), selection_filters(), base64_filters(), date_filters()};
  for (const std::span<const Filter> group : groups)
    for (const Filter& filter : group)
      if (filter.name == name) return &filter;
  return nullptr;
}

}  // namespace pagewright::liquid
