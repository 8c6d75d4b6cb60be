#include "server/releases/preview_service.hpp"

#include "server/base/digest.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"

namespace pagewright::releases {
namespace {

using environments::Environment;

constexpr const char* not_opened = "The preview was not opened";

// At a character's beginning.
std::string shortened(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) --most;
  return text.substr(0, most);
}

// Nobody guesses its address, and its name is like no other.
Environment new_environment(const http::Caller& caller, const std::string& page_name, const Preview& preview,
                            std::string_view sites_url, Milliseconds now) {
  Environment made{.id = preview.environment_id,
                   .organization_id = caller.organization_id,
                   .name = shortened(page_name, 60) + " · " + shortened(preview.branch_name, 20) + " · " +
                           preview.environment_id.substr(preview.environment_id.size() - 6),
                   .kind = "preview",
                   .path = "/~preview-" + sha256_hex(random_secret()).substr(0, 12),
                   .access = std::string(environments::for_members),
                   .pass_key = random_secret(),
                   .created_at = now,
                   .updated_at = now};
  made.base_url = made.standard_url(sites_url);
  return made;
}

}  // namespace

Task<Outcome<std::optional<Preview>>> PreviewService::find(std::string page_id, std::string branch) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return find_preview(connection, page_id, branch); });
}

// What is shown is a version: the history says what reviewers saw.
Task<Outcome<void>> PreviewService::ensure_version(const http::Caller& caller,
                                                   const std::shared_ptr<collaboration::Room>& room,
                                                   const std::string& page_id, const std::string& branch) {
  const auto state = room->state();
  const auto preview = CO_TRY(co_await find(page_id, branch));
  const bool has_version = preview && preview->version_number != 0;
  if (has_version && state.version_sequence == state.sequence) co_return Outcome<void>();
  CO_TRY(co_await room->change({.author = collaboration::author_of(caller),
                                .version_message = "For the preview",
                                .with_version = collaboration::PageChange::WithVersion::always,
                                .version_of = std::pair(state.document, state.sequence)}));
  co_return Outcome<void>();
}

Task<Outcome<Environment>> PreviewService::make(http::Caller caller, std::string page_name, Preview wanted) {
  const Milliseconds now = surroundings_.clock();
  const auto write = [&](database::Connection& connection) -> Outcome<Environment> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    wanted.branch_id = TRY(branch_id_of(connection, wanted.page_id, wanted.branch_name));
    if (wanted.branch_id.empty()) return std::unexpected(Problem::not_found("There is no such branch."));
    if (const auto present = TRY(find_preview(connection, wanted.page_id, wanted.branch_name))) {
      TRY(set_end(connection, present->environment_id, wanted.expires_at));
      auto environment = TRY(environments::must_find(connection, present->environment_id, caller.organization_id));
      TRY(events::record(connection, events::by(caller, "environment.updated", environment.id, environment.to_json()),
                         now));
      return environment;
    }
    if (TRY(count_previews(connection, caller.organization_id)) >= most_previews)
      return std::unexpected(
          Problem::conflict(not_opened, "An organisation has at most 50 previews: close one that is not needed."));
    wanted.environment_id = new_uuid();
    const Environment made = new_environment(caller, page_name, wanted, sites_url_, now);
    TRY(environments::insert(connection, made));
    TRY(insert(connection, wanted));
    auto placed = TRY(environments::must_find(connection, made.id, caller.organization_id));
    TRY(events::record(connection, events::by(caller, "environment.created", placed.id, placed.to_json()), now));
    return placed;
  };
  co_return co_await surroundings_.database.write_then(write, [this](const Outcome<Environment>& result) {
    if (result) published_.set(*result);
  });
}

Task<Outcome<Environment>> PreviewService::open(http::Caller caller, std::string page_id, std::string branch,
                                                std::chrono::hours lasts) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, branch));
  const auto record = room->state().record;
  if (record.status == "archived")
    co_return std::unexpected(Problem::conflict(not_opened, "The page is archived: make it a draft first."));
  const Milliseconds end = surroundings_.clock() + std::chrono::milliseconds(lasts).count();
  auto environment = CO_TRY(co_await make(caller, record.name,
                                          {.environment_id = {},
                                           .organization_id = caller.organization_id,
                                           .page_id = page_id,
                                           .branch_id = {},
                                           .branch_name = branch,
                                           .expires_at = end}));
  CO_TRY(co_await ensure_version(caller, room, page_id, branch));
  if (const auto preview = CO_TRY(co_await find(page_id, branch)); preview && preview->shown != preview->version_id)
    CO_TRY(co_await releases_.show_preview(*preview));
  co_return environment;
}

Task<Outcome<void>> PreviewService::close(http::Caller caller, std::string page_id, std::string branch) {
  CO_TRY(co_await rooms_.open(page_id, caller.organization_id, branch));
  const auto preview = CO_TRY(co_await find(page_id, branch));
  if (!preview) co_return std::unexpected(Problem::not_found("This branch has no preview."));
  co_return co_await removal_.remove(std::move(caller), preview->environment_id, EnvironmentRemoval::Contents::remove);
}

Task<void> PreviewService::maintain() {
  const Milliseconds now = surroundings_.clock();
  const auto due = co_await surroundings_.database.read(
      [&](database::Connection& connection) { return due_previews(connection, now); });
  if (!due) {
    log::error("previews cannot be looked for", {{"cause", due.error().cause}});
    co_return;
  }
  for (const Preview& preview : *due) {
    Outcome<void> done;
    if (preview.is_orphan || preview.expires_at <= now)
      done = co_await removal_.remove(http::Caller{.organization_id = preview.organization_id}, preview.environment_id,
                                      EnvironmentRemoval::Contents::remove);
    else
      done = co_await releases_.show_preview(preview);
    if (!done)
      log::error("a preview cannot be renewed",
                 {{"environment", preview.environment_id}, {"cause", done.error().title + " " + done.error().cause}});
  }
}

}  // namespace pagewright::releases
