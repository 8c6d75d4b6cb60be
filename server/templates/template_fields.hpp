// The members of a template that clients may set, and what the gallery is asked for.
#pragma once

#include "server/base/fields.hpp"
#include "server/http/request.hpp"
#include "server/templates/template_service.hpp"

namespace pagewright::templates {

[[nodiscard]] Outcome<NewTemplate> read_new_template(const json::Value& body);
[[nodiscard]] Outcome<TemplateChange> read_change(const json::Value& body);
[[nodiscard]] Outcome<TemplateQuery> read_query(const http::Request& request);

}  // namespace pagewright::templates
