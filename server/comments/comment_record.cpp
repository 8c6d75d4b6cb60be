#include "server/comments/comment_record.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::comments {
namespace {

template <typename Records>
std::string array_of(const Records& records) {
  std::vector<std::string> items;
  for (const auto& record : records) items.push_back(record.to_json());
  return json_array(items);
}

}  // namespace

std::string Person::to_json() const {
  return JsonText().text("id", id).text("name", name).take();
}

std::string Comment::to_json() const {
  return JsonText()
      .text("id", id)
      .raw("author", author.to_json())
      .text("body", body)
      .raw("mentions", array_of(mentions))
      .time("createdAt", created_at)
      .time("editedAt", edited_at)
      .take();
}

std::string Thread::to_json() const {
  return JsonText()
      .text("id", id)
      .text("pageId", page_id)
      .raw("node", node_id.empty() ? "null" : JsonText().text("id", node_id).text("name", node_name).take())
      .time("createdAt", created_at)
      .time("updatedAt", updated_at)
      .time("resolvedAt", resolved_at)
      .raw("resolvedBy", resolved_by ? resolved_by->to_json() : "null")
      .raw("comments", array_of(comments))
      .take();
}

}  // namespace pagewright::comments
