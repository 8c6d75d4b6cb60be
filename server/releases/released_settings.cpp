#include "server/releases/released_settings.hpp"

#include "engine/json/value.hpp"
#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::releases {

bool asks_to_be_home(const collaboration::PageRecord& record) {
  const auto metadata = json::parse(record.metadata);
  const json::Value* home = metadata ? json::find(*metadata, "home") : nullptr;
  return home != nullptr && home->is_bool() && home->get_bool();
}

std::string settings_hash(const collaboration::PageRecord& record) {
  return content_hash(JsonText()
                          .text("name", record.name)
                          .text("description", record.description)
                          .text("slug", record.slug)
                          .boolean("home", asks_to_be_home(record))
                          .take());
}

}  // namespace pagewright::releases
