// What tests of members, invitations and accounts say to a server, and read from its database.
#pragma once

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

// A mail server that nobody asks: messages wait as jobs.
[[nodiscard]] Installation::Options with_mail();

// The first column of the first row; empty where there is none.
[[nodiscard]] std::string text_of(Installation& installation, const std::string& sql);
// The token in the link of the newest e-mail that waits.
[[nodiscard]] std::string mailed_token(Installation& installation);
[[nodiscard]] std::string token_in(const std::string& link);

[[nodiscard]] std::string user_id(Installation& installation, const std::string& email);
[[nodiscard]] std::string viewer_id(Installation& installation);
[[nodiscard]] std::string editor_id(Installation& installation);
[[nodiscard]] std::string admin_id(Installation& installation);

Answer patch(Installation& installation, As caller, const std::string& path, const std::string& body);
Answer log_in(Installation& installation, const std::string& email, std::string_view with = password);
// As one who is signed in by that answer.
Answer with_token(Installation& installation, const Answer& signed_in, http::Method method, const std::string& path,
                  const std::string& body = {});
Answer invite(Installation& installation, const std::string& email, const std::string& role = "editor");
Answer accept(Installation& installation, const std::string& token, std::string_view with,
              const std::string& name = "Grace");
// Invites somebody without an account and gives the answer that signs them in.
Answer invite_and_accept(Installation& installation, const std::string& email, const std::string& role);
[[nodiscard]] std::string reset_body(const std::string& token, std::string_view wanted);

}  // namespace pagewright::scenarios
