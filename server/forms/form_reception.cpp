#include "server/forms/form_reception.hpp"

#include <algorithm>

#include "engine/base/html.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/forms/form_letter.hpp"
#include "server/logging/log.hpp"
#include "server/sites/notices.hpp"

namespace pagewright::forms {
namespace {

// As a published page: no script, and nothing from elsewhere.
constexpr const char* notice_policy =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

std::string escaped(std::string_view text) {
  std::string html;
  html::append_escaped(html, text);
  return html;
}

http::Response notice(unsigned status, std::string_view title, const std::string& content) {
  http::Response response = http::Response::html(sites::notice_page(title, content), status);
  response.set("Content-Security-Policy", notice_policy);
  return response;
}

http::Response not_there() {
  return notice(404, "This form is not there any more",
                "<p>The page was changed meanwhile, and what you wrote could not be delivered.</p>"
                "<p><a href=\"/\">Go to the home page</a></p>");
}

http::Response too_many(unsigned seconds) {
  http::Response response = notice(
      429, "Please wait a moment",
      "<p>A lot was sent from your connection just now. Go back in a minute and send it again: your browser keeps "
      "what you wrote.</p>");
  response.set("Retry-After", std::to_string(seconds));
  return response;
}

http::Response faulty(const std::vector<Fault>& faults) {
  std::string list;
  for (const Fault& fault : faults)
    list += "<li><strong>" + escaped(fault.label) + "</strong> " + escaped(fault.message) + ".</li>";
  return notice(422, "Something is still missing",
                "<ul>" + list + "</ul><p>Go back in your browser to correct it: it keeps what you wrote.</p>");
}

http::Response failed(const Problem& problem, const http::Request& request) {
  log::error("a form was not received", {{"request", request.id},
                                         {"path", request.path},
                                         {"cause", problem.cause.empty() ? problem.title : problem.cause}});
  return notice(
      503, "This did not work",
      "<p>What you wrote could not be stored. Go back and send it again in a few minutes: your browser keeps what "
      "you wrote.</p>");
}

// Only where a link on the page could lead as well.
bool is_web_address(std::string_view url) {
  const bool leads_to_web = url.starts_with("https://") || url.starts_with("http://") ||
                            (url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\"));
  return leads_to_web && std::ranges::all_of(url, [](char letter) { return letter > ' ' && letter < 0x7f; });
}

// The answer to a POST is a redirect, so that going back and loading again does not send it again.
http::Response thanks(const Form& form, const http::Request& request) {
  if (is_web_address(form.thanks_url)) return http::Response::redirect(form.thanks_url, 303);
  const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
  return http::Response::redirect(std::string(path) + "#" + form.id + "-thanks", 303);
}

bool is_from_program(const http::Request& request) {
  return std::ranges::any_of(request.form,
                             [](const auto& field) { return field.first == trap_field && !field.second.empty(); });
}

}  // namespace

Task<Outcome<http::Response>> FormReception::receive(http::Request& request) {
  auto response = co_await take(request);
  if (!response) co_return failed(response.error(), request);
  co_return response;
}

Task<Outcome<http::Response>> FormReception::take(const http::Request& request) {
  if (const auto seconds = by_address_.take(http::client_of_address(request.remote_address)))
    co_return too_many(*seconds);
  const auto page = CO_TRY(co_await releases_.shown_at(std::string(request.header("Host")), request.path));
  if (!page) co_return not_there();
  const std::string form_id(request.query_parameter("form").value_or(""));
  const auto form = read_form(page->document, page->library->catalog(), form_id);
  if (!form) co_return not_there();
  if (is_from_program(request)) co_return thanks(*form, request);

  Answers answers = read_answers(*form, request.form);
  if (answers.faults.empty() && answers.fields.empty() && !form->fields.empty())
    answers.faults.push_back({"Nothing", "was filled in"});
  if (!answers.faults.empty()) co_return faulty(answers.faults);
  if (const auto seconds = by_form_.take(page->page_id + " " + form_id)) co_return too_many(*seconds);

  const Submission submission{.id = new_uuid(),
                              .organization_id = page->organization_id,
                              .page_id = page->page_id,
                              .environment_id = page->environment_id,
                              .form_id = form_id,
                              .form_title = form->title,
                              .created_at = clock_(),
                              .answers = std::move(answers.fields)};
  CO_TRY(co_await store(submission, *form, *page));
  co_return thanks(*form, request);
}

Task<Outcome<void>> FormReception::store(const Submission& submission, const Form& form,
                                         const releases::ShownPage& page) {
  const bool is_told = mailer_.is_configured() && mail::is_address(form.notify);
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(insert(connection, submission));
    if (is_told)
      TRY(mailer_.enqueue(connection, submission.organization_id, form_letter(form.notify, page.page_name, submission),
                          submission.created_at));
    // The audit log can't be cleaned: what a visitor wrote does not go there.
    return events::record(connection,
                          {.type = "form.submitted",
                           .organization_id = submission.organization_id,
                           .actor_id = {},
                           .subject_id = submission.id,
                           .payload = submission.summary_json(),
                           .told = submission.to_json()},
                          submission.created_at);
  });
}

}  // namespace pagewright::forms
