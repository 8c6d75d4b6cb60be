// Values of props as an attacker would choose them.
#pragma once

#include <string>

#include "engine/base/checking/choices.hpp"

namespace pagewright::checking {

[[nodiscard]] std::string hostile_value(Choices& choices);

}  // namespace pagewright::checking
