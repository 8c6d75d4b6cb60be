#include "server/pages/page_service.hpp"

#include "engine/base/utf8.hpp"
#include "engine/document/faults.hpp"
#include "server/access/standing_store.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/document_merge.hpp"
#include "server/collaboration/slug.hpp"
#include "server/collaboration/version_document.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"
#include "server/pages/page_fields.hpp"
#include "server/pages/page_status.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::pages {
namespace {

using collaboration::PageChange;
using collaboration::PageRecord;

constexpr const char* not_saved = "The page was not saved";

Problem slug_taken(const std::string& slug) {
  return Problem::conflict(not_saved, "Another page has the address /" + slug + ": choose another one.",
                           {{"/slug", "is taken by another page", "taken"}});
}

// In the writer's transaction: what the page has now, with what was asked for.
// `goes_offline` is set where a published page is taken off its sites.
Outcome<void> apply_settings(database::Connection& connection, std::string_view page_id, const PageUpdate& update,
                             const http::Caller& caller, Milliseconds now, bool& goes_offline) {
  PageRecord page = TRY(collaboration::find_record(connection, page_id));
  const bool renamed = update.name && *update.name != page.name;
  if (update.name) page.name = *update.name;
  if (update.description) page.description = *update.description;
  if (update.metadata) page.metadata = *update.metadata;
  if (update.slug && *update.slug != page.slug) {
    if (!TRY(holder_of_slug(connection, page.organization_id, *update.slug, page.id)).empty())
      return std::unexpected(slug_taken(*update.slug));
    page.slug = *update.slug;
    page.slug_by_hand = true;
  } else if (renamed && !page.slug_by_hand && !page.published_at) {
    page.slug = TRY(free_slug(connection, page.organization_id, collaboration::slug_from(page.name), page.id));
  }
  if (update.status) {
    releases::TakingOffline act = taking_offline(caller, "Taken offline", now);
    goes_offline = TRY(change_status(connection, page, *update.status, caller, act));
  }
  return update_settings(connection, page);
}

// The document with the nodes of one and the settings of the other.
document::Document with_layout(document::Document document, const document::Registers& layout) {
  const document::Registers before = document.layout();
  for (const auto& entry : before.entries())
    if (layout.find(entry.key) == nullptr) document.set_layout(entry.key, nullptr);
  for (const auto& entry : layout.entries()) document.set_layout(entry.key, entry.value);
  return document;
}

// "About us (copy)", within the limit of names.
std::string name_of_copy(std::string name) {
  constexpr std::string_view ending = " (copy)";
  while (count_characters(name) + ending.size() > max_page_name) {
    while (name.size() > 1 && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U) name.pop_back();
    name.pop_back();
  }
  return name.append(ending);
}

// An error of a document, at its place in the body of a request, where the page's settings stand beside its structure.
Error in_body(Error error) {
  if (!error.path.starts_with("/layout")) error.path = "/structure" + error.path;
  return error;
}

std::vector<FieldError> faults_of_body(std::string_view text, const schema::Catalog& catalog) {
  std::vector<FieldError> faults;
  auto body = json::parse(text);
  if (!body || !body->is_object()) return faults;
  json::Object& members = body->get_object();
  json::Value document = json::Object();
  if (json::Value* structure = members.if_contains("structure"); structure && structure->is_object())
    document = std::move(*structure);
  if (json::Value* layout = members.if_contains("layout"); layout && !layout->is_null())
    document.get_object()["layout"] = std::move(*layout);
  for (Error& error : document::faults_in(document, catalog)) {
    Error fault = in_body(std::move(error));
    faults.push_back({std::move(fault.path), std::move(fault.message), std::string(name_of(fault.code))});
  }
  return faults;
}

// In the writer's transaction, for the page may have been handed over a moment ago, and the member removed.
Outcome<void> hand_over(database::Connection& connection, const http::Caller& caller, std::string_view page_id,
                        const std::string& owner_id) {
  const PageRecord page = TRY(collaboration::find_record(connection, page_id));
  if (caller.role < http::Role::admin && page.owner_id != caller.user_id)
    return std::unexpected(Problem::forbidden("Only its owner and administrators hand a page over to somebody else."));
  if (!TRY(users::find(connection, owner_id, caller.organization_id)))
    return std::unexpected(Problem::validation(
        "The page keeps its owner", {{"/ownerId", "must be the id of a member who may come in", "unknown"}}));
  return set_owner(connection, page_id, owner_id);
}

}  // namespace

Task<Outcome<document::Document>> PageService::read_document(std::string organization_id, json::Value structure,
                                                             json::Value layout, Size size,
                                                             std::optional<collaboration::Room::Checked> present) {
  const auto library = CO_TRY(co_await surroundings_.libraries.of(std::move(organization_id)));
  if (json::find(structure, "layout") != nullptr)
    co_return std::unexpected(
        Problem::validation(not_saved, {{"/structure/layout", "stands beside structure, as layout", "unknown_field"}}));
  if (structure.is_null()) structure = json::Object();
  if (!layout.is_null()) structure.get_object()["layout"] = std::move(layout);
  const bool is_comparable = present && present->library == library;
  const auto read = [&] {
    return is_comparable ? document::Document::parse(structure, library->catalog(), present->document)
                         : document::Document::parse(std::move(structure), library->catalog());
  };
  auto document = size == Size::large ? co_await surroundings_.pool.run(read) : read();
  if (!document) co_return std::unexpected(Problem::from(not_saved, in_body(std::move(document).error())));
  co_return std::move(*document);
}

Task<Problem> PageService::with_all_faults(Problem refusal, std::string organization_id, std::string_view body) {
  const auto library = co_await surroundings_.libraries.of(std::move(organization_id));
  if (!refusal.is(ProblemKind::validation) || !library) co_return refusal;
  auto faults = co_await surroundings_.pool.run([&] { return faults_of_body(body, (*library)->catalog()); });
  if (faults.size() < 2 || faults.front() != refusal.errors.front()) co_return refusal;
  co_return Problem::validation(std::move(refusal.title), std::move(faults));
}

Task<Outcome<document::Document>> PageService::read_structure(const http::Caller& caller, std::string page_id,
                                                              std::string branch, json::Value structure, Size size) {
  const auto room = CO_TRY(co_await rooms_.open(std::move(page_id), caller.organization_id, std::move(branch)));
  co_return co_await read_document(caller.organization_id, std::move(structure), nullptr, size, room->newest_checked());
}

Task<Outcome<std::string>> PageService::create(http::Caller caller, NewPage page) {
  CO_TRY(co_await check_insertable(caller, page.document));
  co_return co_await keep_new(std::move(caller), std::move(page));
}

Task<Outcome<void>> PageService::check_insertable(const http::Caller& caller, const document::Document& document) {
  const auto present = CO_TRY(co_await surroundings_.libraries.with_versions(caller.organization_id));
  access::Membership member{.user_id = caller.user_id};
  if (present->offers->ask_for_teams())
    member = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
      return access::find_membership(connection, caller.organization_id, caller.user_id);
    }));
  if (const auto refused = collaboration::refusal_of_new_page(*present->offers, document, member))
    co_return std::unexpected(collaboration::problem_of("The page was not created", *refused, document));
  co_return Outcome<void>();
}

Task<Outcome<std::string>> PageService::keep_new(http::Caller caller, NewPage page) {
  const auto texts = co_await surroundings_.pool.run([&] { return collaboration::texts_of(page.document, true); });
  const auto present = CO_TRY(co_await surroundings_.libraries.with_versions(caller.organization_id));
  const auto record =
      CO_TRY(co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<PageRecord> {
        const Milliseconds now = surroundings_.clock();
        PageRecord record{.id = new_uuid(),
                          .organization_id = caller.organization_id,
                          .owner_id = caller.user_id,
                          .created_at = now,
                          .slug_by_hand = page.slug.has_value(),
                          .name = page.name,
                          .description = page.description,
                          .metadata = page.metadata,
                          .access = page.access,
                          .team_id = page.team_id};
        if (page.slug) {
          record.slug = *page.slug;
          if (!TRY(holder_of_slug(connection, record.organization_id, record.slug, record.id)).empty())
            return std::unexpected(slug_taken(record.slug));
        } else {
          record.slug =
              TRY(free_slug(connection, record.organization_id, collaboration::slug_from(page.name), record.id));
        }
        TRY(collaboration::insert_page(connection, record, present->component_set.id));
        const std::string id = record.id;
        const collaboration::BranchKey main{.page_id = id};
        const collaboration::NewVersion first{
            .id = new_uuid(), .message = "Initial version", .author = collaboration::author_of(caller), .texts = texts};
        record = TRY(collaboration::count_version(connection, main, first.id, now));
        TRY(collaboration::insert_version(connection, main, first, record.latest_version_number, now));
        if (page.also) TRY(page.also(connection));
        TRY(events::record(connection, events::by(caller, "page.created", record.id, record.to_json()), now));
        if (caller.repeatable)
          TRY(idempotency::keep(connection, caller, 201, record.to_json(texts.structure, texts.layout), now));
        return record;
      }));
  co_return record.to_json(texts.structure, texts.layout);
}

Task<Outcome<std::string>> PageService::duplicate(http::Caller caller, std::string page_id, Duplication wish) {
  const auto room = CO_TRY(co_await rooms_.open(std::move(page_id), caller.organization_id, std::move(wish.branch)));
  collaboration::Room::State original = room->state();
  // It has what the original had: whoever may copy a page may copy what stands on it.
  co_return co_await keep_new(std::move(caller), {.name = wish.name.value_or(name_of_copy(original.record.name)),
                                                  .slug = std::move(wish.slug),
                                                  .description = std::move(original.record.description),
                                                  .metadata = std::move(original.record.metadata),
                                                  .access = std::move(original.record.access),
                                                  .team_id = std::move(original.record.team_id),
                                                  .document = std::move(original.document)});
}

Task<Outcome<PageList>> PageService::list(PageQuery query) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return pages::list(connection, query); });
}

Task<Outcome<PageService::Representation>> PageService::get(http::Caller caller, std::string page_id,
                                                            std::string branch) {
  if (branch == collaboration::main_branch)
    if (const auto room = rooms_.find(page_id, caller.organization_id)) co_return room->representation();
  const auto room =
      CO_TRY(co_await rooms_.open(std::move(page_id), std::move(caller.organization_id), std::move(branch)));
  co_return room->representation();
}

Task<Outcome<document::Document>> PageService::document(http::Caller caller, std::string page_id, std::string branch) {
  CO_TRY(co_await admission_.require(caller, page_id, http::PageRight::view));
  const auto room =
      CO_TRY(co_await rooms_.open(std::move(page_id), std::move(caller.organization_id), std::move(branch)));
  co_return room->state().document;
}

Task<Outcome<PageService::Representation>> PageService::update(http::Caller caller, std::string page_id,
                                                               PageUpdate update) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, update.branch));
  const PageRecord before = room->state().record;
  const bool asks_to_go_offline = update.status && *update.status != "published" && before.status == "published";
  // Asked first, because a refusal within the transaction would take the change of the document down with it.
  if (asks_to_go_offline)
    CO_TRY(co_await surroundings_.database.read(
        [&](database::Connection& connection) { return check_may_take_offline(connection, before, caller); }));
  if (update.slug && *update.slug != before.slug) CO_TRY(co_await check_slug(caller, page_id, *update.slug));
  if (update.status == "published" && before.status != "published")
    co_return std::unexpected(
        Problem::conflict(not_saved, "A page becomes published by publishing it to an environment."));

  PageChange change{.author = collaboration::author_of(caller),
                    .label = "Update page",
                    .version_message = "Auto-save",
                    .with_version = PageChange::WithVersion::if_changed,
                    .is_automatic = true,
                    .is_large = update.is_large,
                    .event = "page.updated",
                    .if_match = update.if_match};
  const bool has_content = update.structure || update.layout;
  if (has_content) {
    CO_TRY(room->check_editable(caller.role));
    change.inserter = CO_TRY(co_await admission_.membership(caller, *room));
  }
  if (has_content && update.base) {
    auto base = CO_TRY(co_await collaboration::read_version_document(surroundings_, caller, page_id, *update.base));
    const auto library = CO_TRY(co_await surroundings_.libraries.of(caller.organization_id));
    document::Document wanted = with_layout(update.structure ? std::move(*update.structure) : base,
                                            update.layout ? update.layout->layout() : base.layout());
    change.content =
        collaboration::merged_with_present(not_saved, {.base = std::move(base),
                                                       .wanted = std::move(wanted),
                                                       .resolutions = update.resolutions.value_or(merge::Resolutions()),
                                                       .library = library});
  } else if (has_content) {
    change.content = [structure = std::move(update.structure), layout = std::move(update.layout)](
                         const document::Document& present) -> Outcome<document::Document> {
      return with_layout(structure ? *structure : present, layout ? layout->layout() : present.layout());
    };
  }
  const auto goes_offline = std::make_shared<bool>(false);
  if (update.has_settings()) {
    change.also = [page_id, settings = std::move(update), caller, goes_offline](database::Connection& connection,
                                                                                Milliseconds now) {
      return apply_settings(connection, page_id, settings, caller, now, *goes_offline);
    };
    change.after_commit = [this, page_id, goes_offline] {
      if (*goes_offline) published_.remove(page_id);
    };
  }
  CO_TRY(co_await room->change(std::move(change)));
  if (*goes_offline) co_await surroundings_.pool.run([&] { published_.show(); });
  co_return room->representation();
}

Task<Outcome<PageService::Representation>> PageService::change_owner(http::Caller caller, std::string page_id,
                                                                     std::string owner_id) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id));
  const collaboration::Author author = collaboration::author_of(caller);
  CO_TRY(co_await room->change(
      {.author = author,
       .also = [caller = std::move(caller), page_id = std::move(page_id), owner_id = std::move(owner_id)](
                   database::Connection& connection,
                   Milliseconds) { return hand_over(connection, caller, page_id, owner_id); },
       .event = "page.owner_changed",
       .after_commit = [this, id = room->page_id()] { rooms_.admit_anew(id); }}));
  co_return room->representation();
}

Task<Outcome<void>> PageService::check_slug(const http::Caller& caller, const std::string& page_id,
                                            const std::string& slug) {
  const auto holder = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
    return holder_of_slug(connection, caller.organization_id, slug, page_id);
  }));
  if (!holder.empty()) co_return std::unexpected(slug_taken(slug));
  co_return Outcome<void>();
}

}  // namespace pagewright::pages
