#include "server/collaboration/page_record.hpp"

#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::collaboration {
namespace {

JsonText members_of(const PageRecord& page) {
  JsonText json;
  json.text("id", page.id)
      .text("name", page.name)
      .text("slug", page.slug)
      .text("description", page.description)
      .raw("metadata", page.metadata)
      .text("organizationId", page.organization_id)
      .text("ownerId", page.owner_id)
      .text("teamId", page.team_id)
      .text("access", page.access)
      .text("status", page.status)
      .text("currentVersionId", page.current_version_id)
      .number("latestVersionNumber", page.latest_version_number)
      .time("createdAt", page.created_at)
      .time("updatedAt", page.updated_at)
      .time("deletedAt", page.deleted_at)
      .time("publishedAt", page.published_at)
      .text("publishedBy", page.published_by);
  return json;
}

}  // namespace

std::string PageRecord::to_json() const {
  return members_of(*this).take();
}

std::string PageRecord::to_json(std::string_view structure, std::string_view layout) const {
  return members_of(*this).raw("structure", structure).raw("layout", layout).take();
}

PageRecord read_page(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .owner_id = row.text(2),
          .status = row.text(3),
          .created_at = row.integer(4),
          .updated_at = row.integer(5),
          .deleted_at = row.optional_integer(6),
          .published_at = row.optional_integer(7),
          .published_by = row.optional_text(8),
          .current_version_id = row.optional_text(9),
          .latest_version_number = row.integer(10),
          .slug_by_hand = row.boolean(11),
          .name = row.text(12),
          .slug = row.text(13),
          .description = row.text(14),
          .metadata = row.text(15),
          .access = row.text(16),
          .team_id = row.optional_text(17)};
}

std::string search_text(const PageRecord& page) {
  return fold(page.name) + "\n" + page.slug + "\n" + fold(page.description);
}

}  // namespace pagewright::collaboration
