// The page on which the API's operations can be read and tried out.
#pragma once

#include <vector>

#include "server/http/router.hpp"

namespace pagewright::editor {

// /api/docs and its files, which are part of the program. They refer to nothing.
[[nodiscard]] std::vector<http::Route> api_docs_routes();

}  // namespace pagewright::editor
