// Merges of generated histories: what must hold for any three documents.
#include <gtest/gtest.h>

#include <random>

#include "engine/diff/difference.hpp"
#include "engine/merge/merge.hpp"
#include "fixtures/page_edits.hpp"

namespace pagewright::merge {
namespace {

using document::Document;
using fixtures::page_catalog;
using fixtures::PageEdits;

constexpr unsigned histories = 2000;

std::string text_of(const Document& document, document::Ranks ranks = document::Ranks::leave_out) {
  std::string out;
  document.append_json(out, ranks);
  return out;
}

// Three documents: two edits of one.
struct Triple {
  Document base;
  Document ours;
  Document theirs;
};

Triple triple(unsigned seed) {
  std::mt19937 random(seed);
  PageEdits edits([&random](unsigned below) { return static_cast<unsigned>(random() % below); });
  Triple made;
  edits.edit(made.base, "b", 30);
  made.ours = made.base;
  made.theirs = made.base;
  edits.edit(made.ours, "n", 1 + seed % 12);
  edits.edit(made.theirs, "n", 1 + seed / 12 % 12);
  return made;
}

// Every node can be reached, and the page's JSON is a valid document.
void check_valid(const Document& document) {
  const auto parsed = Document::parse(document.to_json(), page_catalog());
  ASSERT_TRUE(parsed) << parsed.error().message << " at " << parsed.error().path;
  ASSERT_EQ(parsed->size(), document.size());
  ASSERT_EQ(text_of(*parsed), text_of(document));
}

Merge merged(const Triple& triple) {
  return merge(triple.base, triple.ours, triple.theirs, page_catalog());
}

std::vector<std::string> ids_of(const Merge& merge) {
  std::vector<std::string> ids;
  for (const Conflict& conflict : merge.conflicts) ids.push_back(conflict.id);
  return ids;
}

// MERGE-2, MERGE-3
TEST(Histories, TheMergedPageIsValidAndReachedByOperations) {
  for (unsigned seed = 0; seed < histories; ++seed) {
    SCOPED_TRACE(seed);
    const Triple sides = triple(seed);
    const Merge made = merged(sides);
    ASSERT_NO_FATAL_FAILURE(check_valid(made.merged));
    Document document = sides.ours;
    const auto applied = operation::apply(document, made.operations, operation::OnConflict::refuse, page_catalog());
    ASSERT_TRUE(applied) << applied.error().message;
    ASSERT_EQ(text_of(document, document::Ranks::keep), text_of(made.merged, document::Ranks::keep));
    ASSERT_TRUE(operation::apply(document, applied->inverse, operation::OnConflict::refuse, page_catalog()));
    ASSERT_TRUE(document == sides.ours);
  }
}

bool same(const document::SharedValue& a, const json::Value* b) {
  return a && b ? json::equal(*a, *b) : !a && !b;
}

// Is this change of a side in the merged document?
struct IsTaken {
  const Document& base;
  const Document& merged;
  const Document& side;

  bool operator()(const diff::PageChanged& change) const {
    return same(change.after, merged.layout().find(change.key));
  }
  bool operator()(const diff::Inserted& change) const { return merged.find(change.id) != nullptr; }
  bool operator()(const diff::Removed& change) const { return merged.find(change.id) == nullptr; }
  bool operator()(const diff::Replaced& change) const {
    return merged.find(change.id)->component == side.find(change.id)->component;
  }
  bool operator()(const diff::Moved& change) const {
    const document::Place& wanted = side.find(change.id)->place;
    const document::Place& place = merged.find(change.id)->place;
    const document::Place& old = base.find(change.id)->place;
    // Reordered here, and put elsewhere there: that it is elsewhere counts.
    if (old.parent == wanted.parent && old.slot == wanted.slot) return true;
    return place.parent == wanted.parent && place.slot == wanted.slot;
  }
  bool operator()(const diff::SettingChanged& change) const {
    return same(change.after, merged.find(change.id)->settings.find(change.key));
  }
  bool operator()(const diff::PropChanged& change) const {
    // Rich text that both sides changed holds words of both.
    return change.key == "body" || same(change.after, merged.find(change.id)->props.find(change.key));
  }
  bool operator()(const diff::StyleChanged& change) const {
    const std::string* style = merged.find(change.id)->styles.find(change.breakpoint, change.property);
    return change.after ? style && *style == *change.after : !style;
  }
};

// MERGE-7
TEST(Histories, NothingIsLostWithoutAConflict) {
  for (unsigned seed = 0; seed < histories; ++seed) {
    SCOPED_TRACE(seed);
    const Triple sides = triple(seed);
    const Merge made = merged(sides);
    for (const Conflict& conflict : made.conflicts) ASSERT_NE(conflict.kind, ConflictKind::limit);
    if (!made.conflicts.empty()) continue;
    for (const Document* side : {&sides.ours, &sides.theirs})
      for (const diff::Change& change : diff::difference(sides.base, *side)) {
        const document::NodeId* node = diff::node_of(change);
        const bool is_removed_elsewhere = node && side->find(*node) && !made.merged.find(*node);
        ASSERT_FALSE(is_removed_elsewhere && !std::holds_alternative<diff::Moved>(change)) << node->text();
        if (is_removed_elsewhere) continue;  // reordered on one side, removed on the other
        ASSERT_TRUE(std::visit(IsTaken{sides.base, made.merged, *side}, change))
            << json::serialize(diff::to_json(change, sides.base, *side)) << text_of(made.merged);
      }
  }
}

// MERGE-1
TEST(Histories, AnUnchangedSideIsTheOtherSide) {
  for (unsigned seed = 0; seed < histories; ++seed) {
    SCOPED_TRACE(seed);
    const Triple sides = triple(seed);
    for (const Document* changed : {&sides.base, &sides.ours}) {
      const Merge theirs = merge(sides.base, sides.base, *changed, page_catalog());
      const Merge ours = merge(sides.base, *changed, sides.base, page_catalog());
      const Merge both = merge(sides.base, *changed, *changed, page_catalog());
      for (const Merge* each : {&theirs, &ours, &both}) {
        ASSERT_TRUE(each->conflicts.empty()) << each->conflicts.front().sentence;
        ASSERT_EQ(text_of(each->merged), text_of(*changed));
      }
      ASSERT_TRUE(ours.operations.empty());
      ASSERT_TRUE(both.operations.empty());
    }
  }
}

// MERGE-4
TEST(Histories, TheSidesMayChangeNames) {
  unsigned clean = 0;
  for (unsigned seed = 0; seed < histories; ++seed) {
    SCOPED_TRACE(seed);
    const Triple sides = triple(seed);
    const Merge one = merged(sides);
    const Merge other = merge(sides.base, sides.theirs, sides.ours, page_catalog());
    ASSERT_EQ(one.conflicts.empty(), other.conflicts.empty());
    if (!one.conflicts.empty()) continue;
    ++clean;
    ASSERT_EQ(text_of(one.merged), text_of(other.merged));
  }
  EXPECT_GT(clean, histories / 10);
}

// MERGE-6
TEST(Histories, RanksDontCount) {
  for (unsigned seed = 0; seed < histories / 4; ++seed) {
    SCOPED_TRACE(seed);
    const Triple sides = triple(seed);
    const auto reread = [](const Document& document) { return *Document::parse(document.to_json(), page_catalog()); };
    const Merge made = merged(sides);
    const Merge again = merge(reread(sides.base), reread(sides.ours), reread(sides.theirs), page_catalog());
    ASSERT_EQ(text_of(made.merged), text_of(again.merged));
    ASSERT_EQ(ids_of(made), ids_of(again));
  }
}

// MERGE-23, MERGE-24, MERGE-25
TEST(Histories, EveryResolutionIsAnUndoableChangeToAValidPage) {
  unsigned resolved_conflicts = 0;
  for (unsigned seed = 0; seed < histories; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    Merge made = merged(triple(seed));
    for (int round = 0; round < 4 && !made.is_clean(); ++round) {
      Resolutions resolutions;
      for (const Conflict& conflict : made.conflicts) {
        if (conflict.is_resolved) continue;
        const Choice choice = conflict.choices[random() % conflict.choices.size()];
        if (choice == Choice::value && !conflict.theirs) continue;
        resolutions[conflict.id] = {choice, choice == Choice::value ? conflict.theirs : nullptr};
        ++resolved_conflicts;
      }
      const auto resolved = resolve(made, resolutions, page_catalog());
      ASSERT_TRUE(resolved) << resolved.error().message;
      ASSERT_NO_FATAL_FAILURE(check_valid(resolved->merge.merged));
      Document document = made.merged;
      const auto applied =
          operation::apply(document, resolved->operations, operation::OnConflict::refuse, page_catalog());
      ASSERT_TRUE(applied) << applied.error().message;
      ASSERT_EQ(text_of(document), text_of(resolved->merge.merged));
      ASSERT_TRUE(operation::apply(document, applied->inverse, operation::OnConflict::refuse, page_catalog()));
      ASSERT_TRUE(document == made.merged);
      made = resolved->merge;
    }
  }
  EXPECT_GT(resolved_conflicts, 1000u);
}

}  // namespace
}  // namespace pagewright::merge
