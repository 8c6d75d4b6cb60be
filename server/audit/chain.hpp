// How the rows of the audit log hold on to each other: docs/formats/audit-log.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/base/timestamp.hpp"

namespace pagewright::audit {

// What a row's hash is about: all of its columns but the hash.
struct ChainedRow {
  std::string_view organization_id;
  std::int64_t sequence = 0;  // from 1, in each organisation
  std::string_view id;
  std::optional<std::string_view> actor_id;
  std::string_view action;
  std::string_view subject_id;
  Milliseconds created_at = 0;
  std::string_view detail;
};

// SHA-256 in hexadecimal. `previous`: the hash of the row before; empty for the first.
[[nodiscard]] std::string hash_of(const ChainedRow& row, std::string_view previous);

}  // namespace pagewright::audit
