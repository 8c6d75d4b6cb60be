#include "server/pages/page_fields.hpp"

#include "server/collaboration/slug.hpp"

namespace pagewright::pages {
namespace {

constexpr std::size_t max_description = 2000;
constexpr std::size_t max_metadata_bytes = 64 * 1024;

}  // namespace

PageFields read_page_fields(Fields& fields, NameIs name) {
  PageFields page;
  page.name = fields.text("name", {.max = max_page_name, .required = name == NameIs::required, .blank = false});
  if (page.name) page.name = std::string(trimmed(*page.name));
  page.slug = fields.text("slug", {.max = 10'000});
  // An empty slug, as forms send it, means: make one.
  if (page.slug && page.slug->empty()) page.slug.reset();
  if (page.slug) {
    if (auto fault = collaboration::fault_of_slug(*page.slug); !fault.empty())
      fields.add_error("/slug", std::move(fault),
                       page.slug->size() > collaboration::max_slug_size ? "too_long" : "invalid_slug");
  }
  page.description = fields.text("description", {.max = max_description});
  if (fields.object("metadata") != nullptr) {
    page.metadata = json::serialize(*fields.any("metadata"));
    if (page.metadata->size() > max_metadata_bytes)
      fields.add_error("/metadata", "must be at most 64 KiB of JSON", "too_long");
  }
  if (fields.object("structure") != nullptr) page.structure = fields.any("structure");
  if (fields.object("layout") != nullptr) page.layout = fields.any("layout");
  return page;
}

}  // namespace pagewright::pages
