// Bytes as the chance behind three documents, two of them edits of the first, and behind the choices that resolve what
// conflicts: every merge is a valid document that operations reach and undo leaves, and an unchanged side changes
// nothing.
#include "engine/diff/sentences.hpp"
#include "engine/diff/transition.hpp"
#include "engine/merge/merge.hpp"
#include "fixtures/page_edits.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;
using document::Document;
using fixtures::page_catalog;

std::string text_of(const Document& document, document::Ranks ranks = document::Ranks::leave_out) {
  std::string out;
  document.append_json(out, ranks);
  return out;
}

void check_valid(const Document& document) {
  const auto parsed = Document::parse(document.to_json(), page_catalog());
  fuzz::expect(parsed.has_value(), "a merged document is valid");
  fuzz::expect(parsed->size() == document.size(), "every node is reached");
}

void check_steps(const Document& from, const std::vector<operation::Operation>& operations, const Document& to) {
  Document document = from;
  const auto applied = operation::apply(document, operations, operation::OnConflict::refuse, page_catalog());
  fuzz::expect(applied.has_value(), "the operations apply");
  fuzz::expect(text_of(document) == text_of(to), "the operations lead there");
  fuzz::expect(operation::apply(document, applied->inverse, operation::OnConflict::refuse, page_catalog()).has_value(),
               "the operations can be undone");
  fuzz::expect(document == from, "undo leads back");
}

void check_unchanged_side(const Document& base, const Document& changed) {
  const merge::Merge ours = merge::merge(base, changed, base, page_catalog());
  const merge::Merge theirs = merge::merge(base, base, changed, page_catalog());
  fuzz::expect(ours.conflicts.empty() && theirs.conflicts.empty(), "an unchanged side does not conflict");
  fuzz::expect(ours.operations.empty(), "an unchanged side changes nothing");
  fuzz::expect(text_of(theirs.merged) == text_of(changed), "a merge with an unchanged side is the other side");
}

void check_difference(const Document& before, const Document& after) {
  const auto changes = diff::difference(before, after);
  fuzz::expect(changes.empty() == (text_of(before) == text_of(after)), "equal documents have no difference");
  for (const diff::Change& change : changes) (void)diff::to_json(change, before, after);
  fuzz::expect(changes.empty() == diff::sentences(changes, before, after, page_catalog()).empty(),
               "each difference is told");
}

void check_read_in_place(const Document& present, const Document& wanted) {
  const auto read = Document::parse(wanted.to_json(), page_catalog(), present);
  fuzz::expect(read.has_value(), "a document reads in place of any other");
  fuzz::expect(text_of(*read) == text_of(wanted), "it is what its text says");
  fuzz::expect(read->json_texts() == std::pair(text_of(*read), text_of(*read, document::Ranks::keep)),
               "both texts at once are what either is alone");
  check_steps(present, diff::operations_between(present, *read), wanted);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::size_t at = 0;
  const auto chance = [&](unsigned below) { return at < size ? bytes[at++] % below : 0; };
  fixtures::PageEdits edits(chance);
  Document base;
  edits.edit(base, "b", 4 + chance(30));
  Document ours = base;
  Document theirs = base;
  edits.edit(ours, "n", 1 + chance(12));
  edits.edit(theirs, "n", 1 + chance(12));

  check_difference(base, ours);
  check_read_in_place(base, ours);
  check_read_in_place(ours, theirs);
  check_unchanged_side(base, ours);
  check_unchanged_side(base, theirs);
  merge::Merge merged = merge::merge(base, ours, theirs, page_catalog());
  check_valid(merged.merged);
  check_steps(ours, merged.operations, merged.merged);
  const merge::Merge mirrored = merge::merge(base, theirs, ours, page_catalog());
  fuzz::expect(merged.conflicts.empty() == mirrored.conflicts.empty(), "the sides may change names");
  if (merged.conflicts.empty())
    fuzz::expect(text_of(merged.merged) == text_of(mirrored.merged), "a clean merge does not depend on the names");

  for (int round = 0; round < 3 && !merged.is_clean(); ++round) {
    merge::Resolutions resolutions;
    for (const merge::Conflict& conflict : merged.conflicts) {
      const merge::Choice choice = conflict.choices[chance(static_cast<unsigned>(conflict.choices.size()))];
      if (choice == merge::Choice::value && !conflict.theirs) continue;
      resolutions[conflict.id] = {choice, choice == merge::Choice::value ? conflict.theirs : nullptr};
    }
    const auto resolved = merge::resolve(merged, resolutions, page_catalog());
    fuzz::expect(resolved.has_value(), "what a conflict offers resolves it");
    check_valid(resolved->merge.merged);
    check_steps(merged.merged, resolved->operations, resolved->merge.merged);
    merged = resolved->merge;
  }
  return 0;
}
