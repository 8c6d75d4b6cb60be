#include "engine/session/session.hpp"

#include <deque>
#include <random>

#include "engine/operation/checking/check_operation.hpp"

namespace pagewright::session {
namespace {

using operation::Transaction;

std::shared_ptr<const render::Library> library() {
  static const auto compiled = [] {
    render::LibrarySource source;
    source.tokens = json::Object{};
    for (const auto* definition : operation::test_catalog().all()) {
      std::string slots;
      for (const auto& slot : definition->slots) slots += "{% slot \"" + slot.name + "\" %}";
      source.components.push_back(
          {definition->source, "<div class=\"pw-" + definition->name + "\">" + slots + "</div>", ""});
    }
    auto made = render::Library::compile(source);
    EXPECT_TRUE(made) << made.error().front().message;
    return *made;
  }();
  return compiled;
}

constexpr const char* page =
    R"({"components":[{"id":"a","component":"box","children":{"content":[{"id":"t","component":"text","props":{"text":"one"}}]}},{"id":"b","component":"box"}]})";

Session open(std::string_view source = page) {
  auto session = Session::open(library(), *json::parse(source));
  EXPECT_TRUE(session) << session.error().message;
  return std::move(*session);
}

std::string text_of(const Session& session) {
  std::string out;
  session.document().append_json(out, document::Ranks::keep);
  return out;
}

Transaction transaction(const Session& session, std::string_view id, std::string_view operations,
                        std::string_view label = "Edit") {
  const json::Value source = json::Object{{"id", id}, {"label", label}, {"operations", *json::parse(operations)}};
  auto made = operation::transaction_from_json(source, session.document(), library()->catalog());
  EXPECT_TRUE(made) << made.error().message;
  return std::move(*made);
}

// SESSION-4, SESSION-5
TEST(Session, UndoAndRedoGoThereAndBackWithLabels) {
  Session session = open();
  const std::string start = text_of(session);
  ASSERT_TRUE(session.apply(
      transaction(session, "c-1", R"([{"type":"set_prop","id":"t","key":"text","value":"two"}])", "Edit Text")));
  ASSERT_TRUE(session.apply(transaction(session, "c-2", R"([{"type":"remove_node","id":"a"}])", "Delete Box")));
  const std::string end = text_of(session);
  EXPECT_EQ(session.history().next_undo()->label, "Delete Box");
  const auto undone = session.undo("c-3");
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->to_send->label, "Undo Delete Box");
  ASSERT_TRUE(session.undo("c-4"));
  EXPECT_EQ(text_of(session), start);
  EXPECT_EQ(session.undo("c-5").error().code, ErrorCode::gone);
  EXPECT_EQ(session.history().next_redo()->label, "Edit Text");
  ASSERT_TRUE(session.redo("c-6"));
  ASSERT_TRUE(session.redo("c-7"));
  EXPECT_EQ(text_of(session), end);
  EXPECT_EQ(session.redo("c-8").error().code, ErrorCode::gone);
  EXPECT_EQ(session.pending().size(), 6u);
}

// SESSION-13
TEST(Session, AStepThatIsTooLargeIsDoneInPortions) {
  constexpr std::size_t most_bytes = 150;
  Session session = open();
  const std::string start = text_of(session);
  Session replica = open();
  const auto follow = [&](const Session::Change& change) { ASSERT_TRUE(replica.receive(*change.to_send)); };
  const Transaction removal =
      transaction(session, "c-0", R"([{"type":"remove_node","id":"a"},{"type":"remove_node","id":"b"}])", "Delete");
  follow(*session.apply(removal));
  const std::string end = text_of(session);
  std::size_t count = 0;
  const auto all_of = [&](auto step) {
    for (bool is_unfinished = true; is_unfinished;) {
      const auto change = (session.*step)("c-" + std::to_string(++count), most_bytes);
      ASSERT_TRUE(change);
      follow(*change);
      is_unfinished = change->is_unfinished;
    }
  };
  for (int times = 0; times < 2; ++times) {
    all_of(&Session::undo);
    EXPECT_EQ(text_of(session), start);
    EXPECT_EQ(text_of(replica), start);
    EXPECT_EQ(session.history().next_undo(), nullptr);
    EXPECT_EQ(session.history().next_redo()->label, "Delete");
    all_of(&Session::redo);
    EXPECT_EQ(text_of(session), end);
    EXPECT_EQ(text_of(replica), end);
  }
  EXPECT_GT(count, 6u);
  EXPECT_EQ(session.pending().size(), count + 1);
}

// SESSION-1
TEST(Session, AnEditIsSeenPendingAndSent) {
  Session session = open();
  const auto change =
      session.apply(transaction(session, "c-1", R"([{"type":"set_prop","id":"t","key":"text","value":"two"}])"));
  ASSERT_TRUE(change);
  EXPECT_NE(text_of(session).find("two"), std::string::npos);
  ASSERT_EQ(session.pending().size(), 1u);
  EXPECT_EQ(session.pending().front().id, "c-1");
  EXPECT_EQ(change->to_send->operations.size(), 1u);
}

// SESSION-3
TEST(Session, UndoLeavesOutWhatIsGone) {
  Session session = open();
  ASSERT_TRUE(session.apply(transaction(
      session, "c-1",
      R"([{"type":"set_prop","id":"t","key":"text","value":"two"},{"type":"set_page","key":"title","value":"T"}])")));
  ASSERT_TRUE(session.receive(transaction(session, "d-1", R"([{"type":"remove_node","id":"a"}])")));
  const auto undone = session.undo("c-2");
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->to_send->operations.size(), 1u);
  EXPECT_TRUE(session.document().layout().empty());
  const auto redone = session.redo("c-3");
  ASSERT_TRUE(redone);
  EXPECT_EQ(redone->to_send->operations.size(), 1u);
  EXPECT_FALSE(session.document().layout().empty());

  ASSERT_TRUE(session.apply(transaction(
      session, "c-4", R"([{"type":"set_style","id":"b","breakpoint":"base","property":"color","value":"red"}])")));
  ASSERT_TRUE(session.receive(transaction(session, "d-2", R"([{"type":"remove_node","id":"b"}])")));
  const auto nothing = session.undo("c-5");
  ASSERT_TRUE(nothing);
  EXPECT_TRUE(nothing->to_send->operations.empty());
  EXPECT_NE(session.history().next_redo(), nullptr);
}

// SESSION-2, SESSION-12
TEST(Session, AConflictOfTheAuthorsOwnChangesNothing) {
  Session session = open();
  const std::string start = text_of(session);
  const auto gone = transaction(
      session, "c-1", R"([{"type":"set_page","key":"title","value":"T"},{"type":"remove_node","id":"gone"}])");
  EXPECT_EQ(session.apply(gone).error().code, ErrorCode::gone);
  EXPECT_EQ(text_of(session), start);
  const auto ordered = session.receive(gone);
  ASSERT_TRUE(ordered);
  EXPECT_EQ(ordered->to_send->operations.size(), 1u);
}

// SESSION-12
TEST(Session, WhatTheServerCannotHaveSentChangesNothing) {
  Session session = open();
  ASSERT_TRUE(session.apply(transaction(session, "c-1", R"([{"type":"remove_node","id":"b"}])")));
  const std::string seen = text_of(session);
  const auto faulty = transaction(
      session, "d-1",
      R"([{"type":"set_page","key":"title","value":"T"},{"type":"set_prop","id":"t","key":"size","value":77}])");
  EXPECT_EQ(session.receive(faulty).error().code, ErrorCode::invalid_prop);
  EXPECT_EQ(session.acknowledge("c-1", &faulty.operations).error().code, ErrorCode::invalid_prop);
  EXPECT_EQ(session.acknowledge("c-2").error().code, ErrorCode::gone);
  EXPECT_EQ(session.refuse("c-2").error().code, ErrorCode::gone);
  EXPECT_FALSE(session.reset(*json::parse("[]"), {}));
  EXPECT_EQ(text_of(session), seen);
  EXPECT_EQ(session.pending().size(), 1u);
  EXPECT_FALSE(Session::open(library(), *json::parse("7")));
}

// SESSION-7
TEST(Session, AnAuthorSeesWhatTheServerKept) {
  Session session = open();
  const auto edit = transaction(
      session, "c-1",
      R"([{"type":"set_prop","id":"t","key":"text","value":"two"},{"type":"set_page","key":"title","value":"T"}])");
  ASSERT_TRUE(session.apply(edit));
  const std::vector<operation::Operation> kept = {edit.operations[1]};
  ASSERT_TRUE(session.acknowledge("c-1", &kept));
  EXPECT_NE(text_of(session).find("one"), std::string::npos);
  EXPECT_EQ(text_of(session).find("two"), std::string::npos);
  EXPECT_NE(text_of(session).find("\"title\":\"T\""), std::string::npos);
}

// SESSION-6
TEST(Session, TypingIsOneUndoStep) {
  Session session = open();
  const std::string start = text_of(session);
  for (const char* text : {"o", "on", "one!"})
    ASSERT_TRUE(session.apply(
        transaction(session, "c",
                    R"([{"type":"set_prop","id":"t","key":"text","value":")" + std::string(text) + "\"}]"),
        "t/text"));
  ASSERT_TRUE(session.undo("u"));
  EXPECT_EQ(text_of(session), start);
  EXPECT_EQ(session.history().next_undo(), nullptr);
}

// SESSION-7
TEST(Session, AnAcknowledgedTransactionIsNoLongerPending) {
  Session session = open();
  ASSERT_TRUE(session.apply(transaction(session, "c-1", R"([{"type":"remove_node","id":"b"}])")));
  const std::string seen = text_of(session);
  ASSERT_TRUE(session.acknowledge("c-1"));
  EXPECT_TRUE(session.pending().empty());
  EXPECT_EQ(text_of(session), seen);
  EXPECT_EQ(session.acknowledge("c-1").error().code, ErrorCode::gone);
}

// SESSION-8
TEST(Session, SaysWhichOperationsCameTooLateAndWhy) {
  Session session = open();
  const Transaction late = transaction(
      session, "c-1",
      R"([{"type":"set_prop","id":"t","key":"text","value":"mine"},{"type":"set_page","key":"title","value":"Mine"},{"type":"move_node","id":"b","place":{"parent":"a","slot":"content","rank":"V"}}])");
  ASSERT_TRUE(session.apply(late));
  Session server = open();
  const Transaction removal = transaction(server, "d-1", R"([{"type":"remove_node","id":"a"}])");
  ASSERT_TRUE(server.receive(removal));
  const auto ordered = server.receive(late);
  ASSERT_TRUE(ordered);
  ASSERT_TRUE(session.receive(removal));
  const auto acknowledged = session.acknowledge("c-1", &ordered->to_send->operations);
  ASSERT_TRUE(acknowledged);
  ASSERT_EQ(acknowledged->left_out.size(), 2u);
  EXPECT_EQ(json::serialize(operation::to_json(acknowledged->left_out[0].operation)),
            R"({"type":"set_prop","id":"t","key":"text","value":"mine"})");
  for (const LeftOut& each : acknowledged->left_out) EXPECT_EQ(each.error.code, ErrorCode::gone);
  EXPECT_EQ(acknowledged->left_out[1].error.path, "a");
  EXPECT_EQ(text_of(session), text_of(server));
}

// SESSION-9
TEST(Session, ARefusedTransactionIsTakenBackAndOthersStay) {
  Session session = open();
  ASSERT_TRUE(session.apply(transaction(session, "c-1", R"([{"type":"remove_node","id":"b"}])")));
  ASSERT_TRUE(
      session.apply(transaction(session, "c-2", R"([{"type":"set_prop","id":"t","key":"text","value":"two"}])")));
  ASSERT_TRUE(session.refuse("c-1"));
  EXPECT_NE(session.document().find(*document::NodeId::parse("b")), nullptr);
  EXPECT_NE(text_of(session).find("two"), std::string::npos);
}

// SESSION-2
TEST(Session, AFaultChangesNothing) {
  Session session = open();
  const std::string start = text_of(session);
  EXPECT_FALSE(session.apply(transaction(
      session, "c-1", R"([{"type":"remove_node","id":"b"},{"type":"set_prop","id":"t","key":"size","value":77}])")));
  EXPECT_EQ(text_of(session), start);
  EXPECT_TRUE(session.pending().empty());
  EXPECT_EQ(session.history().next_undo(), nullptr);
}

// SESSION-10
TEST(Session, PendingEditsSurviveANewBase) {
  Session session = open();
  const Transaction edit = transaction(session, "c-1", R"([{"type":"set_prop","id":"t","key":"text","value":"mine"}])");
  ASSERT_TRUE(session.apply(edit));
  ASSERT_TRUE(session.reset(
      *json::parse(R"({"components":[{"id":"t","component":"text","props":{"text":"theirs","size":4}}]})"),
      session.pending()));
  EXPECT_EQ(json::serialize(session.document().to_json()),
            R"({"components":[{"id":"t","component":"text","props":{"size":4,"text":"mine"}}]})");
}

// One author: a session with what it has sent and what the server has sent it, both in order.
struct Author {
  Session session;
  std::deque<Transaction> outgoing;
  struct News {
    bool is_own;
    Transaction transaction;
    bool is_refused;
  };
  std::deque<News> incoming;
  unsigned counter = 0;
};

std::string random_operation(std::mt19937& random, const Session& session, const std::string& fresh) {
  std::vector<document::NodePointer> nodes;
  session.document().for_each_node([&](const document::NodePointer& node) { nodes.push_back(node); });
  const auto any = [&] {
    return nodes.empty() ? std::string("none") : std::string(nodes[random() % nodes.size()]->id.text());
  };
  std::vector<std::string> boxes = {"null"};
  for (const auto& node : nodes)
    if (node->component == "box") boxes.push_back("\"" + std::string(node->id.text()) + "\"");
  const std::string parent = boxes[random() % boxes.size()];
  const std::string place =
      R"({"parent":)" + parent + R"(,"slot":")" + (parent == "null" ? "components" : "content") + R"(","before":null})";
  switch (random() % 5) {
    case 0:
      return R"({"type":"insert_node","place":)" + place + R"(,"node":{"id":")" + fresh + R"(","component":")" +
             (random() % 2 ? "box" : "text") + "\"}}";
    case 1:
      return R"({"type":"remove_node","id":")" + any() + "\"}";
    case 2:
      return R"({"type":"move_node","id":")" + any() + R"(","place":)" + place + "}";
    case 3:
      return R"({"type":"set_style","id":")" + any() + R"(","breakpoint":"base","property":"color","value":")" +
             (random() % 2 ? "red" : "blue") + "\"}";
    default:
      return R"({"type":"set_page","key":"title","value":")" + std::to_string(random() % 100) + "\"}";
  }
}

// Three authors edit, undo and redo at once; the server orders; the network delays. In the end all four hold equal
// documents.
// SESSION-11
TEST(Session, ReplicasConvergeAfterAnyInterleaving) {
  for (unsigned seed = 0; seed < 1500; ++seed) {
    std::mt19937 random(seed);
    Session server = open();
    std::vector<Author> authors;
    for (int i = 0; i < 3; ++i) authors.push_back({open(), {}, {}});
    const auto serve = [&](std::size_t index) {
      Author& author = authors[index];
      if (author.outgoing.empty()) return;
      const Transaction sent = std::move(author.outgoing.front());
      author.outgoing.pop_front();
      const auto ordered = server.receive(sent);
      for (std::size_t i = 0; i < authors.size(); ++i) {
        if (i == index)
          authors[i].incoming.push_back({true, ordered ? *ordered->to_send : sent, !ordered});
        else if (ordered)
          authors[i].incoming.push_back({false, *ordered->to_send, false});
      }
    };
    const auto deliver = [&](Author& author) {
      if (author.incoming.empty()) return;
      const Author::News news = std::move(author.incoming.front());
      author.incoming.pop_front();
      if (!news.is_own)
        ASSERT_TRUE(author.session.receive(news.transaction));
      else if (news.is_refused)
        ASSERT_TRUE(author.session.refuse(news.transaction.id));
      else
        ASSERT_TRUE(author.session.acknowledge(news.transaction.id, &news.transaction.operations));
    };
    for (int step = 0; step < 200; ++step) {
      const std::size_t index = random() % authors.size();
      Author& author = authors[index];
      const std::string id = std::string(1, static_cast<char>('A' + index)) + std::to_string(++author.counter);
      switch (random() % 4) {
        case 0: {
          Result<Session::Change> change = [&]() -> Result<Session::Change> {
            switch (random() % 6) {
              case 0:
                return author.session.undo(id);
              case 1:
                return author.session.redo(id);
              default: {
                const json::Value source = json::Object{
                    {"id", id},
                    {"label", "Edit"},
                    {"operations", json::Array{*json::parse(random_operation(random, author.session, id))}}};
                auto edit = operation::transaction_from_json(source, author.session.document(), library()->catalog());
                if (!edit) return std::unexpected(edit.error());
                return author.session.apply(std::move(*edit));
              }
            }
          }();
          if (change) author.outgoing.push_back(*change->to_send);
          break;
        }
        case 1:
          serve(index);
          break;
        default:
          deliver(author);
      }
    }
    for (std::size_t i = 0; i < authors.size(); ++i)
      while (!authors[i].outgoing.empty()) serve(i);
    for (Author& author : authors) {
      while (!author.incoming.empty()) deliver(author);
      ASSERT_TRUE(author.session.pending().empty());
      ASSERT_EQ(text_of(author.session), text_of(server)) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace pagewright::session
