// Comments on the parts of a page.
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/editors.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

std::string said(const std::string& text) {
  return R"({"body":")" + text + "\"}";
}

std::string mention(const std::string& user_id) {
  return "<@" + user_id + ">";
}

class Comments : public testing::Test {
 protected:
  explicit Comments(Installation::Options options = {}) : installation_(std::move(options)) {}

  Answer begin(As caller, const std::string& text, const std::string& node = "h1") {
    return installation_.post(caller, threads_, R"({"nodeId":")" + node + R"(","body":")" + text + "\"}");
  }
  std::string begun(As caller, const std::string& text) { return begin(caller, text).text("id"); }
  Answer reply(As caller, const std::string& thread, const std::string& text) {
    return installation_.post(caller, threads_ + "/" + thread + "/comments", said(text));
  }
  Answer resolve(As caller, const std::string& thread, bool is_resolved = true) {
    return patch(installation_, caller, threads_ + "/" + thread,
                 is_resolved ? R"({"isResolved":true})" : R"({"isResolved":false})");
  }
  // The ids of a thread's comments, the oldest first.
  static std::vector<std::string> comments(const Answer& thread) {
    std::vector<std::string> ids;
    const json::Value body = thread.json();
    for (const json::Value& comment : json::find(body, "comments")->get_array()) ids.push_back(id_of(comment));
    return ids;
  }
  Answer get(const std::string& thread) { return installation_.get(As::viewer, threads_ + "/" + thread); }

  Installation installation_;
  const std::string page_ = installation_.create_page("Our clinic", two_headings);
  const std::string threads_ = "/pages/" + page_ + "/threads";
};

TEST_F(Comments, AreSaidAboutAPartAndAnswered) {
  check(installation_, {.name = "begin",
                        .caller = As::editor,
                        .method = Method::post,
                        .path = threads_,
                        .body = R"({"nodeId":"h1","body":"  Is this right?  "})",
                        .status = 201,
                        .contains = {R"("node":{"id":"h1","name":"Heading “One”"})", R"("body":"Is this right?")",
                                     R"("name":"editor")", R"("resolvedAt":null)"},
                        .events = {"comment.created"}});
  const std::string thread = begun(As::editor, "And this?");
  const Answer answered = reply(As::viewer, thread, "Yes.");
  EXPECT_EQ(answered.status, 201U) << answered.body;
  EXPECT_EQ(comments(answered).size(), 2U);
  check(installation_, {.name = "list",
                        .caller = As::viewer,
                        .path = threads_ + "?node=h1",
                        .contains = {R"("total":2)", R"("counts":{"open":2,"resolved":0})", "And this?", "Yes."}});
  check(
      installation_,
      {.name = "of another part", .caller = As::viewer, .path = threads_ + "?node=h2", .contains = {R"("items":[])"}});
  EXPECT_EQ(installation_.post(As::viewer, threads_, said("About all of it")).status, 201U);
}

TEST_F(Comments, AreNotAboutWhatIsNotThere) {
  for (const std::string& node : {std::string("h9"), std::string("not an id!")})
    EXPECT_EQ(begin(As::editor, "What?", node).status, 422U);
  for (const std::string& body : {std::string("{}"), said(""), said("   "), said(std::string(4001, 'x')),
                                  std::string(R"({"body":"x","more":1})"), std::string(R"({"body":1})")})
    EXPECT_EQ(installation_.post(As::editor, threads_, body).status, 422U) << body;
  const std::string nothing = "01900000-0000-7000-8000-000000000000";
  EXPECT_EQ(get(nothing).status, 404U);
  EXPECT_EQ(reply(As::editor, nothing, "x").status, 404U);
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM comment_threads"), 0);
}

TEST_F(Comments, AreResolvedByTheirAuthorAndByEditors) {
  const std::string theirs = begun(As::editor, "Resolve me");
  EXPECT_EQ(resolve(As::viewer, theirs).status, 403U);
  check(installation_, {.name = "resolve",
                        .caller = As::admin,
                        .method = Method::patch,
                        .path = threads_ + "/" + theirs,
                        .body = R"({"isResolved":true})",
                        .contains = {R"("resolvedBy":{"id":")" + admin_id(installation_)},
                        .absent = {R"("resolvedAt":null)"},
                        .events = {"comment.resolved"}});
  check(installation_, {.name = "once is enough",
                        .caller = As::admin,
                        .method = Method::patch,
                        .path = threads_ + "/" + theirs,
                        .body = R"({"isResolved":true})"});
  check(installation_, {.name = "counted",
                        .caller = As::viewer,
                        .path = threads_,
                        .contains = {R"("items":[])", R"("counts":{"open":0,"resolved":1})"}});
  check(installation_,
        {.name = "found", .caller = As::viewer, .path = threads_ + "?state=resolved", .contains = {"Resolve me"}});
  // An answer opens it again.
  EXPECT_EQ(reply(As::viewer, theirs, "Not yet").status, 201U);
  EXPECT_NE(get(theirs).body.find(R"("resolvedAt":null)"), std::string::npos);
  const std::string own = begun(As::viewer, "Mine");
  EXPECT_EQ(resolve(As::viewer, own).status, 200U);
  EXPECT_EQ(resolve(As::viewer, own, false).status, 200U);
}

TEST_F(Comments, AreChangedByTheirAuthorAlone) {
  const std::string thread = begun(As::viewer, "Teh text");
  const std::string comment = threads_ + "/" + thread + "/comments/" + comments(get(thread)).front();
  for (const As caller : {As::editor, As::admin})
    EXPECT_EQ(patch(installation_, caller, comment, said("My words")).status, 403U);
  check(installation_, {.name = "edit",
                        .caller = As::viewer,
                        .method = Method::patch,
                        .path = comment,
                        .body = said("The text"),
                        .contains = {"The text"},
                        .absent = {"Teh", R"("editedAt":null)"},
                        .events = {"comment.edited"}});
}

TEST_F(Comments, AreDeletedByTheirAuthorAndByEditors) {
  const std::string thread = begun(As::viewer, "First");
  const std::string path = threads_ + "/" + thread + "/comments/";
  reply(As::editor, thread, "Second");
  reply(As::viewer, thread, "Third");
  const auto ids = comments(get(thread));
  ASSERT_EQ(ids.size(), 3U);
  EXPECT_EQ(installation_.remove(As::viewer, path + ids[1]).status, 403U);
  EXPECT_EQ(installation_.remove(As::viewer, path + ids[0]).status, 403U);  // others have answered
  EXPECT_EQ(installation_.remove(As::viewer, path + ids[2]).status, 204U);
  EXPECT_EQ(comments(get(thread)).size(), 2U);
  check(installation_, {.name = "all of it",
                        .caller = As::admin,
                        .method = Method::delete_,
                        .path = path + ids[0],
                        .status = 204,
                        .events = {"comment.deleted"}});
  EXPECT_EQ(get(thread).status, 404U);
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM comments"), 0);
  const std::string own = begun(As::viewer, "Alone");
  EXPECT_EQ(installation_.remove(As::viewer, threads_ + "/" + own + "/comments/" + comments(get(own))[0]).status, 204U);
}

TEST_F(Comments, AreForThoseWhoMayViewThePage) {
  const std::string thread = begun(As::editor, "Between us");
  EXPECT_EQ(installation_.get(As::stranger, threads_).status, 404U);
  EXPECT_EQ(installation_.get(As::nobody, threads_).status, 401U);
  EXPECT_EQ(reply(As::stranger, thread, "Hello").status, 404U);
  ASSERT_EQ(installation_.put(As::admin, "/pages/" + page_ + "/access", R"({"access":"restricted"})").status, 200U);
  EXPECT_EQ(installation_.get(As::viewer, threads_).status, 404U);
  EXPECT_EQ(reply(As::viewer, thread, "Hello").status, 404U);
  EXPECT_EQ(begin(As::editor, mention(viewer_id(installation_)) + " look").status, 422U);
  check(installation_, {.name = "nobody else to mention",
                        .caller = As::editor,
                        .path = "/pages/" + page_ + "/readers",
                        .contains = {R"("name":"editor")", R"("name":"admin")"},
                        .absent = {R"("name":"viewer")", "elsewhere", "@"}});
  // A comment of another page is not found by this one.
  const std::string other = installation_.create_page("Other");
  EXPECT_EQ(installation_.get(As::admin, "/pages/" + other + "/threads/" + thread).status, 404U);
}

TEST_F(Comments, StayWhenTheirPartIsRemovedAndGoWithThePage) {
  const std::string thread = begun(As::editor, "Still about this");
  ASSERT_EQ(installation_.put(As::editor, "/pages/" + page_, R"({"structure":{"components":[]}})").status, 200U);
  EXPECT_NE(get(thread).body.find(R"("name":"Heading “One”")"), std::string::npos);
  EXPECT_EQ(reply(As::editor, thread, "It is gone").status, 201U);
  const std::string copy = installation_.post(As::editor, "/pages/" + page_ + "/duplicate", "{}").text("id");
  EXPECT_NE(installation_.get(As::editor, "/pages/" + copy + "/threads").body.find(R"("total":0)"), std::string::npos);
  ASSERT_EQ(installation_.remove(As::admin, "/pages/" + page_).status, 204U);
  EXPECT_EQ(get(thread).status, 404U);
}

TEST_F(Comments, ReachWhoHasThePageOpen) {
  Editors editors(installation_);
  const auto viewer = editors.connect({.caller = As::viewer, .page_id = page_, .client_id = "eve"});
  ASSERT_EQ(type_of(viewer->client_receives()), "welcome");
  const std::string thread = begun(As::editor, "Look");
  auto told = viewer->client_receives();
  EXPECT_EQ(type_of(told), "comments");
  EXPECT_EQ(id_of(*json::find(told, "thread")), thread);
  const auto before = json::find_string(*json::find(told, "thread"), "updatedAt");
  reply(As::admin, thread, "Seen");
  const auto again = viewer->client_receives();
  EXPECT_GT(json::find_string(*json::find(again, "thread"), "updatedAt"), before);
  const auto first = comments(get(thread)).front();
  installation_.remove(As::admin, threads_ + "/" + thread + "/comments/" + first);
  EXPECT_EQ(json::find_string(viewer->client_receives(), "removed"), thread);
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM page_operations"), 0);
}

TEST_F(Comments, ReachThemInTheOrderInWhichTheyWereSaid) {
  Editors editors(installation_);
  const auto viewer = editors.connect({.caller = As::viewer, .page_id = page_, .client_id = "eve"});
  ASSERT_EQ(type_of(viewer->client_receives()), "welcome");
  const std::string thread = begun(As::editor, "All at once");
  constexpr int each = 15;
  {
    std::vector<std::jthread> people;
    for (const As caller : {As::viewer, As::editor, As::admin})
      people.emplace_back([&, caller] {
        for (int i = 0; i < each; ++i) reply(caller, thread, "Yes");
      });
  }
  std::size_t before = 0;
  for (int i = 0; i < 1 + 3 * each; ++i) {
    const auto told = viewer->client_receives();
    const std::size_t said_by_then = json::find(*json::find(told, "thread"), "comments")->get_array().size();
    EXPECT_EQ(said_by_then, before + 1);
    before = said_by_then;
  }
}

TEST_F(Comments, KeepOnePaceWhateverIsDoneWithThem) {
  const std::string thread = begun(As::editor, "Once");
  const std::string comment = threads_ + "/" + thread + "/comments/" + comments(get(thread)).front();
  unsigned status = 200;
  for (int i = 0; i < 200 && status == 200U; ++i) status = resolve(As::editor, thread, i % 2 == 0).status;
  EXPECT_EQ(status, 429U);
  EXPECT_EQ(reply(As::editor, thread, "More").status, 429U);
  EXPECT_EQ(patch(installation_, As::editor, comment, said("Other")).status, 429U);
  EXPECT_EQ(installation_.remove(As::editor, comment).status, 429U);
  EXPECT_EQ(resolve(As::admin, thread).status, 200U);
}

TEST_F(Comments, AreListedByTwenty) {
  check(installation_,
        {.name = "by itself", .caller = As::viewer, .path = threads_, .contains = {R"("limit":20,"offset":0)"}});
  EXPECT_EQ(installation_.get(As::viewer, threads_ + "?limit=21").status, 400U);
}

TEST_F(Comments, KeepWhomTheyMentionedWhenTheyAreChanged) {
  const std::string viewer = mention(viewer_id(installation_));
  const std::string thread = begun(As::editor, viewer + " teh text");
  const std::string comment = threads_ + "/" + thread + "/comments/" + comments(get(thread)).front();
  const auto change = [&](const std::string& text) { return patch(installation_, As::editor, comment, said(text)); };
  ASSERT_EQ(installation_.put(As::admin, "/pages/" + page_ + "/access", R"({"access":"restricted"})").status, 200U);
  const Answer kept = change(viewer + " the text");
  EXPECT_EQ(kept.status, 200U) << kept.body;
  EXPECT_NE(kept.body.find(R"("mentions":[{"id":")" + viewer_id(installation_)), std::string::npos) << kept.body;
  EXPECT_EQ(change("Nobody").status, 200U);
  EXPECT_EQ(change(viewer + " again").status, 422U);
}

TEST_F(Comments, AreSentOnceHoweverOften) {
  const auto send = [&] {
    return installation_.request(As::editor, Method::post, threads_, said("Once"), {{"Idempotency-Key", "k"}});
  };
  EXPECT_EQ(send().body, send().body);
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM comments"), 1);
}

TEST_F(Comments, AreNoMarkup) {
  const std::string attack = R"(<script>alert(1)</script> <@x> \u003cimg src=x onerror=alert(1)\u003e)";
  const Answer answer = begin(As::editor, attack);
  EXPECT_EQ(answer.status, 201U) << answer.body;
  EXPECT_NE(answer.body.find("<img src=x onerror=alert(1)>"), std::string::npos);
  const Answer preview = installation_.get(As::editor, "/pages/" + page_ + "/preview");
  EXPECT_EQ(preview.body.find("alert(1)"), std::string::npos);
}

TEST_F(Comments, StayOutOfTheAuditLog) {
  begin(As::editor, "A private matter");
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%private%'"), 0);
  EXPECT_EQ(installation_.count("SELECT COUNT(*) FROM audit_log WHERE action = 'comment.created'"), 1);
}

class CommentsWithMail : public Comments {
 protected:
  CommentsWithMail() : Comments(with_mail()) {}
  std::int64_t letters() { return installation_.count("SELECT COUNT(*) FROM jobs WHERE kind = 'mail.send'"); }
  std::string letter() {
    return text_of(installation_,
                   "SELECT payload FROM jobs WHERE kind = 'mail.send' ORDER BY created_at DESC, id DESC");
  }
};

TEST_F(CommentsWithMail, TellWhoIsMentionedOnce) {
  const std::string viewer = mention(viewer_id(installation_));
  const std::string thread = begun(As::editor, viewer + " is this right, " + viewer + "?");
  ASSERT_EQ(letters(), 1);
  for (const std::string& part :
       {std::string("viewer@riverside.example"), std::string("editor mentioned you on Our clinic"),
        std::string("@viewer is this right, @viewer?"), "/page-builder/" + page_ + "/edit?comment=" + thread})
    EXPECT_NE(letter().find(part), std::string::npos) << letter();
  // Who writes it knows already; who was named before was told.
  reply(As::editor, thread, mention(editor_id(installation_)) + " note to myself");
  EXPECT_EQ(letters(), 1);
  const std::string comment = threads_ + "/" + thread + "/comments/" + comments(get(thread)).front();
  EXPECT_EQ(patch(installation_, As::editor, comment, said(viewer + " and " + mention(admin_id(installation_)))).status,
            200U);
  EXPECT_EQ(letters(), 2);
  EXPECT_NE(letter().find("admin@riverside.example"), std::string::npos);
}

TEST_F(CommentsWithMail, NameAtMostTwentyWhoAreMembers) {
  EXPECT_EQ(begin(As::editor, mention("01900000-0000-7000-8000-000000000000")).status, 422U);
  EXPECT_EQ(begin(As::editor, mention(user_id(installation_, "admin@elsewhere.example"))).status, 422U);
  std::string many;
  for (int i = 10; i < 31; ++i) many += mention("01900000-0000-7000-8000-0000000000" + std::to_string(i));
  EXPECT_EQ(begin(As::editor, many).status, 422U);
  EXPECT_EQ(letters(), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
