// A new page made from a template.
#pragma once

#include "server/pages/page_service.hpp"

namespace pagewright::templates {

// The new page as JSON. `page` says what it is called; its document is a copy of the template's.
Task<Outcome<std::string>> install(pages::PageService& pages, http::Caller caller, const json::Value& document,
                                   pages::NewPage page);

}  // namespace pagewright::templates
