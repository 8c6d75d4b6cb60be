// Numbers of JSON compared and divided exactly, as the decimals that people wrote: 0.3 is a multiple of 0.1.
#pragma once

#include "engine/json/value.hpp"

namespace pagewright::schema {

// Below, equal to or above 0, as `a` is to `b`. Both are numbers.
[[nodiscard]] int compare_numbers(const json::Value& a, const json::Value& b);

// True when `number` is a whole multiple of `of`, which is greater than 0.
[[nodiscard]] bool is_multiple(const json::Value& number, const json::Value& of);

// True for 5 and 5.0.
[[nodiscard]] bool is_whole(const json::Value& number);

}  // namespace pagewright::schema
