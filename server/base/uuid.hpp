// Identifiers of rows: UUIDs of version 7, which sort by the time they were made.
#pragma once

#include <string>
#include <string_view>

namespace pagewright {

// For instance "0192f3a1-7c4e-7b1a-9f00-3d2a5c6b7e88". Safe to call from any thread.
[[nodiscard]] std::string new_uuid();

// True for 36 characters in the form of a UUID, lower case.
[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace pagewright
