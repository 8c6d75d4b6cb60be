// The editor's own documents and files, which are part of the program.
#pragma once

#include <vector>

#include "server/http/router.hpp"

namespace pagewright::editor {

// /, /page-builder…, /canvas-frame, /assets/illustrations/… . They refer to nothing.
[[nodiscard]] std::vector<http::Route> editor_routes();

}  // namespace pagewright::editor
