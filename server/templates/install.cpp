#include "server/templates/install.hpp"

namespace pagewright::templates {

Task<Outcome<std::string>> install(pages::PageService& pages, http::Caller caller, const json::Value& document,
                                   pages::NewPage page) {
  json::Object structure;
  if (const json::Value* components = json::find(document, "components")) structure["components"] = *components;
  const json::Value* layout = json::find(document, "layout");
  page.document = CO_TRY(co_await pages.read_document(caller.organization_id, std::move(structure),
                                                      layout != nullptr ? *layout : json::Value()));
  co_return co_await pages.create(std::move(caller), std::move(page));
}

}  // namespace pagewright::templates
