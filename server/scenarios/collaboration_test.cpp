#include <gtest/gtest.h>

#include "engine/session/session.hpp"
#include "server/components/built_in_library.hpp"
#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

// What an editor's engine does with the messages.
class Replica {
 public:
  explicit Replica(const json::Value& welcome)
      : session_(session::Session::open(
                     render::Library::compile(components::BuiltInLibrary().source(components::BuiltInLibrary().theme()))
                         .value(),
                     *json::find(welcome, "document"))
                     .value()) {}

  void receive(const json::Value& message) {
    const auto transaction =
        operation::transaction_from_json(message, session_.document(), session_.library().catalog());
    ASSERT_TRUE(transaction) << transaction.error().message;
    ASSERT_TRUE(session_.receive(*transaction));
  }
  // Applies, and gives the message that submits it.
  std::string apply(const std::string& id, const std::string& operation) {
    const auto source = json::parse(submit(id, operation)).value();
    auto transaction = operation::transaction_from_json(*json::find(source, "transaction"), session_.document(),
                                                        session_.library().catalog());
    EXPECT_TRUE(transaction) << transaction.error().message;
    auto change = session_.apply(std::move(*transaction));
    EXPECT_TRUE(change) << change.error().message;
    return R"({"type":"submit","transaction":)" + json::serialize(operation::to_json(*change->to_send)) + "}";
  }
  void acknowledge(const json::Value& message) { ASSERT_TRUE(session_.acknowledge(id_of(message))); }
  [[nodiscard]] std::string document() const { return json::serialize(session_.document().to_json()); }

 private:
  session::Session session_;
};

TEST(Collaboration, EditsAreAcknowledgedAndReachOthers) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  const auto welcome = ada->client_receives();
  ASSERT_EQ(type_of(welcome), "welcome");
  EXPECT_EQ(sequence_of(welcome), 0);
  EXPECT_TRUE(json::find(welcome, "canEdit")->get_bool());
  const auto ben = editors.connect({.caller = As::admin, .page_id = id, .client_id = "ben"});
  ASSERT_EQ(type_of(ben->client_receives()), "welcome");

  ada->client_sends(submit("ada-1", set_text("h1", "Changed")));
  const auto acknowledge = ada->client_receives();
  EXPECT_EQ(type_of(acknowledge), "acknowledge");
  EXPECT_EQ(id_of(acknowledge), "ada-1");
  EXPECT_EQ(sequence_of(acknowledge), 1);
  EXPECT_FALSE(json::find(acknowledge, "operations"));
  const auto told = ben->client_receives();
  EXPECT_EQ(type_of(told), "transaction");
  EXPECT_EQ(id_of(told), "ada-1");
  EXPECT_EQ(json::find_string(*json::find(told, "author"), "name"), "editor");
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find("Changed"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), 1);
}

TEST(Collaboration, TwoReplicasThatEditAtOnceEndEqual) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  auto editors = std::make_unique<Editors>(installation);
  const auto ada = editors->connect({.page_id = id, .client_id = "ada"});
  const auto ben = editors->connect({.caller = As::admin, .page_id = id, .client_id = "ben"});
  Replica adas(ada->client_receives());
  Replica bens(ben->client_receives());
  const auto insert = [](const std::string& node, const std::string& before) {
    return R"({"type":"insert_node","place":{"parent":null,"slot":"components","before":)" + before +
           R"(},"node":{"id":")" + node + R"(","component":"text"}})";
  };
  constexpr int rounds = 20;
  for (int i = 0; i < rounds; ++i) {
    const std::string number = std::to_string(i);
    ada->client_sends(
        adas.apply("ada-" + number, i % 2 ? set_text("h1", "Ada " + number) : insert("a" + number, "\"h2\"")));
    ben->client_sends(
        bens.apply("ben-" + number, i % 2 ? set_text("h1", "Ben " + number) : insert("b" + number, "\"h2\"")));
  }
  for (int i = 0; i < 2 * rounds; ++i) {
    for (const auto& [socket, replica] : {std::pair(&ada, &adas), std::pair(&ben, &bens)}) {
      const auto message = (*socket)->client_receives();
      if (type_of(message) == "acknowledge") {
        replica->acknowledge(message);
      } else {
        ASSERT_EQ(type_of(message), "transaction");
        replica->receive(message);
      }
    }
  }
  EXPECT_EQ(adas.document(), bens.document());
  const auto page = installation.get(As::viewer, "/pages/" + id).json();
  EXPECT_EQ(json::serialize(*json::find(*json::find(page, "structure"), "components")),
            json::serialize(*json::find(json::parse(adas.document()).value(), "components")));
  editors.reset();
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).json(), page);
}

TEST(Collaboration, ResubmittingIsAcknowledgedAndNotAppliedTwice) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  for (int i = 0; i < 3; ++i) ada->client_sends(submit("ada-1", set_text("h1", "Once")));
  for (int i = 0; i < 3; ++i) {
    const auto message = ada->client_receives();
    EXPECT_EQ(type_of(message), "acknowledge");
    EXPECT_EQ(sequence_of(message), 1);
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), 1);
}

TEST(Collaboration, SurvivesAnAbruptEndAndResumes) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    ada->client_receives();
    for (int i = 1; i <= 5; ++i) {
      ada->client_sends(submit("ada-" + std::to_string(i), set_text("h1", "Text " + std::to_string(i))));
      ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
    }
  }
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find("Text 5"), std::string::npos);
  Editors editors(installation);
  const auto back = editors.connect({.page_id = id, .client_id = "ada", .since = 2});
  const auto welcome = back->client_receives();
  EXPECT_EQ(sequence_of(welcome), 5);
  EXPECT_FALSE(json::find(welcome, "document"));
  const auto& transactions = json::find(welcome, "transactions")->get_array();
  ASSERT_EQ(transactions.size(), 3U);
  EXPECT_EQ(id_of(transactions[0]), "ada-3");
  EXPECT_EQ(id_of(transactions[2]), "ada-5");
  back->client_sends(submit("ada-5", set_text("h1", "Text 5")));
  EXPECT_EQ(sequence_of(back->client_receives()), 5);

  const auto too_new = editors.connect({.page_id = id, .client_id = "ada2", .since = 99});
  EXPECT_TRUE(json::find(too_new->client_receives(), "document"));
}

TEST(Collaboration, FaultsAreRefusedAndConflictsLeftOut) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", R"({"type":"set_prop","id":"h1","key":"nonsense","value":1})"));
  auto message = ada->client_receives();
  EXPECT_EQ(type_of(message), "refuse");
  EXPECT_EQ(json::find_string(*json::find(message, "error"), "code"), "unknown_prop");
  ada->client_sends(submit("ben-1", set_text("h1", "Not mine")));
  EXPECT_EQ(type_of(ada->client_receives()), "refuse");
  ada->client_sends(submit("ada-2", set_text("gone", "x") + "," + set_text("h2", "Kept")));
  message = ada->client_receives();
  EXPECT_EQ(type_of(message), "acknowledge");
  ASSERT_TRUE(json::find(message, "operations"));
  EXPECT_EQ(json::find(message, "operations")->get_array().size(), 1U);
}

TEST(Collaboration, RestChangesReachOpenEditors) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  installation.put(As::admin, "/pages/" + id, R"({"layout":{"title":"New title"}})");
  auto message = ada->client_receives();
  EXPECT_EQ(type_of(message), "transaction");
  EXPECT_EQ(type_of(ada->client_receives()), "version");
  EXPECT_EQ(type_of(ada->client_receives()), "page");
  installation.put(As::admin, "/pages/" + id, R"({"name":"Renamed"})");
  message = ada->client_receives();
  EXPECT_EQ(type_of(message), "page");
  EXPECT_EQ(json::find_string(*json::find(message, "page"), "name"), "Renamed");
  installation.remove(As::admin, "/pages/" + id);
  EXPECT_EQ(ada->close_code(), 4404);
}

TEST(Collaboration, OnlyWhoMayEditEdits) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto viewer = editors.connect({.caller = As::viewer, .page_id = id, .client_id = "eve"});
  EXPECT_FALSE(json::find(viewer->client_receives(), "canEdit")->get_bool());
  viewer->client_sends(submit("eve-1", set_text("h1", "No")));
  EXPECT_EQ(viewer->close_code(), 4403);
  EXPECT_EQ(editors.connect({.caller = As::stranger, .page_id = id, .client_id = "eve"})->close_code(), 4404);
  EXPECT_EQ(editors.connect({.caller = As::nobody, .page_id = id, .client_id = "eve"})->close_code(), 4401);
  EXPECT_EQ(editors.connect({.page_id = "nonsense", .client_id = "eve"})->close_code(), 4404);
  EXPECT_EQ(editors.connect({.page_id = id, .client_id = "not an id!"})->close_code(), 1008);
  const auto silent = editors.connect();
  silent->client_sends("{}");
  EXPECT_EQ(silent->close_code(), 4408);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), 0);
}

TEST(Collaboration, AFailedCommitIsNeitherShownNorAcknowledged) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  installation.refuse_inserts("page_operations");
  ada->client_sends(submit("ada-1", set_text("h1", "Lost")));
  EXPECT_EQ(ada->close_code(), 1012);
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).body.find("Lost"), std::string::npos);
  installation.accept_inserts("page_operations");
  const auto back = editors.connect({.page_id = id, .client_id = "ada", .since = 0});
  EXPECT_EQ(sequence_of(back->client_receives()), 0);
  back->client_sends(submit("ada-1", set_text("h1", "Found")));
  EXPECT_EQ(type_of(back->client_receives()), "acknowledge");
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find("Found"), std::string::npos);
}

TEST(Collaboration, ManyEditsAreSnapshotAndReopened) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    ada->client_receives();
    for (int i = 1; i <= 450; ++i)
      ada->client_sends(submit("ada-" + std::to_string(i), set_text("h1", "Text " + std::to_string(i))));
    for (int i = 1; i <= 450; ++i) ASSERT_EQ(sequence_of(ada->client_receives()), i);
  }
  EXPECT_GE(installation.count("SELECT snapshot_sequence FROM page_branches"), 200);
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find("Text 450"), std::string::npos);
  Editors editors(installation);
  const auto back = editors.connect({.page_id = id, .client_id = "ada", .since = 10});
  EXPECT_EQ(json::find(back->client_receives(), "transactions")->get_array().size(), 440U);
}

TEST(Collaboration, FiveMinutesOfChangesMakeAVersion) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    ada->client_receives();
    ada->client_sends(submit("ada-1", set_text("h1", "Early")));
    ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions"), 1);
  ASSERT_TRUE(installation.run_sql("UPDATE page_versions SET created_at = created_at - 301000"));
  installation.restart_abruptly();
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-2", set_text("h1", "Late")));
  for (const char* type : {"version", "page"}) {
    auto message = ada->client_receives();
    if (type_of(message) == "acknowledge") message = ada->client_receives();
    EXPECT_EQ(type_of(message), type);
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_versions WHERE commit_message = 'Auto-save'"), 1);
}

TEST(Collaboration, ARevokedSessionIsDisconnectedAndAFreshTokenIsTaken) {
  Installation installation;
  const std::string id = installation.create_page("Shared", two_headings);
  const auto signed_in = installation.post(
      As::nobody, "/auth/login", R"({"email":"editor@riverside.example","password":")" + std::string(password) + "\"}");
  Editors editors(installation);
  const auto ada = editors.connect();
  ada->client_sends(R"({"type":"hello","accessToken":")" + signed_in.text("accessToken") + R"(","pageId":")" + id +
                    R"(","clientId":"ada","since":null})");
  EXPECT_EQ(type_of(ada->client_receives()), "welcome");
  const auto authenticate = [](const std::string& token) {
    return R"({"type":"authenticate","accessToken":")" + token + "\"}";
  };

  // The session ends, but the connection has taken another one's token meanwhile.
  ada->client_sends(authenticate(installation.token(As::editor)));
  ada->client_sends(submit("ada-1", set_text("h1", "In between")));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");
  installation.request(As::nobody, http::Method::post, "/auth/logout", "", {{"Cookie", signed_in.refresh_cookie()}});
  ada->client_sends(submit("ada-2", set_text("h1", "Still here")));
  EXPECT_EQ(type_of(ada->client_receives()), "acknowledge");

  ada->client_sends(authenticate(signed_in.text("accessToken")));
  EXPECT_EQ(ada->close_code(), 4401);
  const auto others = editors.connect({.page_id = id, .client_id = "eve"});
  EXPECT_EQ(type_of(others->client_receives()), "welcome");
  others->client_sends(authenticate(installation.token(As::admin)));
  EXPECT_EQ(others->close_code(), 4401);  // a token of somebody else
}

TEST(Collaboration, ALargePageIsEditedWithoutWritingItOut) {
  Installation installation;
  std::string nodes;
  for (int i = 0; i < 10'000; ++i)
    nodes += (i > 0 ? "," : "") +
             (R"({"id":"n)" + std::to_string(i) + R"(","component":"heading","props":{"text":"A heading"}})");
  const std::string id = installation.create_page("Large", "\"structure\":{\"components\":[" + nodes + "]}");
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ASSERT_EQ(json::find(*json::find(ada->client_receives(), "document"), "components")->get_array().size(), 10'000U);
  const auto started = std::chrono::steady_clock::now();
  constexpr int edits = 150;
  for (int i = 1; i <= edits; ++i)
    ada->client_sends(submit("ada-" + std::to_string(i), set_text("n" + std::to_string(i), "New")));
  for (int i = 1; i <= edits; ++i) ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  const auto elapsed = std::chrono::steady_clock::now() - started;
  // Writing the document out once takes longer than this for each.
  EXPECT_LT(elapsed / edits, std::chrono::milliseconds(10));
}

}  // namespace
}  // namespace pagewright::scenarios
