#include "server/collaboration/messages.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::collaboration {
namespace {

Message share(JsonText& json) {
  return std::make_shared<const std::string>(json.take());
}

JsonText begin(std::string_view type) {
  JsonText json;
  json.text("type", type);
  return json;
}

std::string error_json(std::string_view code, std::string_view message, std::string_view path) {
  return JsonText().text("code", code).text("message", message).text("path", path).take();
}

}  // namespace

Message welcome_message(const Welcome& welcome) {
  JsonText json = begin("welcome");
  json.number("sequence", welcome.sequence);
  if (welcome.document != nullptr) {
    json.raw("document", *welcome.document);
  } else {
    std::vector<std::string_view> texts;
    for (const Message& transaction : welcome.transactions) texts.push_back(*transaction);
    json.raw("transactions", json_array(texts));
  }
  return share(json.text("branch", welcome.branch)
                   .text("role", welcome.role)
                   .boolean("canEdit", welcome.can_edit)
                   .text("library", welcome.library));
}

Message acknowledge_message(std::string_view id, std::int64_t sequence, std::string_view operations) {
  JsonText json = begin("acknowledge");
  json.text("id", id).number("sequence", sequence);
  if (!operations.empty()) json.raw("operations", operations);
  return share(json);
}

Message transaction_message(const LoggedTransaction& transaction) {
  JsonText json = begin("transaction");
  return share(json.text("id", transaction.id)
                   .number("sequence", transaction.sequence)
                   .raw("author", transaction.author.to_json())
                   .text("label", transaction.label)
                   .raw("operations", transaction.operations));
}

Message refuse_message(std::string_view id, const Error& error) {
  JsonText json = begin("refuse");
  return share(json.text("id", id).raw("error", error_json(name_of(error.code), error.message, error.path)));
}

Message page_message(const PageRecord& page) {
  JsonText json = begin("page");
  return share(json.raw("page", page.to_json()));
}

Message version_message(const VersionRecord& version) {
  JsonText json = begin("version");
  return share(json.raw("version", version.to_json()));
}

Message thread_message(std::string_view thread) {
  JsonText json = begin("comments");
  return share(json.raw("thread", thread));
}

Message thread_removed_message(std::string_view thread_id) {
  JsonText json = begin("comments");
  return share(json.text("removed", thread_id));
}

Message error_message(std::string_view code, std::string_view text) {
  JsonText json = begin("error");
  return share(json.raw("error", error_json(code, text, "")));
}

}  // namespace pagewright::collaboration
