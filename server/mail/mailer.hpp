// E-mail by SMTP. Messages are written down as jobs, in the transaction of what they tell about, and sent afterwards.
#pragma once

#include <atomic>
#include <optional>
#include <string>

#include "server/background/kinds.hpp"
#include "server/database/database.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/mail/message.hpp"

namespace pagewright::mail {

struct Settings {
  std::string smtp_url = {};  // "smtps://user:password@mail.example.org", "smtp://localhost:25"; empty: no mail is sent
  std::string from = {};      // "Riverside School <no-reply@riverside.example>"
};

// Writes the message down in the caller's transaction; it goes out after the commit, and again if need be.
// `organization_id`: whose administrators see the job; empty: nobody's. Problem: validation where `to` is no address.
[[nodiscard]] Outcome<void> enqueue(database::Connection& connection, const std::string& organization_id,
                                    const Message& message, Milliseconds now);

class Mailer {
 public:
  // Registers the kind of job "mail.send"; `kinds` must not outlive the mailer. Throws std::runtime_error, with a
  // sentence for the person who started the program, for settings that cannot work.
  Mailer(const Settings& settings, background::Kinds& kinds);

  // False: nothing can be sent. Whoever would send a link shows it to the administrator instead.
  [[nodiscard]] bool is_configured() const { return server_.has_value(); }

  // As mail::enqueue; unavailable where no mail server is configured.
  [[nodiscard]] Outcome<void> enqueue(database::Connection& connection, const std::string& organization_id,
                                      const Message& message, Milliseconds now) const;

  // From any thread: what is being sent is given up, to be sent again later.
  void stop() { is_stopping_ = true; }

 private:
  struct Server {
    std::string url;
    Sender sender;
    bool demands_encryption;  // the password may not be read on the way
  };
  static std::optional<Server> read(const Settings& settings);
  Task<background::Attempt> send(const background::Job& job);
  [[nodiscard]] background::Attempt transfer(const Message& message, const background::Job& job) const;

  std::optional<Server> server_;
  std::atomic<bool> is_stopping_{false};
  ExecutorPool pool_{2};  // last: its threads use the others
};

}  // namespace pagewright::mail
