// Serves an embedded file: in the encoding the client prefers, or 304 where it has it already.
#pragma once

#include "server/embedded/embedded_files.hpp"
#include "server/http/response.hpp"

namespace pagewright::editor {

// `cache_control`: how long a client may keep it.
[[nodiscard]] http::Response file_response(const http::Request& request, const embedded::File& file,
                                           std::string_view cache_control);

}  // namespace pagewright::editor
