#include "server/mail/message.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <cstdio>

#include "engine/base/utf8.hpp"
#include "server/base/base64.hpp"
#include "server/base/fields.hpp"

namespace pagewright::mail {
namespace {

constexpr std::size_t most_address_bytes = 254;
constexpr std::size_t bytes_a_word = 39;  // behind "Subject: " the word of 64 characters ends before the 76th
constexpr std::size_t plain_header_bytes = 60;
constexpr std::size_t bytes_a_line = 57;  // 76 characters of base64

bool is_printable(std::string_view text) {
  return std::ranges::all_of(text, [](char letter) { return letter >= ' ' && letter <= '~'; });
}

// Text of a header: as it is where that is short and plain, else in encoded words (RFC 2047).
std::string header_text(std::string_view text) {
  if (is_printable(text) && text.size() <= plain_header_bytes && text.find("=?") == std::string_view::npos)
    return std::string(text);
  std::string words;
  while (!text.empty()) {
    const std::string_view piece = start_of(text, bytes_a_word);
    const std::size_t size = piece.empty() ? 1 : piece.size();
    if (!words.empty()) words += "\r\n ";
    words += "=?UTF-8?B?" + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return words;
}

// A display name stands in quotes or in encoded words, so that it is never taken for part of an address.
std::string mailbox(const Sender& sender) {
  if (sender.name.empty()) return sender.address;
  std::string name = header_text(sender.name);
  if (!name.starts_with("=?")) {
    std::erase_if(name, [](char letter) { return letter == '"' || letter == '\\'; });
    name = "\"" + name + "\"";
  }
  return name + (name.starts_with("=?") ? "\r\n <" : " <") + sender.address + ">";
}

// "Wed, 25 Nov 2026 10:31:05 +0000"
std::string header_date(Milliseconds now) {
  using namespace std::chrono;
  constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const sys_time<milliseconds> time{milliseconds(now)};
  const auto day = floor<std::chrono::days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(floor<seconds>(time - day));
  std::array<char, 64> text{};
  const int size =
      std::snprintf(text.data(), text.size(), "%s, %u %s %d %02d:%02d:%02d +0000", days[weekday(day).c_encoding()],
                    static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                    static_cast<int>(date.year()), static_cast<int>(clock.hours().count()),
                    static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

// A part with its own headers. In base64 no line is too long, begins with a dot, or looks like a boundary.
std::string part(std::string_view type, std::string_view body) {
  std::string out =
      "Content-Type: " + std::string(type) + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  for (; !body.empty(); body.remove_prefix(std::min(body.size(), bytes_a_line)))
    out += base64(body.substr(0, bytes_a_line)) + "\r\n";
  return out;
}

std::string body_of(const Message& message, std::string_view id) {
  if (message.html.empty()) return part("text/plain", message.text);
  const std::string boundary = "pagewright-" + std::string(id);  // no base64: it has a dash
  std::string out = "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  out += "--" + boundary + "\r\n" + part("text/plain", message.text);
  out += "--" + boundary + "\r\n" + part("text/html", message.html);
  return out + "--" + boundary + "--\r\n";
}

}  // namespace

bool is_address(std::string_view text) {
  constexpr std::string_view not_in_addresses = "()<>[]:;,\\\"";
  const auto at = text.find('@');
  const auto is_fine = [&](char letter) {
    return letter > ' ' && letter <= '~' && not_in_addresses.find(letter) == std::string_view::npos;
  };
  if (text.size() > most_address_bytes || at == std::string_view::npos || at == 0 || at + 1 == text.size() ||
      text.find('@', at + 1) != std::string_view::npos || !std::ranges::all_of(text, is_fine))
    return false;
  const std::string_view domain = text.substr(at + 1);
  return !domain.starts_with('.') && !domain.ends_with('.') && domain.find("..") == std::string_view::npos &&
         !text.starts_with('-');
}

std::optional<Sender> Sender::parse(std::string_view text) {
  text = trimmed(text);
  const auto open = text.rfind('<');
  if (open == std::string_view::npos) {
    if (!is_address(text)) return std::nullopt;
    return Sender{.name = {}, .address = std::string(text)};
  }
  std::string_view name = trimmed(text.substr(0, open));
  if (name.size() >= 2 && name.starts_with('"') && name.ends_with('"')) name = name.substr(1, name.size() - 2);
  if (!text.ends_with('>')) return std::nullopt;
  const std::string_view address = text.substr(open + 1, text.size() - open - 2);
  if (!is_address(address)) return std::nullopt;
  return Sender{.name = std::string(name), .address = std::string(address)};
}

std::string compose(const Message& message, const Sender& sender, std::string_view id, Milliseconds now) {
  assert(is_address(message.to) && is_address(sender.address) && "addresses are checked before they come here");
  const std::string domain = sender.address.substr(sender.address.find('@') + 1);
  std::string out = "From: " + mailbox(sender) + "\r\n";
  out += "To: " + message.to + "\r\n";
  out += "Subject: " + header_text(message.subject) + "\r\n";
  out += "Date: " + header_date(now) + "\r\n";
  out += "Message-ID: <" + std::string(id) + "@" + domain + ">\r\n";
  // RFC 3834: nobody's holiday notice should answer.
  out += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
  return out + body_of(message, id);
}

}  // namespace pagewright::mail
