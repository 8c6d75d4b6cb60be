// What stands in the place of the editor's documents in a program that was compiled without them.
#pragma once

#include "server/http/response.hpp"

namespace pagewright::editor {

[[nodiscard]] http::Response not_built();

}  // namespace pagewright::editor
