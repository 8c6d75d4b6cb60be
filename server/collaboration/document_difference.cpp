#include "server/collaboration/document_difference.hpp"

#include "engine/diff/sentences.hpp"

namespace pagewright::collaboration {

std::string difference_json(const document::Document& before, const document::Document& after,
                            const schema::Catalog& catalog) {
  const auto changes = diff::difference(before, after);
  json::Array list;
  for (const diff::Change& change : changes) list.push_back(diff::to_json(change, before, after));
  json::Array sentences;
  for (const std::string& sentence : diff::sentences(changes, before, after, catalog))
    sentences.push_back(json::Value(sentence));
  return json::serialize(json::Object{{"changes", std::move(list)}, {"sentences", std::move(sentences)}});
}

}  // namespace pagewright::collaboration
