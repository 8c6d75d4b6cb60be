#include "server/collaboration/version_record.hpp"

#include <cassert>
#include <tuple>

#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"
#include "server/compression/zstd.hpp"

namespace pagewright::collaboration {
namespace {

constexpr unsigned max_snapshot_depth = 1000;

std::string parents_of(const VersionRecord& version) {
  std::vector<std::string> parents;
  for (const std::string& id : {version.parent_id, version.merged_id})
    if (!id.empty()) parents.push_back(id);
  return text_list_json(parents);
}

JsonText members_of(const VersionRecord& version) {
  JsonText json;
  json.text("id", version.id)
      .text("pageId", version.page_id)
      .number("versionNumber", version.number)
      .text("branch", version.branch)
      .text("message", version.message)
      .raw("author", version.author.to_json())
      .boolean("isPublished", version.is_published)
      .boolean("isAutomatic", version.is_automatic)
      .time("createdAt", version.created_at)
      .raw("parents", parents_of(version))
      .raw("tags", text_list_json(version.tags));
  return json;
}

std::string layout_text(const document::Document& document) {
  JsonText layout;
  for (const auto& entry : document.layout().entries()) layout.raw(entry.key, json::serialize(*entry.value));
  return layout.take();
}

}  // namespace

std::string Author::to_json() const {
  return JsonText().text("id", id).text("name", name).take();
}
Author author_of(const http::Caller& caller) {
  return {.id = caller.user_id, .name = caller.name, .token = caller.token};
}
std::string VersionRecord::to_json() const {
  return members_of(*this).take();
}
std::string VersionRecord::to_json(std::string_view document) const {
  return members_of(*this).raw("document", document).take();
}

VersionRecord read_version(database::Row row) {
  return {.id = row.text(0),
          .page_id = row.text(1),
          .number = row.integer(2),
          .branch = row.text(3),
          .message = row.text(4),
          .author = {.id = row.text(5), .name = row.text(6)},
          .is_published = row.boolean(7),
          .is_automatic = row.boolean(8),
          .created_at = row.integer(9),
          .parent_id = row.optional_text(10).value_or(""),
          .merged_id = row.optional_text(11).value_or("")};
}

DocumentText texts_of(const document::Document& document, bool with_snapshot) {
  DocumentText texts{.layout = layout_text(document)};
  if (with_snapshot) {
    std::string ranked;
    std::tie(texts.structure, ranked) = document.json_texts();
    texts.snapshot = compression::zstd(ranked);
    texts.snapshot_hash = content_hash(ranked);
  } else {
    document.append_json(texts.structure);
  }
  // The document is {"components":[…],"layout":{…}}, where an empty layout is left out; structure is its first half.
  if (!document.layout().empty()) {
    const std::size_t tail = std::string_view(",\"layout\":").size() + texts.layout.size() + 1;
    assert(texts.structure.ends_with(texts.layout + "}") && "the layout stands last");
    texts.structure.resize(texts.structure.size() - tail);
    texts.structure += '}';
  }
  return texts;
}

Outcome<json::Value> read_snapshot(std::string_view snapshot) {
  const auto text = compression::unpack_zstd(snapshot);
  if (!text) return std::unexpected(Problem::internal("a snapshot is damaged"));
  auto value = json::parse(*text, max_snapshot_depth);
  if (!value) return std::unexpected(Problem::internal("a snapshot is damaged: " + value.error().message));
  return std::move(*value);
}

void remove_ranks(json::Value& value) {
  // Ranks stand beside an id in nodes only; props are not searched.
  json::Object* object = value.if_object();
  if (object == nullptr) return;
  if (auto* components = object->if_contains("components")) {
    if (json::Array* list = components->if_array())
      for (json::Value& node : *list) remove_ranks(node);
    return;
  }
  // Rebuilt, not erased: erasing would change the order of the members.
  json::Object without;
  for (auto& member : *object) {
    if (member.key() == "rank") continue;
    if (member.key() == "children" && member.value().is_object())
      for (auto& slot : member.value().get_object())
        if (json::Array* list = slot.value().if_array())
          for (json::Value& node : *list) remove_ranks(node);
    without.emplace(member.key(), std::move(member.value()));
  }
  *object = std::move(without);
}

}  // namespace pagewright::collaboration
