// What texts of a format must look like.
#pragma once

#include <string_view>

namespace pagewright::schema {

// A CSS colour in form, or a reference to a token: "#0b5fff", "rebeccapurple", "rgb(0 0 0 / 50%)", "{color.primary}".
[[nodiscard]] bool is_color(std::string_view text);
// https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2; domains may be written in any script, and have a dot.
[[nodiscard]] bool is_email(std::string_view text);
// https://www.rfc-editor.org/rfc/rfc3986; is_uri_reference may lack the scheme.
[[nodiscard]] bool is_uri(std::string_view text);
[[nodiscard]] bool is_uri_reference(std::string_view text);
// https://www.rfc-editor.org/rfc/rfc3339#section-5.6: 2026-03-31, 08:30:00Z, 2026-03-31T08:30:00+02:00
[[nodiscard]] bool is_date(std::string_view text);
[[nodiscard]] bool is_time(std::string_view text);
[[nodiscard]] bool is_date_time(std::string_view text);
// https://www.rfc-editor.org/rfc/rfc4122#section-3
[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace pagewright::schema
