#include "server/mail/mailer.hpp"

#include <curl/curl.h>

#include <cstring>
#include <memory>
#include <stdexcept>

#include "server/background/job_service.hpp"
#include "server/base/json_text.hpp"
#include "server/outgoing/transfer.hpp"

namespace pagewright::mail {
namespace {

using background::Attempt;
using background::Failure;

constexpr std::string_view kind_of_job = "mail.send";
constexpr long connect_milliseconds = 10'000;
constexpr long send_milliseconds = 60'000;

std::string to_payload(const Message& message) {
  return JsonText()
      .text("to", message.to)
      .text("subject", message.subject)
      .text("text", message.text)
      .text("html", message.html)
      .take();
}

std::optional<Message> from_payload(const std::string& payload) {
  const auto value = json::parse(payload);
  if (!value) return std::nullopt;
  const auto member = [&](std::string_view name) { return std::string(json::find_string(*value, name).value_or("")); };
  Message message{.to = member("to"), .subject = member("subject"), .text = member("text"), .html = member("html")};
  if (!is_address(message.to)) return std::nullopt;
  return message;
}

// libcurl asks for the next piece of the message.
std::size_t give(char* out, std::size_t size, std::size_t count, void* rest) {
  auto& left = *static_cast<std::string_view*>(rest);
  const std::size_t given = std::min(size * count, left.size());
  std::memcpy(out, left.data(), given);
  left.remove_prefix(given);
  return given;
}

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

}  // namespace

std::optional<Mailer::Server> Mailer::read(const Settings& settings) {
  if (settings.smtp_url.empty() && settings.from.empty()) return std::nullopt;
  if (settings.smtp_url.empty() || settings.from.empty())
    throw std::runtime_error(
        "Mail needs both a server (--smtp-url or PAGEWRIGHT_SMTP_URL) and a sender (--mail-from or "
        "PAGEWRIGHT_MAIL_FROM).");
  const auto sender = Sender::parse(settings.from);
  if (!sender)
    throw std::runtime_error(
        "The sender of mail must be an address, or a name with one: School <mail@school.example>.");
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  const bool is_url =
      curl_url_set(url.get(), CURLUPART_URL, settings.smtp_url.c_str(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
  const std::string scheme = is_url ? part(url.get(), CURLUPART_SCHEME) : "";
  if (scheme != "smtp" && scheme != "smtps")
    throw std::runtime_error("The mail server must be a URL such as smtps://user:password@mail.example.org.");
  const std::string host = part(url.get(), CURLUPART_HOST);
  const bool is_here = host == "localhost" || host == "[::1]" || host.starts_with("127.");
  return Server{.url = settings.smtp_url,
                .sender = *sender,
                .demands_encryption = !part(url.get(), CURLUPART_USER).empty() && !is_here};
}

Mailer::Mailer(const Settings& settings, background::Kinds& kinds) : server_(read(settings)) {
  kinds.add(std::string(kind_of_job), {.attempt = [this](const background::Job& job) { return send(job); },
                                       .backoff = {.first = std::chrono::seconds(20), .most = std::chrono::hours(4)},
                                       .at_once = 2});
}

Outcome<void> Mailer::enqueue(database::Connection& connection, const std::string& organization_id,
                              const Message& message, Milliseconds now) const {
  if (!is_configured())
    return std::unexpected(Problem::unavailable("No mail server is configured, so no e-mail can be sent."));
  return mail::enqueue(connection, organization_id, message, now);
}

Outcome<void> enqueue(database::Connection& connection, const std::string& organization_id, const Message& message,
                      Milliseconds now) {
  if (!is_address(message.to))
    return std::unexpected(
        Problem::validation("The e-mail was not sent", {{"/email", "must be an e-mail address", "invalid"}}));
  return background::enqueue(
      connection,
      {.kind = std::string(kind_of_job), .organization_id = organization_id, .payload = to_payload(message)}, now);
}

Task<Attempt> Mailer::send(const background::Job& job) {
  const auto message = from_payload(job.payload);
  if (!message)
    co_return std::unexpected(Failure{.reason = "The message cannot be read.", .then = Failure::Then::give_up});
  if (!is_configured()) co_return std::unexpected(Failure{.reason = "No mail server is configured any more."});
  co_return co_await pool_.run([&] { return transfer(*message, job); });
}

Attempt Mailer::transfer(const Message& message, const background::Job& job) const {
  const std::string mail = compose(message, server_->sender, job.id, job.taken_at);
  std::string_view rest = mail;
  const std::string from = "<" + server_->sender.address + ">";
  outgoing::Transfer transfer;
  transfer.set(CURLOPT_URL, server_->url.c_str())
      .set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
      .set(CURLOPT_USE_SSL, static_cast<long>(server_->demands_encryption ? CURLUSESSL_ALL : CURLUSESSL_TRY))
      .set(CURLOPT_CONNECTTIMEOUT_MS, connect_milliseconds)
      .set(CURLOPT_TIMEOUT_MS, send_milliseconds)
      .set(CURLOPT_MAIL_FROM, from.c_str())
      .add_recipient("<" + message.to + ">")
      .set(CURLOPT_UPLOAD, 1L)
      .set(CURLOPT_READFUNCTION, &give)
      .set(CURLOPT_READDATA, &rest)
      .stop_with(is_stopping_);
  const CURLcode code = transfer.perform();
  if (code == CURLE_OK) return {};
  const long answer = transfer.response_code();
  const std::string fault = transfer.fault(code) + (answer == 0 ? "." : " (" + std::to_string(answer) + ").");
  // 5xx is the server's last word about this message, but for one about us: the password can be put right.
  if (answer >= 500 && answer < 600 && code != CURLE_LOGIN_DENIED)
    return std::unexpected(
        Failure{.reason = "The mail server refused the message: " + fault, .then = Failure::Then::give_up});
  return std::unexpected(Failure{.reason = "The message was not sent: " + fault});
}

}  // namespace pagewright::mail
