#include "server/collaboration/branch_record.hpp"

namespace pagewright::collaboration {

BranchRecord read_branch(database::Row row) {
  return {.id = row.text(0),
          .name = row.text(1),
          .is_protected = row.boolean(2),
          .sequence = row.integer(3),
          .created_at = row.integer(4),
          .base_version_id = row.optional_text(5).value_or("")};
}

}  // namespace pagewright::collaboration
