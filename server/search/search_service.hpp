// One search over everything that has a name: pages, templates, components and, for administrators, members.
#pragma once

#include "server/custom_components/component_catalogue.hpp"
#include "server/pages/page_service.hpp"
#include "server/people/member_service.hpp"
#include "server/templates/template_service.hpp"

namespace pagewright::search {

enum class Kind : std::uint8_t { page, template_, component, member };
[[nodiscard]] std::string_view name_of(Kind kind);

// Something that fits.
struct Hit {
  Kind kind = Kind::page;
  std::string id;      // in its own resource; a component's name
  std::string title;   // as people read it
  std::string detail;  // what tells it from others: an address, a description, an e-mail address
};

// What of one kind fits: the best few, and how many there are.
struct Hits {
  Kind kind = Kind::page;
  std::vector<Hit> items = {};
  std::int64_t total = 0;
};

class SearchService {
 public:
  SearchService(pages::PageService& pages, templates::TemplateService& templates, people::MemberService& members,
                custom_components::ComponentCatalogue& components)
      : pages_(pages), templates_(templates), members_(members), components_(components) {}

  // At most `limit` of each kind that the caller may list, as their own resources find them: case and accents don't
  // count. `text` is not blank.
  Task<Outcome<std::vector<Hits>>> find(http::Caller caller, std::string text, std::int64_t limit);

 private:
  Task<Outcome<Hits>> find_pages(const http::Caller& caller, const std::string& text, std::int64_t limit);
  Task<Outcome<Hits>> find_templates(const http::Caller& caller, const std::string& text, std::int64_t limit);
  Task<Outcome<Hits>> find_members(const http::Caller& caller, const std::string& text, std::int64_t limit);
  Task<Outcome<Hits>> find_components(const http::Caller& caller, const std::string& text, std::int64_t limit);

  pages::PageService& pages_;
  templates::TemplateService& templates_;
  people::MemberService& members_;
  custom_components::ComponentCatalogue& components_;
};

}  // namespace pagewright::search
