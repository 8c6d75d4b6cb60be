// Where in a token document a fault lies.
#pragma once

#include <string>
#include <string_view>

#include "engine/json/value.hpp"

namespace pagewright::tokens {

// The JSON Pointer of the token or group with whose path `message` begins ("color.ink: …", "theme dark: color.ink: …"),
// as far as `tokens` has it; empty where it begins with none.
[[nodiscard]] std::string fault_place(std::string_view message, const json::Value& tokens);

}  // namespace pagewright::tokens
