#include "server/audit/chain.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace pagewright::audit {
namespace {

const ChainedRow row{.organization_id = "o",
                     .sequence = 2,
                     .id = "r",
                     .actor_id = "u",
                     .action = "page.updated",
                     .subject_id = "p",
                     .created_at = 1'764'066'665'123,
                     .detail = "{}"};

// The format in docs/formats/audit-log.md, written out: whoever checks a log by other means gets the same.
TEST(AuditChain, HashesWhatTheFormatSays) {
  const ChainedRow first{
      .organization_id = "o", .sequence = 1, .id = "r", .action = "a", .subject_id = "s", .detail = "{}"};
  EXPECT_EQ(hash_of(first, ""), "88b6d8188426dcc4ac0f535246b9a9d86fdd5c82b290eafd7e70951b79b02ae7");
}

TEST(AuditChain, EveryColumnAndTheRowBeforeChangeTheHash) {
  std::vector<ChainedRow> others(9, row);
  others[0].organization_id = "x";
  others[1].sequence = 3;
  others[2].id = "x";
  others[3].actor_id = "x";
  others[4].actor_id.reset();
  others[5].action = "x";
  others[6].subject_id = "x";
  others[7].created_at += 1;
  others[8].detail = "{ }";
  std::set<std::string> hashes{hash_of(row, "before"), hash_of(row, "other"), hash_of(row, "")};
  for (const ChainedRow& other : others) hashes.insert(hash_of(other, "before"));
  EXPECT_EQ(hashes.size(), 12U);
}

TEST(AuditChain, FieldsCannotPassForEachOther) {
  ChainedRow one = row;
  one.action = "ab";
  one.subject_id = "c";
  ChainedRow other = row;
  other.action = "a";
  other.subject_id = "bc";
  EXPECT_NE(hash_of(one, ""), hash_of(other, ""));
  // Nobody, and somebody without a name.
  one = other = row;
  one.actor_id = "";
  other.actor_id.reset();
  EXPECT_NE(hash_of(one, ""), hash_of(other, ""));
}

}  // namespace
}  // namespace pagewright::audit
