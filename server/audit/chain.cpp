#include "server/audit/chain.hpp"

#include "server/base/digest.hpp"

namespace pagewright::audit {
namespace {

// With its length before it, no field can pass for the end of one and the beginning of the next.
void add(std::string& bytes, std::string_view field) {
  const auto size = static_cast<std::uint64_t>(field.size());
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(size >> shift & 0xFF);
  bytes += field;
}

}  // namespace

std::string hash_of(const ChainedRow& row, std::string_view previous) {
  std::string bytes;
  bytes.reserve(512 + row.detail.size());
  add(bytes, "pagewright audit 1");
  add(bytes, previous);
  add(bytes, row.organization_id);
  add(bytes, std::to_string(row.sequence));
  add(bytes, row.id);
  add(bytes, row.actor_id ? "1" : "0");
  add(bytes, row.actor_id.value_or(""));
  add(bytes, row.action);
  add(bytes, row.subject_id);
  add(bytes, std::to_string(row.created_at));
  add(bytes, row.detail);
  return sha256_hex(bytes);
}

}  // namespace pagewright::audit
