#include "server/api_tokens/api_token_record.hpp"

#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"

namespace pagewright::api_tokens {

std::string ApiTokenRecord::to_json() const {
  return JsonText()
      .text("id", id)
      .text("name", name)
      .text("prefix", prefix)
      .raw("scopes", text_list_json(scopes))
      .raw("owner", JsonText().text("id", owner.id).text("name", owner.name).text("email", owner.email).take())
      .time("createdAt", created_at)
      .time("expiresAt", expires_at)
      .time("lastUsedAt", last_used_at)
      .take();
}

}  // namespace pagewright::api_tokens
