// Uploads, for tests.
#pragma once

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

extern const std::string pdf;  // of 54 bytes
extern const std::string svg;  // 24 by 12 pixels

// By the editor: the asset.
Answer must_upload(Installation& installation, const std::string& name, const std::string& bytes);

// How many files of assets there are.
[[nodiscard]] std::size_t stored_files(Installation& installation);

}  // namespace pagewright::scenarios
