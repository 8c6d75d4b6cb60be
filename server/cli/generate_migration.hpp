#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "server/problem/problem.hpp"

namespace pagewright::cli {

// Writes the next numbered pair of files into `folder`, and gives their paths. Error with a sentence in `cause` where
// the name is not made of lower-case letters, digits and _, or the folder is not there.
Outcome<std::vector<std::filesystem::path>> generate_migration(const std::filesystem::path& folder,
                                                               std::string_view name);

}  // namespace pagewright::cli
