// For tests: a mail server that takes messages, or refuses them as it is told.
#pragma once

#include <map>

#include "server/outgoing/receiver.hpp"

namespace pagewright::mail {

class SmtpReceiver {
 public:
  struct Envelope {
    std::string from;
    std::string to;
    std::string login;  // what AUTH PLAIN said, in base64
    std::string mail;   // with its headers, as it came, dots unstuffed
  };

  [[nodiscard]] std::string url(const std::string& login = {}) const {
    return "smtp://" + login + "127.0.0.1:" + std::to_string(receiver_.port());
  }
  // What to answer to "RCPT", "DATA", "AUTH" … in place of what is usual.
  void answer(const std::string& command, const std::string& line) {
    const std::lock_guard lock(mutex_);
    answers_[command] = line;
  }
  // What has arrived since the last call.
  std::vector<Envelope> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(envelopes_, {});
  }

 private:
  std::string answer_to(const std::string& command, const std::string& usual) {
    const std::lock_guard lock(mutex_);
    const auto other = answers_.find(command);
    return (other == answers_.end() ? usual : other->second) + "\r\n";
  }
  static std::string in_brackets(const std::string& line) {
    const auto from = line.find('<') + 1;
    return line.substr(from, line.find('>') - from);
  }

  // Takes one line off `received`, reading on if need be; empty: the peer has gone.
  static std::string next_line(int connection, std::string& received, const std::string& end = "\r\n") {
    received += received.find(end) != std::string::npos
                    ? ""
                    : outgoing::Receiver::read_until(connection, [&](const std::string& more) {
                        return (received + more).find(end) != std::string::npos;
                      });
    const auto at = received.find(end);
    if (at == std::string::npos) return {};
    auto line = received.substr(0, at);
    received.erase(0, at + end.size());
    return line;
  }

  void converse(int connection) {
    const auto say = [&](const std::string& line) { outgoing::Receiver::write(connection, line); };
    say(answer_to("CONNECT", "220 receiver.example ESMTP"));
    std::string received;
    Envelope envelope;
    for (;;) {
      const std::string line = next_line(connection, received);
      const std::string command = line.substr(0, 4);
      if (command.empty() || command == "QUIT") return say("221 Bye\r\n");
      if (command == "EHLO") {
        say("250-receiver.example\r\n250 AUTH PLAIN\r\n");
      } else if (command == "AUTH") {
        envelope.login = line.substr(std::min(line.size(), std::string_view("AUTH PLAIN ").size()));
        if (envelope.login.empty()) {
          say("334 \r\n");
          envelope.login = next_line(connection, received);
        }
        say(answer_to("AUTH", "235 Welcome"));
      } else if (command == "MAIL") {
        envelope.from = in_brackets(line);
        say(answer_to("MAIL", "250 OK"));
      } else if (command == "RCPT") {
        envelope.to = in_brackets(line);
        say(answer_to("RCPT", "250 OK"));
      } else if (command == "DATA") {
        say("354 Go ahead\r\n");
        receive_mail(connection, received, envelope);
        say(answer_to("DATA", "250 Taken"));
      } else {
        say("250 OK\r\n");
      }
    }
  }

  void receive_mail(int connection, std::string& received, const Envelope& envelope) {
    Envelope whole = envelope;
    whole.mail = next_line(connection, received, "\r\n.\r\n") + "\r\n";
    for (auto at = whole.mail.find("\r\n.."); at != std::string::npos; at = whole.mail.find("\r\n..", at + 3))
      whole.mail.erase(at + 2, 1);
    const std::lock_guard lock(mutex_);
    if (!answers_.contains("DATA")) envelopes_.push_back(std::move(whole));
  }

  std::mutex mutex_;
  std::map<std::string, std::string> answers_;
  std::vector<Envelope> envelopes_;
  outgoing::Receiver receiver_{[this](int connection) { converse(connection); }};
};

}  // namespace pagewright::mail
