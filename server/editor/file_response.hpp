// Serves an embedded file: in the encoding the client prefers, or 304 where it has it already.
#pragma once

#include "server/embedded/embedded_files.hpp"
#include "server/http/response.hpp"

namespace pagewright::editor {

inline constexpr std::string_view revalidate = "no-cache";
inline constexpr std::string_view one_day = "public, max-age=86400";
inline constexpr std::string_view for_ever = "public, max-age=31536000, immutable";  // names that carry their hash

// `cache_control`: one of those above, how long a client may keep it.
[[nodiscard]] http::Response file_response(const http::Request& request, const embedded::File& file,
                                           std::string_view cache_control);

}  // namespace pagewright::editor
