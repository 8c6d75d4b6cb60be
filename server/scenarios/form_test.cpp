// Forms of published pages: what visitors send, and who reads it.
#include <gtest/gtest.h>

#include "server/mail/smtp_receiver.hpp"
#include "server/outgoing/receiver.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

std::string environment(Installation& installation, std::size_t index) {
  const auto environments = installation.get(As::admin, "/environments").json();
  return std::string(json::find_string(json::find(environments, "items")->get_array()[index], "id").value());
}

void publish(Installation& installation, const std::string& page_id, std::size_t environment_index = 0) {
  const Answer answer =
      installation.post(As::admin, "/pages/" + page_id + "/publish",
                        R"({"environmentId":")" + environment(installation, environment_index) + "\"}");
  ASSERT_EQ(answer.status, 200U) << answer.body;
}

// The id of a published page "Contact" with a form of every kind of field.
std::string publish_contact(Installation& installation, const std::string& more_props = {}) {
  const std::string id = installation.create_page("Contact", R"("structure":{"components":[
    {"id":"ask","component":"form","props":{"title":"Write to us")" +
                                                                 more_props + R"(},"children":{"content":[
      {"id":"f1","component":"input","props":{"label":"Your name","name":"name","required":true}},
      {"id":"f2","component":"input","props":{"label":"E-mail","name":"email","type":"email"}},
      {"id":"f3","component":"container","children":{"content":[
        {"id":"f4","component":"select","props":{"label":"Topic","name":"topic","options":[{"label":"A visit","value":"visit"},{"label":"Other"}]}}]}},
      {"id":"f5","component":"textarea","props":{"label":"Message","name":"message","max_length":20}},
      {"id":"f6","component":"checkbox","props":{"label":"Call me","name":"callback"}},
      {"id":"f7","component":"input","props":{"label":"Secret","name":"secret","type":"password"}}]}}]})");
  publish(installation, id);
  return id;
}

std::vector<std::string> items(Installation& installation, As caller, const std::string& path) {
  std::vector<std::string> texts;
  const auto answer = installation.get(caller, path).json();
  for (const auto& item : json::find(answer, "items")->get_array()) texts.push_back(json::serialize(item));
  return texts;
}

std::string id_of(const std::string& item) {
  return std::string(json::find_string(*json::parse(item), "id").value());
}

TEST(Forms, WhatAVisitorSendsIsKept) {
  Installation installation;
  publish_contact(installation);
  const Answer answer = installation.send_form("/contact?form=ask",
                                               "name=Ada+Lovelace&email=ada%40example.org&topic=visit&message=One%0D%"
                                               "0ATwo&callback=yes&secret=hunter2&isAdmin=true");
  EXPECT_EQ(answer.status, 303U) << answer.body;
  EXPECT_EQ(answer.header("Location"), "/contact#ask-thanks");
  EXPECT_EQ(installation.events().back(), "form.submitted");

  const auto found = items(installation, As::editor, "/form-submissions");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].find(R"("answers":[{"name":"name","label":"Your name","value":"Ada Lovelace"},)"
                          R"({"name":"email","label":"E-mail","value":"ada@example.org"},)"
                          R"({"name":"topic","label":"Topic","value":"visit"},)"
                          R"({"name":"message","label":"Message","value":"One\nTwo"},)"
                          R"({"name":"callback","label":"Call me","value":"yes"}])"),
            std::string::npos)
      << found[0];
  EXPECT_NE(found[0].find(R"("formId":"ask","formTitle":"Write to us")"), std::string::npos);
  EXPECT_EQ(installation.get(As::editor, "/form-submissions/" + id_of(found[0])).body, found[0]);
  const auto forms = items(installation, As::editor, "/forms");
  ASSERT_EQ(forms.size(), 1U);
  EXPECT_NE(forms[0].find(R"("pageName":"Contact","formId":"ask","formTitle":"Write to us","submissions":1)"),
            std::string::npos);
  // Neither what is typed into a field for passwords, nor in the log that can't be cleaned any word of the visitor.
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM form_submissions WHERE answers LIKE '%hunter2%'"), 0);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%Lovelace%'"), 0);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%Lovelace%'"), 1);
}

TEST(Forms, SendOnlyToWhatIsPublished) {
  Installation installation;
  const std::string page = publish_contact(installation);
  // The home page has two addresses.
  EXPECT_EQ(installation.send_form("/?form=ask", "name=Ada").header("Location"), "/#ask-thanks");
  EXPECT_EQ(installation.send_form("/~staging/contact?form=ask", "name=Ada").status, 404U);
  publish(installation, page, 1);
  EXPECT_EQ(installation.send_form("/~staging/contact?form=ask", "name=Ada").header("Location"),
            "/~staging/contact#ask-thanks");
  for (const std::string path : {"/contact", "/contact?form=", "/contact?form=f1", "/contact?form=nothing",
                                 "/elsewhere?form=ask", "/api/v1/pages?form=ask", "/contact?form=%3Cscript%3E"}) {
    const Answer answer = installation.send_form(path, "name=Ada", "192.0.2.8");
    EXPECT_EQ(answer.status, 404U) << path;
    EXPECT_EQ(answer.header("Content-Type"), "text/html; charset=utf-8") << path;
    EXPECT_EQ(answer.body.find("<script"), std::string::npos);
  }
  EXPECT_EQ(items(installation, As::editor, "/form-submissions").size(), 2U);

  // A draft changes nothing for visitors; what is published next does.
  installation.put(As::editor, "/pages/" + page, R"({"structure":{"components":[]}})");
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").status, 303U);
  publish(installation, page);
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").status, 404U);
}

TEST(Forms, AreTakenInAfterARestart) {
  Installation installation;
  publish_contact(installation);
  installation.restart_abruptly();
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").status, 303U);
}

TEST(Forms, SayWhatIsWrong) {
  Installation installation;
  publish_contact(installation);
  const struct {
    std::string body;
    std::string says;
  } cases[] = {
      {"", "<strong>Your name</strong> must be filled in."},
      {"name=+%0A", "<strong>Your name</strong> must be filled in."},
      {"name=Ada&email=ada", "<strong>E-mail</strong> must be an e-mail address such as ada@example.org."},
      {"name=Ada&topic=%3Cb%3E", "<strong>Topic</strong> must be one of the choices of the form."},
      {"name=Ada&message=" + std::string(21, 'x'), "<strong>Message</strong> may have at most 20 characters."},
      {"name=Ada&callback=maybe", "<strong>Call me</strong> must be one of the choices of the form."},
  };
  for (const auto& [body, says] : cases) {
    // From another address each: it is no test of how many may be sent.
    const Answer answer = installation.send_form("/contact?form=ask", body, "192.0.2." + std::to_string(body.size()));
    EXPECT_EQ(answer.status, 422U) << body;
    EXPECT_NE(answer.body.find(says), std::string::npos) << answer.body;
    EXPECT_EQ(answer.body.find("<b>"), std::string::npos);
  }
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=%GG").status, 400U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM form_submissions"), 0);
}

TEST(Forms, AskForDaysAndForOneOfAFewAnswers) {
  Installation installation;
  publish(installation, installation.create_page("Visit", R"("structure":{"components":[
    {"id":"book","component":"form","children":{"content":[
      {"id":"d1","component":"date-input","props":{"label":"Day","name":"day","least":"2026-03-01","most":"2026-03-31","required":true}},
      {"id":"d2","component":"date-input","props":{"label":"Time","name":"time","type":"time","least":"08:00"}},
      {"id":"d3","component":"date-input","props":{"label":"Or","name":"or","type":"datetime-local"}},
      {"id":"d4","component":"date-input","props":{"label":"Since","name":"since","type":"month"}},
      {"id":"r1","component":"radio-group","props":{"label":"Answer","name":"answer","required":true,"options":[{"label":"By phone","value":"phone"},{"label":"By e-mail"}]}}]}}]})"));
  const struct {
    std::string body;
    std::string says;
  } cases[] = {
      {"answer=phone", "<strong>Day</strong> must be filled in."},
      {"day=2026-02-30&answer=phone", "<strong>Day</strong> must be a date such as 2026-11-25."},
      {"day=2026-02-28&answer=phone", "<strong>Day</strong> must not be before 2026-03-01."},
      {"day=2026-04-01&answer=phone", "<strong>Day</strong> must not be after 2026-03-31."},
      {"day=2026-03-01&time=07:59&answer=phone", "<strong>Time</strong> must not be before 08:00."},
      {"day=2026-03-01&or=2026-03-01&answer=phone",
       "<strong>Or</strong> must be a day and a time such as 2026-11-25T14:30."},
      {"day=2026-03-01&since=2026-13&answer=phone", "<strong>Since</strong> must be a month such as 2026-11."},
      {"day=2026-03-01", "<strong>Answer</strong> must be filled in."},
      {"day=2026-03-01&answer=post", "<strong>Answer</strong> must be one of the choices of the form."},
  };
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    const Answer answer = installation.send_form("/visit?form=book", cases[i].body, "192.0.2." + std::to_string(i + 1));
    EXPECT_EQ(answer.status, 422U) << cases[i].body;
    EXPECT_NE(answer.body.find(cases[i].says), std::string::npos) << answer.body;
  }
  const Answer kept = installation.send_form(
      "/visit?form=book", "day=2026-03-31&time=08%3A00&or=2026-03-30T14%3A30&since=2019-05&answer=By+e-mail",
      "192.0.2.99");
  EXPECT_EQ(kept.status, 303U) << kept.body;
  EXPECT_NE(
      items(installation, As::editor, "/form-submissions")[0].find(
          R"({"name":"since","label":"Since","value":"2019-05"},{"name":"answer","label":"Answer","value":"By e-mail"})"),
      std::string::npos);
}

TEST(Forms, BoundsThatAreNoneBoundNothingAndTimesMayPassMidnight) {
  Installation installation;
  publish(installation, installation.create_page("Night", R"("structure":{"components":[
    {"id":"book","component":"form","children":{"content":[
      {"id":"d1","component":"date-input","props":{"label":"Day","name":"day","least":"tomorrow","most":"31.12.2026"}},
      {"id":"d2","component":"date-input","props":{"label":"From","name":"from","type":"time","least":"22:00","most":"06:00"}},
      {"id":"d3","component":"date-input","props":{"label":"Until","name":"until","type":"time","least":"22:00","most":"24:00"}},
      {"id":"d4","component":"date-input","props":{"label":"Since","name":"since","type":"month","least":"2026-03-01"}}]}}]})"));
  int sent = 0;
  const auto send = [&](const std::string& body) {
    return installation.send_form("/night?form=book", body, "192.0.2." + std::to_string(++sent));
  };
  for (const std::string& body :
       {std::string("day=2026-03-01"), std::string("from=22%3A00"), std::string("from=23%3A59"),
        std::string("from=06%3A00"), std::string("until=23%3A00"), std::string("since=1999-01")})
    EXPECT_EQ(send(body).status, 303U) << body;
  for (const std::string& body : {std::string("from=06%3A01"), std::string("from=21%3A59")}) {
    const Answer answer = send(body);
    EXPECT_EQ(answer.status, 422U) << body;
    EXPECT_NE(answer.body.find("<strong>From</strong> must be between 22:00 and 06:00."), std::string::npos);
  }
  EXPECT_EQ(send("until=21%3A59").status, 422U);
}

TEST(Forms, ANewsletterIsOne) {
  Installation installation;
  publish(installation, installation.create_page("News", R"("structure":{"components":[
    {"id":"news","component":"newsletter","props":{"title":"Hear from us"}},
    {"id":"away","component":"newsletter","props":{"action":"https://letters.example/subscribe"}}]})"));
  EXPECT_EQ(installation.send_form("/news?form=news", "email=ada", "192.0.2.1").status, 422U);
  EXPECT_EQ(installation.send_form("/news?form=news", "", "192.0.2.2").status, 422U);
  EXPECT_EQ(installation.send_form("/news?form=away", "email=ada%40example.org", "192.0.2.3").status, 404U);
  const Answer answer = installation.send_form("/news?form=news", "email=ada%40example.org&name=Ada", "192.0.2.4");
  EXPECT_EQ(answer.header("Location"), "/news#news-thanks");
  const auto found = items(installation, As::editor, "/form-submissions");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].find(R"("answers":[{"name":"email","label":"E-mail","value":"ada@example.org"}])"),
            std::string::npos);
  EXPECT_NE(found[0].find(R"("formTitle":"Hear from us")"), std::string::npos);
}

TEST(Forms, ProgramsThatFillInEverythingAreThankedAndForgotten) {
  Installation installation;
  publish_contact(installation);
  const Answer answer =
      installation.send_form("/contact?form=ask", "name=Ada&pw-leave-empty=http%3A%2F%2Fspam.example");
  EXPECT_EQ(answer.status, 303U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM form_submissions"), 0);
}

TEST(Forms, OneAddressMaySendTenAMinute) {
  Installation installation;
  publish_contact(installation);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").status, 303U);
  const Answer refused = installation.send_form("/contact?form=ask", "name=Ada");
  EXPECT_EQ(refused.status, 429U);
  EXPECT_FALSE(refused.header("Retry-After").empty());
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada", "192.0.2.8").status, 303U);
}

// Whoever has one address of IPv6 has billions of them.
TEST(Forms, OneNetworkOfIPv6MaySendTenAMinute) {
  Installation installation;
  publish_contact(installation);
  const auto send = [&](const std::string& address) {
    return installation.send_form("/contact?form=ask", "name=Ada", address).status;
  };
  for (const char last : std::string("123456789a")) EXPECT_EQ(send(std::string("2001:db8::") + last), 303U);
  EXPECT_EQ(send("2001:db8::b"), 429U);
  EXPECT_EQ(send("2001:db8:0:1::b"), 303U);
}

TEST(Forms, LeadToAPageOfThanks) {
  Installation installation;
  publish_contact(installation, R"(,"thanks_url":"/thank-you")");
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").header("Location"), "/thank-you");
}

TEST(Forms, ThatSendElsewhereTakeNothingIn) {
  Installation installation;
  publish_contact(installation, R"(,"action":"mailto:desk@example.org")");
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").status, 404U);
}

TEST(Forms, TellSomebodyByMail) {
  mail::SmtpReceiver receiver;
  Installation installation({.mail = {.smtp_url = receiver.url(), .from = "Pagewright <no-reply@pagewright.example>"}});
  publish_contact(installation, R"(,"notify":"desk@example.org")");
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada&message=Bcc%3A+all%0D%0A.").status, 303U);
  installation.work();
  const auto mails = receiver.take();
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_NE(mails[0].to.find("desk@example.org"), std::string::npos);
  EXPECT_NE(mails[0].mail.find("Subject: New answers: Write to us"), std::string::npos) << mails[0].mail;
}

TEST(Forms, WhereNothingCanBeStoredNothingIsThankedFor) {
  Installation installation;
  publish_contact(installation);
  installation.refuse_inserts("form_submissions");
  const Answer answer = installation.send_form("/contact?form=ask", "name=Ada");
  EXPECT_EQ(answer.status, 503U);
  EXPECT_NE(answer.body.find("could not be stored"), std::string::npos);
  installation.accept_inserts("form_submissions");
  EXPECT_EQ(installation.send_form("/contact?form=ask", "name=Ada").status, 303U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM form_submissions"), 1);
}

TEST(Forms, SubmissionsAreForEditorsOfTheOrganisation) {
  Installation installation;
  const std::string page = publish_contact(installation);
  installation.send_form("/contact?form=ask", "name=Ada&message=%3D1%2B1");
  installation.send_form("/contact?form=ask", "name=Bo&topic=Other");
  const std::string id = id_of(items(installation, As::editor, "/form-submissions")[0]);
  const std::string path = "/form-submissions/" + id;
  for (const auto& scenario : std::vector<Scenario>{
           {.name = "nobody", .path = path, .status = 401},
           {.name = "viewer", .caller = As::viewer, .path = path, .status = 403},
           {.name = "viewer lists", .caller = As::viewer, .path = "/form-submissions", .status = 403},
           {.name = "viewer's forms", .caller = As::viewer, .path = "/forms", .status = 403},
           {.name = "stranger", .caller = As::stranger, .path = path, .status = 404},
           {.name = "stranger lists",
            .caller = As::stranger,
            .path = "/form-submissions",
            .contains = {R"("total":0)"}},
           {.name = "stranger's forms", .caller = As::stranger, .path = "/forms", .contains = {R"("items":[])"}},
           {.name = "stranger exports", .caller = As::stranger, .path = "/form-submissions/export", .absent = {"Ada"}},
           {.name = "stranger deletes", .caller = As::stranger, .method = Method::delete_, .path = path, .status = 404},
           {.name = "editor deletes", .caller = As::editor, .method = Method::delete_, .path = path, .status = 403},
           {.name = "newest first",
            .caller = As::editor,
            .path = "/form-submissions?limit=1",
            .contains = {"Bo", R"("total":2)"},
            .absent = {"Ada"}},
           {.name = "of a page",
            .caller = As::editor,
            .path = "/form-submissions?pageId=" + page,
            .contains = {R"("total":2)"}},
           {.name = "of a form",
            .caller = As::editor,
            .path = "/form-submissions?pageId=" + page + "&formId=ask",
            .contains = {R"("total":2)"}},
           {.name = "of another form",
            .caller = As::editor,
            .path = "/form-submissions?formId=other",
            .contains = {R"("total":0)"}},
           {.name = "as CSV",
            .caller = As::editor,
            .path = "/form-submissions/export?formId=ask",
            .contains = {"\"time\",\"page\",\"form\",\"form title\",\"Your name\",\"Topic\",\"Message\"\r\n",
                         "\"Bo\",\"Other\",\"\"\r\n", "\"Ada\",\"\",\"'=1+1\"\r\n"}},
           {.name = "admin deletes",
            .caller = As::admin,
            .method = Method::delete_,
            .path = path,
            .status = 204,
            .events = {"form.submission_deleted"}},
           {.name = "it is gone", .caller = As::admin, .path = path, .status = 404}})
    check(installation, scenario);
}

TEST(Forms, EveryMemberIsToldForHowLongSubmissionsAreKept) {
  Installation installation({.forms = {.kept_for = std::chrono::days(90)}});
  check(installation, {.name = "the organisation with this server's times",
                       .caller = As::viewer,
                       .path = "/organization",
                       .contains = {R"("keptFor":{"trashDays":30,"formSubmissionDays":90})"}});
}

TEST(Forms, SubmissionsAreDeletedAfterTheirTime) {
  Installation installation({.forms = {.kept_for = std::chrono::days(30)}});
  publish_contact(installation);
  installation.send_form("/contact?form=ask", "name=Ada");
  installation.pass(std::chrono::days(29));
  EXPECT_EQ(items(installation, As::editor, "/form-submissions").size(), 1U);
  installation.send_form("/contact?form=ask", "name=Bo");
  installation.pass(std::chrono::days(2));
  const auto left = items(installation, As::editor, "/form-submissions");
  ASSERT_EQ(left.size(), 1U);
  EXPECT_NE(left[0].find("Bo"), std::string::npos);
  EXPECT_EQ(installation.events().back(), "form.submissions_expired");
}

}  // namespace
}  // namespace pagewright::scenarios
