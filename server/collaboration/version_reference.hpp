// How clients name a version of a page: by its number, or by its id.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/base/fields.hpp"
#include "server/database/database.hpp"

namespace pagewright::collaboration {

struct VersionReference {
  std::string id;
  std::int64_t number = 0;
};

// A member of a request's body; nothing where it is absent or wrong.
[[nodiscard]] std::optional<std::string> read_version_reference(Fields& fields, std::string_view member);

// not_found where the organisation has no such page, or the page no such version.
[[nodiscard]] Outcome<VersionReference> find_version(database::Connection& connection, std::string_view page_id,
                                                     std::string_view organization_id, std::string_view version);

}  // namespace pagewright::collaboration
