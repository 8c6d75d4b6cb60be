// The rules of templates: those of the program, those that an organisation makes of its pages, and the marketplace.
#pragma once

#include "server/pages/page_service.hpp"
#include "server/templates/template_library.hpp"
#include "server/templates/template_store.hpp"

namespace pagewright::templates {

inline constexpr std::int64_t max_templates = 1000;  // that an organisation makes

struct NewTemplate {
  std::string display_name;
  std::string description = {};
  std::string category = {};
  std::vector<std::string> tags = {};
  std::string page_id = {};  // whose document it gets
  std::string branch = std::string(collaboration::main_branch);
};

// What is not there stays as it is.
struct TemplateChange {
  std::optional<std::string> display_name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> category = {};
  std::optional<std::vector<std::string>> tags = {};
  std::optional<bool> is_public = {};
  std::optional<std::string> page_id = {};  // its document becomes that of this page
  std::string branch = std::string(collaboration::main_branch);
};

struct TemplateList {
  std::vector<std::string> items;  // JSON
  std::int64_t total = 0;
};

class TemplateService {
 public:
  TemplateService(const TemplateLibrary& library, pages::PageService& pages, database::Database& database,
                  ExecutorPool& pool, std::function<Milliseconds()> clock)
      : library_(library), pages_(pages), database_(database), pool_(pool), clock_(std::move(clock)) {}

  // The program's own first, then the others in the order that is asked for.
  Task<Outcome<TemplateList>> list(TemplateQuery query);
  Task<Outcome<Facets>> facets(std::string organization_id);
  // With its document, as JSON.
  Task<Outcome<std::string>> get(http::Caller caller, std::string id);
  // What a page is made of that is made from it; such pages are counted as installs.
  Task<Outcome<pages::Pattern>> pattern(http::Caller caller, std::string id);

  Task<Outcome<std::string>> create(http::Caller caller, NewTemplate wish);
  // Whoever made it may, and administrators; only these put it into the marketplace.
  Task<Outcome<std::string>> update(http::Caller caller, std::string id, TemplateChange change);
  Task<Outcome<void>> remove(http::Caller caller, std::string id);

  // A new page whose document is the template's, as JSON.
  Task<Outcome<std::string>> install(http::Caller caller, std::string id, pages::NewPage page);

 private:
  Task<Outcome<std::string>> document_of_page(http::Caller caller, std::string page_id, std::string branch,
                                              const char* refusal);
  Task<Outcome<TemplateWithDocument>> find_stored(http::Caller caller, std::string id);
  Task<Outcome<TemplateRecord>> find_own(http::Caller caller, std::string id);

  const TemplateLibrary& library_;
  pages::PageService& pages_;
  database::Database& database_;
  ExecutorPool& pool_;
  std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::templates
