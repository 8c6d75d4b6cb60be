#pragma once

#include <iosfwd>

namespace pagewright::cli {

// pagewright openapi: the document that GET /api/openapi.json serves, without a server or data. Gives the exit code.
[[nodiscard]] int print_openapi_document(std::ostream& out);

}  // namespace pagewright::cli
