// The e-mail that tells somebody of a submission.
#pragma once

#include "server/forms/submission.hpp"
#include "server/mail/message.hpp"

namespace pagewright::forms {

[[nodiscard]] mail::Message form_letter(const std::string& to, const std::string& page_name,
                                        const Submission& submission);

}  // namespace pagewright::forms
