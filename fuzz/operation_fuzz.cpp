// JSON as a transaction on a page: refused with a fault, or applied so that it can be undone and redone, writes the
// bytes that it reads, makes equal replicas, and leaves every node reachable.
#include "engine/operation/operation.hpp"
#include "fixtures/page_catalog.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;
using document::Document;
using document::Ranks;
using fixtures::page_catalog;
using operation::OnConflict;

const Document& page() {
  static const Document document = *Document::parse(
      *json::parse(
          R"({"components":[{"id":"s","component":"section","props":{"title":"Team"},"children":{"content":[{"id":"c","component":"card","props":{"title":"A","tags":["x"]}},{"id":"h","component":"heading","props":{"text":"Our clinic","level":2},"styles":{"base":{"color":"red"}}}]}},{"id":"p","component":"pair","children":{"content":[{"id":"t","component":"text","props":{"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"We open."}]}]}}},{"id":"g","component":"grid"}]}},{"id":"f","component":"form","children":{"fields":[{"id":"i","component":"input"}]}}],"layout":{"title":"Home"}})"),
      page_catalog());
  return document;
}

std::string text_of(const Document& document) {
  std::string out;
  document.append_json(out, Ranks::keep);
  return out;
}

void check_whole(const Document& document) {
  const auto read = Document::parse(document.to_json(Ranks::keep), page_catalog());
  fuzz::expect(read.has_value(), "what operations make is a document");
  fuzz::expect(read->size() == document.size(), "every node is reached");
  fuzz::expect(text_of(*read) == text_of(document), "equal documents are equal bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto source = json::parse(fuzz::text_of(bytes, size));
  if (!source) return 0;
  const auto transaction = operation::transaction_from_json(*source, page(), page_catalog());
  if (!transaction) {
    fuzz::expect(!transaction.error().message.empty(), "a refusal says what was wrong");
    return 0;
  }
  const std::string written = json::serialize(operation::to_json(*transaction));
  const auto again = operation::transaction_from_json(*json::parse(written), page(), page_catalog());
  fuzz::expect(again.has_value(), "what a transaction writes is a transaction");
  fuzz::expect(json::serialize(operation::to_json(*again)) == written, "a transaction survives its text");

  for (const OnConflict on_conflict : {OnConflict::refuse, OnConflict::leave_out}) {
    Document document = page();
    const auto applied = operation::apply(document, transaction->operations, on_conflict, page_catalog());
    if (!applied) {
      fuzz::expect(document == page(), "what is refused changes nothing");
      continue;
    }
    check_whole(document);
    Document replica = page();
    fuzz::expect(operation::apply(replica, again->operations, on_conflict, page_catalog()).has_value(),
                 "a replica applies it too");
    fuzz::expect(text_of(replica) == text_of(document), "replicas are equal");
    const std::string after = text_of(document);
    const auto undone = operation::apply(document, applied->inverse, OnConflict::refuse, page_catalog());
    fuzz::expect(undone.has_value() && text_of(document) == text_of(page()), "undo leads back");
    const auto redone = operation::apply(document, undone->inverse, OnConflict::refuse, page_catalog());
    fuzz::expect(redone.has_value() && text_of(document) == after, "redo leads forth again");
  }
  return 0;
}
