#include "server/pages/trash_service.hpp"

#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/pages/page_status.hpp"
#include "server/pages/page_store.hpp"
#include "server/pages/trash_store.hpp"

namespace pagewright::pages {
namespace {

using collaboration::PageRecord;

// In the writer's transaction, so that of two who restore or erase a page one is refused.
Outcome<PageRecord> lock_in_trash(database::Connection& connection, const http::Caller& caller,
                                  const std::string& page_id, const char* refusal) {
  std::optional<PageRecord> page;
  if (is_uuid(page_id)) page = TRY(lock_any(connection, caller.organization_id, page_id));
  if (!page) return std::unexpected(Problem::not_found("There is no such page, or it was deleted for ever."));
  if (!page->deleted_at)
    return std::unexpected(Problem::conflict(refusal, "It is not in the trash: delete it first, or leave it."));
  return std::move(*page);
}

// Answers the ids of the previews that end with the page.
Outcome<std::vector<std::string>> erase_with_event(database::Connection& connection, const PageRecord& page,
                                                   events::Event event, Milliseconds now) {
  std::vector<std::string> previews;
  for (const auto& preview : TRY(releases::forget(connection, page.id, page.organization_id))) {
    events::Event closed = event;
    closed.type = "environment.deleted";
    closed.subject_id = preview.id;
    closed.payload = preview.to_json();
    TRY(events::record(connection, closed, now));
    previews.push_back(preview.id);
  }
  TRY(pages::erase(connection, page.id));
  TRY(events::record(connection, event, now));
  return previews;
}

}  // namespace

Task<Outcome<void>> TrashService::put(http::Caller caller, std::string page_id, http::IfMatch if_match) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id));
  CO_TRY(co_await room->change(
      {.author = collaboration::author_of(caller),
       .also = [page_id, caller](database::Connection& connection, Milliseconds now) -> Outcome<void> {
         const auto page = TRY(collaboration::find_record(connection, page_id));
         if (page.status == "published") TRY(check_may_take_offline(connection, page, caller));
         auto act = taking_offline(caller, "Put into the trash", now);
         TRY(releases::unpublish(connection, page_id, act));
         return put_into_trash(connection, page_id, now);
       },
       .event = "page.deleted",
       .if_match = std::move(if_match),
       .after_commit = [this, page_id] { published_.remove(page_id); }}));
  rooms_.close_page(page_id);
  co_await surroundings_.pool.run([&] { published_.show(); });
  co_return Outcome<void>();
}

Task<Outcome<collaboration::Room::Representation>> TrashService::restore(http::Caller caller, std::string page_id) {
  CO_TRY(co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<void> {
    PageRecord page = TRY(lock_in_trash(connection, caller, page_id, "The page was not restored"));
    page.slug = TRY(free_slug(connection, page.organization_id, page.slug, page.id));
    const Milliseconds now = surroundings_.clock();
    page = TRY(take_out_of_trash(connection, page, now));
    return events::record(connection, events::by(caller, "page.restored", page.id, page.to_json()), now);
  }));
  const auto room = CO_TRY(co_await rooms_.open(std::move(page_id), std::move(caller.organization_id)));
  co_return room->representation();
}

Task<Outcome<void>> TrashService::erase_by(Erasure erasure) {
  const auto closed = CO_TRY(co_await surroundings_.database.write_then(
      std::move(erasure), [this](const Outcome<std::vector<std::string>>& previews) {
        if (!previews) return;
        for (const std::string& id : *previews) published_.forget(id);
      }));
  if (!closed.empty()) co_await surroundings_.pool.run([&] { published_.show(); });
  co_return Outcome<void>();
}

Task<Outcome<void>> TrashService::erase(http::Caller caller, std::string page_id) {
  co_return co_await erase_by([&](database::Connection& connection) -> Outcome<std::vector<std::string>> {
    const PageRecord page = TRY(lock_in_trash(connection, caller, page_id, "The page was not deleted for ever"));
    return erase_with_event(connection, page, events::by(caller, "page.erased", page.id, page.to_json()),
                            surroundings_.clock());
  });
}

Task<Outcome<void>> TrashService::erase_expired(std::string page_id, std::string organization_id,
                                                Milliseconds deleted_before) {
  co_return co_await erase_by([&](database::Connection& connection) -> Outcome<std::vector<std::string>> {
    const auto page = TRY(lock_any(connection, organization_id, page_id));
    if (!page || !page->deleted_at || *page->deleted_at > deleted_before) return std::vector<std::string>();
    return erase_with_event(connection, *page,
                            {.type = "page.erased",
                             .organization_id = organization_id,
                             .actor_id = {},
                             .subject_id = page->id,
                             .payload = page->to_json()},
                            surroundings_.clock());
  });
}

}  // namespace pagewright::pages
