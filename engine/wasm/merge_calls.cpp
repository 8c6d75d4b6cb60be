// The calls that check, compare and merge documents, and what an author's transaction has lost to others.
#include "engine/diff/sentences.hpp"
#include "engine/document/faults.hpp"
#include "engine/merge/merge.hpp"
#include "engine/wasm/calls.hpp"

namespace pagewright::wasm {

using document::Document;

namespace {

json::Object error_json(const Error& error) {
  return {{"code", name_of(error.code)}, {"message", error.message}, {"path", error.path}};
}

}  // namespace

Result<Document> Calls::document_in(const json::Value& request, std::string_view name) {
  if (const json::Value* source = json::find(request, name)) return Document::parse(*source, TRY(library())->catalog());
  return TRY(opened())->document();
}

Result<void> Calls::diff(json::Value& request) {
  const auto library = TRY(this->library());
  const Document before = TRY(document_in(request, "before"));
  const Document after = TRY(document_in(request, "after"));
  const auto changes = pagewright::diff::difference(before, after);
  json::Array list;
  for (const pagewright::diff::Change& change : changes)
    list.push_back(pagewright::diff::to_json(change, before, after));
  json::Array sentences;
  for (const std::string& sentence : pagewright::diff::sentences(changes, before, after, library->catalog()))
    sentences.push_back(json::Value(sentence));
  append_member("changes", std::move(list));
  append_member("sentences", std::move(sentences));
  return {};
}

Result<void> Calls::faults(json::Value& request) {
  const json::Value* source = json::find(request, "document");
  if (!source)
    return fail(ErrorCode::invalid_request, "The call needs the \"document\" to look for faults in.", "/document");
  json::Array list;
  for (const Error& error : document::faults_in(*source, TRY(library())->catalog())) list.push_back(error_json(error));
  append_member("faults", std::move(list));
  return {};
}

Result<void> Calls::merge(json::Value& request) {
  const auto library = TRY(this->library());
  const Document base = TRY(document_in(request, "base"));
  const Document ours = TRY(document_in(request, "ours"));
  const Document theirs = TRY(document_in(request, "theirs"));
  pagewright::merge::Merge merged = pagewright::merge::merge(base, ours, theirs, library->catalog());
  if (const json::Value* source = json::find(request, "resolutions"))
    merged = TRY(pagewright::merge::resolve(merged, TRY(pagewright::merge::resolutions_from_json(*source)),
                                            library->catalog()))
                 .merge;
  answer_ += ",\"document\":";
  merged.merged.append_json(answer_);
  json::Array operations;
  for (const operation::Operation& operation : merged.operations) operations.push_back(operation::to_json(operation));
  append_member("operations", std::move(operations));
  append_member("conflicts", pagewright::merge::conflicts_json(merged.conflicts));
  return {};
}

void Calls::append_left_out(const std::vector<session::LeftOut>& left_out) {
  json::Array list;
  for (const session::LeftOut& each : left_out)
    list.push_back(json::Object{{"operation", operation::to_json(each.operation)}, {"error", error_json(each.error)}});
  append_member("leftOut", std::move(list));
}

}  // namespace pagewright::wasm
