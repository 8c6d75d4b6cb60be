#include "server/releases/release_job.hpp"

#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"

namespace pagewright::releases {
namespace {

std::string member(const json::Value& payload, std::string_view name) {
  return std::string(json::find_string(payload, name).value_or(""));
}

}  // namespace

std::string ReleaseJob::to_payload() const {
  return JsonText()
      .text("userId", user_id)
      .text("environmentId", batch.environment_id)
      .raw("pageIds", batch.page_ids ? text_list_json(*batch.page_ids) : "null")
      .text("message", batch.message)
      .boolean("rollbackOnFailure", batch.rolls_back)
      .take();
}

std::optional<ReleaseJob> ReleaseJob::read(std::string_view payload) {
  const auto parsed = json::parse(payload);
  if (!parsed) return std::nullopt;
  ReleaseJob job{.user_id = member(*parsed, "userId"),
                 .batch = {.environment_id = member(*parsed, "environmentId"), .message = member(*parsed, "message")}};
  const json::Value* rolls_back = json::find(*parsed, "rollbackOnFailure");
  job.batch.rolls_back = rolls_back != nullptr && rolls_back->is_bool() && rolls_back->get_bool();
  const json::Value* ids = json::find(*parsed, "pageIds");
  if (ids != nullptr && ids->is_array()) job.batch.page_ids = read_text_list(json::serialize(*ids));
  return job;
}

}  // namespace pagewright::releases
