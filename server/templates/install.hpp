// A new page made from a template.
#pragma once

#include "server/pages/page_service.hpp"
#include "server/templates/template_library.hpp"

namespace pagewright::templates {

// The new page as JSON. `page` says what it is called; its document is the template's.
Task<Outcome<std::string>> install(pages::PageService& pages, http::Caller caller, const Template& source,
                                   pages::NewPage page);

}  // namespace pagewright::templates
