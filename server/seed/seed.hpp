// What a new installation starts with.
#pragma once

#include "server/pages/page_service.hpp"
#include "server/releases/release_service.hpp"
#include "server/templates/template_library.hpp"

namespace pagewright::seed {

enum class Content : bool { empty, sample };

struct Services {
  database::Database& database;
  const components::BuiltInLibrary& library;
  const templates::TemplateLibrary& templates;
  pages::PageService& pages;
  releases::ReleaseService& releases;
};

// Where there is no organisation: one with environments and design tokens, and for `sample` three pages, of which one
// is published. Gives nothing to do where there is one, except that environments learn the present address of the
// sites.
Task<Outcome<void>> sow(const Services& services, Content content, std::string sites_url);

}  // namespace pagewright::seed
