// The library that the repository ships, for targets that need components.
#pragma once

#include <memory>
#include <string>

#include "engine/render/library.hpp"

namespace pagewright::fuzz {

[[nodiscard]] render::LibrarySource built_in_source();

// Compiled once for the whole run: that takes longer than most inputs.
[[nodiscard]] const std::shared_ptr<const render::Library>& built_in_library();

}  // namespace pagewright::fuzz
