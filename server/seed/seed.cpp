#include "server/seed/seed.hpp"

#include <algorithm>
#include <array>

#include "server/base/uuid.hpp"
#include "server/templates/install.hpp"
#include "server/tokens/design_system_store.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::seed {
namespace {

struct SamplePage {
  std::string_view template_id;
  std::string_view name;
  std::string_view description;
  bool is_published;
};
constexpr std::array<SamplePage, 3> sample_pages = {
    {{"contact", "Contact", "How to reach the clinic team.", false},
     {"event", "Lanterns in the Garden", "The summer evening in the school garden.", false},
     {"clinic-landing", "Brookfield School Clinic", "Care for every student, right at school.", true}}};

// Adds an organisation with all that it needs before people come. Gives the one who owns the sample pages: nobody can
// sign in as them.
Outcome<http::Caller> insert_organisation(database::Connection& connection, const Services& services, Content content,
                                          const std::string& sites_url) {
  const Milliseconds now = now_milliseconds();
  const bool is_sample = content == Content::sample;
  const organisations::Organisation organisation{.id = new_uuid(),
                                                 .name = is_sample ? "Brookfield School" : "My organisation",
                                                 .slug = is_sample ? "brookfield-school" : "my-organisation"};
  TRY(organisations::insert(connection, organisation, now));
  TRY(environments::ensure(connection, organisation.id, sites_url, now));
  TRY(tokens::insert(connection, {.id = new_uuid(),
                                  .organization_id = organisation.id,
                                  .name = "Pagewright",
                                  .tokens = json::serialize(services.library.theme()),
                                  .updated_at = now}));
  http::Caller author{.organization_id = organisation.id, .role = http::Role::admin};
  if (is_sample) {
    author.user_id = new_uuid();
    author.name = "Pagewright";
    TRY(
        connection.execute("INSERT INTO users (id, email, name, password_hash, created_at, updated_at) "
                           "VALUES ($1, $2, $3, '', $4, $4)",
                           {author.user_id, "sample@pagewright.invalid", author.name, now}));
  }
  return author;
}

Task<Outcome<void>> install_sample(const Services& services, http::Caller author, const SamplePage& sample) {
  const templates::Template* source = services.templates.find(sample.template_id);
  if (source == nullptr) co_return Outcome<void>();
  const std::string text = CO_TRY(
      co_await templates::install(services.pages, author, source->document,
                                  {.name = std::string(sample.name), .description = std::string(sample.description)}));
  if (!sample.is_published) co_return Outcome<void>();
  const auto environments = CO_TRY(co_await services.database.read(
      [&](database::Connection& connection) { return environments::all(connection, author.organization_id); }));
  const auto page = json::parse(text);
  const std::string page_id(page ? json::find_string(*page, "id").value_or("") : "");
  CO_TRY(co_await services.releases.publish(author, page_id, environments.front().id));
  co_return Outcome<void>();
}

}  // namespace

Task<Outcome<void>> sow(const Services& services, Content content, std::string sites_url) {
  const auto author = CO_TRY(
      co_await services.database.write([&](database::Connection& connection) -> Outcome<std::optional<http::Caller>> {
        const auto present = TRY(organisations::all(connection));
        for (const auto& organisation : present)
          TRY(environments::ensure(connection, organisation.id, sites_url, now_milliseconds()));
        if (!present.empty()) return std::nullopt;
        return TRY(insert_organisation(connection, services, content, sites_url));
      }));
  if (!author || content == Content::empty) co_return Outcome<void>();
  for (const SamplePage& sample : sample_pages) CO_TRY(co_await install_sample(services, *author, sample));
  co_return Outcome<void>();
}

}  // namespace pagewright::seed
