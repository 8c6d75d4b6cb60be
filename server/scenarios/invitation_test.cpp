// Joining an organisation by a link, with an account or without, and going between one's organisations.
#include <gtest/gtest.h>

#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Invitations, MakeAnAccountByALinkThatIsMailed) {
  Installation installation(with_mail());
  const auto before = installation.events();
  const Answer sent = invite(installation, " Grace@Riverside.example", "editor");
  ASSERT_EQ(sent.status, 201U) << sent.body;
  EXPECT_NE(sent.body.find("\"link\":null"), std::string::npos);
  EXPECT_NE(sent.body.find("grace@riverside.example"), std::string::npos);
  const std::string token = mailed_token(installation);
  ASSERT_FALSE(token.empty());
  EXPECT_EQ(installation.count("SELECT count(*) FROM invitations WHERE token_hash = '" + token + "'"), 0);
  check(
      installation,
      {.name = "administrators don't see the mail", .caller = As::admin, .path = "/jobs", .contains = {"\"total\":0"}});

  const Answer offer = installation.post(As::nobody, "/auth/invitation", R"({"token":")" + token + "\"}");
  EXPECT_NE(offer.body.find(R"("email":"grace@riverside.example","role":"editor","hasAccount":false)"),
            std::string::npos)
      << offer.body;
  const Answer weak = accept(installation, token, "short");
  EXPECT_EQ(weak.status, 422U);
  EXPECT_NE(weak.body.find("/password"), std::string::npos);

  const Answer joined = accept(installation, token, "nine lanterns in the garden");
  ASSERT_EQ(joined.status, 200U) << joined.body;
  EXPECT_FALSE(joined.refresh_cookie().empty());
  EXPECT_NE(joined.body.find(R"("name":"Grace","role":"editor")"), std::string::npos) << joined.body;
  EXPECT_EQ(with_token(installation, joined, http::Method::post, "/pages", R"({"name":"Hers"})").status, 201U);
  EXPECT_EQ(log_in(installation, "grace@riverside.example", "nine lanterns in the garden").status, 200U);
  auto events = installation.events();
  events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(before.size()));
  EXPECT_EQ(events, (std::vector<std::string>{"member.invited", "member.joined", "page.created"}));

  EXPECT_EQ(accept(installation, token, "nine lanterns in the garden").status, 409U);  // it works once
  EXPECT_EQ(installation.get(As::admin, "/invitations").body.find("grace"), std::string::npos);
  EXPECT_EQ(invite(installation, "grace@riverside.example").status, 409U);  // a member already
}

TEST(Invitations, ShowTheLinkWhereNoMailIsSent) {
  Installation installation;
  const Answer sent = invite(installation, "grace@riverside.example", "viewer");
  const std::string link = sent.text("link");
  EXPECT_TRUE(link.starts_with("http://editor.example/page-builder/invitation?token=")) << link;
  const std::string id(json::find_string(*json::find(sent.json(), "invitation"), "id").value());

  const Answer again = installation.post(As::admin, "/invitations/" + id + "/send");
  EXPECT_EQ(again.status, 200U);
  EXPECT_EQ(accept(installation, token_in(link), "nine lanterns in the garden").status, 409U);  // replaced
  const Answer other = invite(installation, "grace@riverside.example", "editor");
  EXPECT_NE(other.body.find(id), std::string::npos);  // the same one, with another role
  EXPECT_EQ(accept(installation, token_in(again.text("link")), "nine lanterns in the garden").status, 409U);

  check(installation, {.name = "withdraw",
                       .caller = As::admin,
                       .method = http::Method::delete_,
                       .path = "/invitations/" + id,
                       .status = 204,
                       .events = {"member.invitation_revoked"}});
  EXPECT_EQ(accept(installation, token_in(other.text("link")), "nine lanterns in the garden").status, 409U);
  EXPECT_EQ(installation.remove(As::admin, "/invitations/" + id).status, 404U);
}

TEST(Invitations, EndAfterSevenDays) {
  Installation installation;
  const std::string token = token_in(invite(installation, "grace@riverside.example").text("link"));
  ASSERT_TRUE(installation.run_sql("UPDATE invitations SET expires_at = expires_at - 604801000"));
  EXPECT_EQ(installation.post(As::nobody, "/auth/invitation", R"({"token":")" + token + "\"}").status, 409U);
  EXPECT_EQ(accept(installation, token, "nine lanterns in the garden").status, 409U);
  EXPECT_EQ(installation.count("SELECT count(*) FROM users WHERE email = 'grace@riverside.example'"), 0);
}

TEST(Invitations, AreChecked) {
  Installation installation;
  for (const char* email : {"grace", "a b@c.example", "", "grace@[evil]", "<grace@riverside.example>"})
    EXPECT_EQ(invite(installation, email).status, 422U) << email;
  check(installation, {.name = "no role",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = "/invitations",
                       .body = R"({"email":"grace@riverside.example"})",
                       .status = 422,
                       .contains = {"/role"}});
  const Answer sent = invite(installation, "grace@riverside.example");
  const std::string id(json::find_string(*json::find(sent.json(), "invitation"), "id").value());
  for (const As caller : {As::viewer, As::editor})
    check(installation, {.name = "not for others", .caller = caller, .path = "/invitations", .status = 403});
  check(installation,
        {.name = "others see theirs", .caller = As::stranger, .path = "/invitations", .contains = {"\"total\":0"}});
  EXPECT_EQ(installation.remove(As::stranger, "/invitations/" + id).status, 404U);
  EXPECT_EQ(installation.post(As::stranger, "/invitations/" + id + "/send").status, 404U);
  EXPECT_EQ(installation.post(As::nobody, "/auth/invitation", R"({"token":"guess"})").status, 409U);
}

TEST(Invitations, JoinAnAccountThatThereIsWithItsPassword) {
  Installation installation;
  const std::string email = "admin@elsewhere.example";
  const Answer sent = invite(installation, email, "viewer");
  const Answer newcomer = invite(installation, "grace@riverside.example", "viewer");
  // Whether somebody has an account elsewhere, the inviter does not learn.
  EXPECT_EQ(sent.body.size() - email.size(), newcomer.body.size() - std::string("grace@riverside.example").size());
  const std::string token = token_in(sent.text("link"));
  EXPECT_NE(installation.post(As::nobody, "/auth/invitation", R"({"token":")" + token + "\"}")
                .body.find("\"hasAccount\":true"),
            std::string::npos);
  const Answer wrong = accept(installation, token, "nine lanterns in the garden");
  EXPECT_EQ(wrong.status, 422U);
  EXPECT_NE(wrong.body.find("/password"), std::string::npos);
  const Answer joined = accept(installation, token, password, "Another name");
  ASSERT_EQ(joined.status, 200U) << joined.body;
  EXPECT_EQ(joined.body.find("Another name"), std::string::npos);
  EXPECT_NE(joined.body.find("\"role\":\"viewer\""), std::string::npos);

  // The account is not this organisation's alone now.
  const std::string path = "/users/" + user_id(installation, email);
  check(installation, {.name = "shared", .caller = As::admin, .path = path, .contains = {"\"isShared\":true"}});
  for (const char* body : {R"({"name":"Mine"})", R"({"email":"mine@riverside.example"})"})
    check(
        installation,
        {.name = body, .caller = As::admin, .method = http::Method::patch, .path = path, .body = body, .status = 409});
  check(installation, {.name = "no link to its password",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = path + "/password-reset",
                       .status = 409});
  EXPECT_EQ(patch(installation, As::admin, path, R"({"role":"editor"})").status, 200U);
  EXPECT_EQ(installation.get(As::stranger, "/auth/me").text("role"), "admin");  // elsewhere nothing has changed
}

TEST(Organisations, OneSignsInToAnotherOfOnesOwn) {
  Installation installation;
  const std::string token = token_in(invite(installation, "admin@elsewhere.example", "viewer").text("link"));
  ASSERT_EQ(accept(installation, token, password).status, 200U);
  const json::Value list = installation.get(As::stranger, "/auth/organizations").json();
  ASSERT_EQ(json::find(list, "items")->get_array().size(), 2U);
  std::string other;
  for (const auto& item : json::find(list, "items")->get_array())
    if (!json::find(item, "isCurrent")->get_bool())
      other = json::find_string(*json::find(item, "organization"), "id").value();
  const Answer entered =
      installation.post(As::stranger, "/auth/organization", R"({"organizationId":")" + other + "\"}");
  ASSERT_EQ(entered.status, 200U) << entered.body;
  EXPECT_EQ(with_token(installation, entered, http::Method::get, "/organization").text("id"), other);
  EXPECT_EQ(with_token(installation, entered, http::Method::post, "/pages", R"({"name":"x"})").status, 403U);
  EXPECT_EQ(installation.get(As::stranger, "/organization").text("name"), "Elsewhere");
  const std::string elsewhere = installation.get(As::stranger, "/organization").text("id");
  EXPECT_EQ(installation.post(As::editor, "/auth/organization", R"({"organizationId":")" + elsewhere + "\"}").status,
            404U);
  ASSERT_EQ(installation.remove(As::admin, "/users/" + user_id(installation, "admin@elsewhere.example")).status, 204U);
  EXPECT_EQ(with_token(installation, entered, http::Method::get, "/organization").status, 401U);
  EXPECT_EQ(installation.get(As::stranger, "/organization").status, 200U);
}

}  // namespace
}  // namespace pagewright::scenarios
