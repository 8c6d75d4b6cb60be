// Who is mentioned in a comment, and telling them by e-mail.
#pragma once

#include "server/comments/comment_store.hpp"
#include "server/http/caller.hpp"
#include "server/mail/mailer.hpp"

namespace pagewright::comments {

class MentionNotices {
 public:
  MentionNotices(const mail::Mailer& mailer, std::string editor_url)
      : mailer_(mailer), editor_url_(std::move(editor_url)) {}

  // Those whom a comment's text names. Problem: validation where one of them may not view the page, and was not in
  // `before`, whom it named until now, or they are too many.
  [[nodiscard]] static Outcome<std::vector<Person>> read(database::Connection& connection, const PageOf& page,
                                                         std::string_view body, const std::vector<Person>& before);
  // Writes to those whom the caller's comment mentions, but to themselves and to who is in `before`. Nothing where no
  // mail is configured.
  [[nodiscard]] Outcome<void> notify(database::Connection& connection, const http::Caller& caller, const Thread& thread,
                                     const Comment& comment, const std::vector<Person>& before, Milliseconds now) const;

 private:
  const mail::Mailer& mailer_;
  std::string editor_url_;
};

}  // namespace pagewright::comments
