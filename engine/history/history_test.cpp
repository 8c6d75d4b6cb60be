#include "engine/history/history.hpp"

#include <gtest/gtest.h>

namespace pagewright::history {
namespace {

using operation::Operation;
using operation::SetProp;

const document::NodeId node = *document::NodeId::parse("n");

Step step(std::string label, std::string key, int value) {
  return {std::move(label), {SetProp{node, std::move(key), std::make_shared<const json::Value>(value)}}};
}

const SetProp& only(const Step* step) {
  EXPECT_EQ(step->operations.size(), 1u);
  return std::get<SetProp>(step->operations.front());
}

// HISTORY-1
TEST(History, GivesTheLastStepFirst) {
  History history;
  EXPECT_EQ(history.next_undo(), nullptr);
  history.record(step("First", "a", 1), {});
  history.record(step("Second", "a", 2), {});
  EXPECT_EQ(history.next_undo()->label, "Second");
  history.undone(step("", "a", 3).operations);
  EXPECT_EQ(history.next_undo()->label, "First");
  EXPECT_EQ(history.next_redo()->label, "Second");
  EXPECT_EQ(*only(history.next_redo()).value, json::Value(3));
  history.redone(step("", "a", 4).operations);
  EXPECT_EQ(history.next_undo()->label, "Second");
  EXPECT_EQ(history.next_redo(), nullptr);
}

// HISTORY-2
TEST(History, ANewEditEndsRedo) {
  History history;
  history.record(step("First", "a", 1), {});
  history.undone({});
  ASSERT_NE(history.next_redo(), nullptr);
  history.record(step("Other", "b", 1), {});
  EXPECT_EQ(history.next_redo(), nullptr);
}

// HISTORY-3
TEST(History, CoalescingKeepsTheOldestValueOfARegister) {
  History history;
  history.record(step("Type", "text", 1), "n/text");
  history.record(step("Type", "text", 2), "n/text");
  EXPECT_EQ(*only(history.next_undo()).value, json::Value(1));
  history.record(step("Type", "other", 3), "n/text");
  EXPECT_EQ(history.next_undo()->operations.size(), 2u);
  EXPECT_EQ(std::get<SetProp>(history.next_undo()->operations.front()).key, "other");
}

// HISTORY-4
TEST(History, AnotherFieldOrAnUndoBetweenStartsANewStep) {
  History history;
  history.record(step("Type", "text", 1), "n/text");
  history.record(step("Type", "title", 1), "n/title");
  EXPECT_EQ(only(history.next_undo()).key, "title");
  history.undone({});
  history.record(step("Type", "text", 2), "n/text");
  EXPECT_EQ(*only(history.next_undo()).value, json::Value(2));
}

// HISTORY-5
TEST(History, ForgetsTheOldestBeyondItsLimit) {
  History history;
  for (std::size_t i = 0; i < History::most_steps + 10; ++i) history.record(step(std::to_string(i), "a", 1), {});
  std::size_t count = 0;
  std::string oldest;
  for (; history.next_undo(); ++count) {
    oldest = history.next_undo()->label;
    history.undone({});
  }
  EXPECT_EQ(count, History::most_steps);
  EXPECT_EQ(oldest, "10");
}

// HISTORY-6
TEST(History, KeepsTheRestOfAStepThatIsDoneInPortions) {
  History history;
  history.record(step("First", "a", 1), {});
  history.record({"Large", {step("", "b", 1).operations.front(), step("", "c", 1).operations.front()}}, {});
  history.undone(step("", "b", 2).operations, step("", "c", 1).operations);
  EXPECT_EQ(history.next_undo()->label, "Large");
  EXPECT_EQ(only(history.next_undo()).key, "c");
  EXPECT_EQ(history.next_redo(), nullptr);
  history.undone(step("", "c", 2).operations);
  EXPECT_EQ(history.next_undo()->label, "First");
  ASSERT_EQ(history.next_redo()->operations.size(), 2u);
  EXPECT_EQ(std::get<SetProp>(history.next_redo()->operations.front()).key, "c");
  history.redone(step("", "c", 1).operations, step("", "b", 2).operations);
  history.redone(step("", "b", 1).operations);
  EXPECT_EQ(history.next_redo(), nullptr);
  EXPECT_EQ(std::get<SetProp>(history.next_undo()->operations.front()).key, "b");
}

}  // namespace
}  // namespace pagewright::history
