#include "server/pages/status_service.hpp"

#include <algorithm>
#include <numeric>

#include "server/access/standing_store.hpp"
#include "server/events/event_store.hpp"
#include "server/pages/page_status.hpp"
#include "server/pages/page_store.hpp"
#include "server/pages/trash_store.hpp"

namespace pagewright::pages {

using collaboration::PageRecord;

struct StatusService::Changed {
  std::vector<PageRecord> pages;     // in the order of the request
  std::vector<std::string> offline;  // ids of those that were taken off their sites
};

Outcome<StatusService::Changed> StatusService::write(database::Connection& connection, const http::Caller& caller,
                                                     const std::vector<std::string>& page_ids,
                                                     const std::string& status) const {
  const Milliseconds now = surroundings_.clock();
  Changed changed{.pages = std::vector<PageRecord>(page_ids.size()), .offline = {}};
  std::vector<FieldError> faults;
  releases::TakingOffline act = taking_offline(caller, "Taken offline", now);
  // Everybody locks pages in the order of their ids: two that change the same ones don't wait for each other.
  std::vector<std::size_t> order(page_ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) -> const std::string& { return page_ids[at]; });
  for (const std::size_t at : order) {
    const auto found = TRY(lock_any(connection, caller.organization_id, page_ids[at]));
    const auto is_admitted = found ? access::check(connection, caller, found->id, found->door(), http::PageRight::edit)
                                   : std::unexpected(access::no_such_page());
    if (!is_admitted && !is_admitted.error().is(ProblemKind::not_found)) return std::unexpected(is_admitted.error());
    if (!is_admitted || found->deleted_at) {
      faults.push_back({"/ids/" + std::to_string(at), "must be the id of a page", "unknown"});
      continue;
    }
    PageRecord& page = changed.pages[at] = *found;
    if (page.status == status) continue;
    page = TRY(collaboration::touch(connection, page.id, now));
    if (TRY(change_status(connection, page, status, caller, act))) changed.offline.push_back(page.id);
    TRY(update_settings(connection, page));
    TRY(events::record(connection, events::by(caller, "page.updated", page.id, page.to_json()), now));
  }
  if (faults.empty()) return changed;
  std::ranges::sort(faults, {}, [](const FieldError& fault) { return std::pair(fault.path.size(), fault.path); });
  return std::unexpected(Problem::validation("The pages keep their status", std::move(faults)));
}

Task<Outcome<std::vector<PageRecord>>> StatusService::change(http::Caller caller, std::vector<std::string> page_ids,
                                                             std::string status) {
  Changed changed = CO_TRY(co_await surroundings_.database.write_then(
      [&](database::Connection& connection) { return write(connection, caller, page_ids, status); },
      [this](const Outcome<Changed>& result) {
        if (!result) return;
        for (const PageRecord& page : result->pages) rooms_.adopt(page);
        for (const std::string& id : result->offline) published_.remove(id);
      }));
  if (!changed.offline.empty()) co_await surroundings_.pool.run([&] { published_.show(); });
  co_return std::move(changed.pages);
}

}  // namespace pagewright::pages
