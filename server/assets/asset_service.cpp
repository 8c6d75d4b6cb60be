#include "server/assets/asset_service.hpp"

#include <algorithm>

#include "server/background/job_service.hpp"
#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::assets {
namespace {

constexpr const char* not_uploaded = "The file was not uploaded";
constexpr std::string_view kind_of_job = "assets.remove_files";
constexpr std::size_t most_told_uses = 100;

std::string in_words(std::uint64_t bytes) {
  constexpr std::uint64_t mebi = 1024 * 1024;
  return bytes % mebi == 0 ? std::to_string(bytes / mebi) + " MiB" : std::to_string(bytes) + " bytes";
}

Problem too_large(std::uint64_t most_bytes) {
  return {.kind = ProblemKind::too_large,
          .title = not_uploaded,
          .detail = "A file may have at most " + in_words(most_bytes) + "."};
}

Outcome<void> check_room(std::uint64_t used, std::uint64_t more, std::uint64_t most) {
  if (most == 0 || used + more <= most) return {};
  return std::unexpected(Problem{.kind = ProblemKind::too_large,
                                 .title = not_uploaded,
                                 .detail = "Your organisation's files may have " + in_words(most) +
                                           " together, and have " + in_words(used) +
                                           ": delete some that are not used, or ask whoever runs the server."});
}

std::uint64_t size_of(const Asset& asset) {
  std::uint64_t size = 0;
  for (const AssetFile& file : asset.files) size += static_cast<std::uint64_t>(file.size);
  return size;
}

Problem of_another_type() {
  return {.kind = ProblemKind::unsupported_media_type,
          .title = not_uploaded,
          .detail = "What is in the file is of no accepted type. Accepted are " + std::string(accepted_types) + "."};
}

Problem empty_file() {
  return Problem::validation(not_uploaded, {{"", "must not be empty: send the file's bytes as the body", "empty"}});
}

Outcome<Asset> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto asset = TRY(find(connection, id, caller.organization_id));
  if (!asset) return std::unexpected(Problem::not_found("There is no such asset."));
  return std::move(*asset);
}

// `seen`: those that may be named, of so many.
Problem in_use(const std::vector<AssetUse>& seen, std::size_t uses) {
  constexpr std::size_t most_named = 3;
  const std::size_t named = std::min(seen.size(), most_named);
  std::string places;
  std::vector<std::string> told;
  for (std::size_t i = 0; i < seen.size() && i < most_told_uses; ++i) {
    if (i < named) places += (i == 0 ? "" : ", ") + seen[i].in_words();
    told.push_back(seen[i].to_json());
  }
  if (named == 0)
    places = "on pages that you may not view";
  else if (uses > named)
    places += " and " + std::to_string(uses - named) + " more";
  Problem problem = Problem::conflict(
      "The file was not deleted", "It is used: " + places + ". Take it out there, or delete it all the same (force).");
  problem.uses = json_array(told);
  return problem;
}

void apply(Asset& asset, const AssetChange& change) {
  if (change.name) asset.name = asset_name(*change.name, asset.type);
  if (change.alt) asset.alt = *change.alt;
  if (change.description) asset.description = *change.description;
}

std::vector<std::string> places_of(const Asset& asset) {
  std::vector<std::string> places;
  for (const AssetFile& file : asset.files) places.push_back(file.place);
  return places;
}

}  // namespace

AssetService::AssetService(collaboration::Room::Surroundings surroundings, storage::FileStore& store,
                           background::Kinds& kinds, std::filesystem::path upload_directory, Settings settings)
    : surroundings_(std::move(surroundings)),
      maker_(store),
      usage_search_(surroundings_),
      upload_directory_(std::move(upload_directory)),
      settings_(settings) {
  kinds.add(std::string(kind_of_job), {.attempt = [this](const background::Job& job) { return remove_files(job); }});
}

Task<Outcome<std::unique_ptr<IncomingFile>>> AssetService::receive(http::BodyReader& body) {
  if (body.announced_size().value_or(0) > settings_.most_bytes)
    co_return std::unexpected(too_large(settings_.most_bytes));
  auto file = CO_TRY(co_await threads_.run([&] { return IncomingFile::make_in(upload_directory_); }));
  bool is_known = false;
  while (true) {
    const std::string_view bytes = CO_TRY(co_await body.read());
    if (!bytes.empty()) CO_TRY(co_await threads_.run([&] { return file->append(bytes); }));
    if (file->size() > settings_.most_bytes) co_return std::unexpected(too_large(settings_.most_bytes));
    if (!is_known && (bytes.empty() || file->size() >= sniffed_bytes)) {
      if (file->size() == 0) co_return std::unexpected(empty_file());
      if (!sniff(file->beginning())) co_return std::unexpected(of_another_type());
      is_known = true;
    }
    if (bytes.empty()) co_return file;
  }
}

Task<Outcome<std::optional<Asset>>> AssetService::find_equal(const http::Caller& caller,
                                                             const std::string& source_hash) {
  co_return co_await surroundings_.database.read([&](database::Connection& connection) {
    return find_by_source(connection, source_hash, caller.organization_id);
  });
}

Task<Outcome<Uploaded>> AssetService::upload(http::Caller caller, std::string name, http::BodyReader& body) {
  if (const auto seconds = uploads_.take(caller.user_id))
    co_return std::unexpected(Problem::too_many_requests(*seconds));
  CO_TRY(co_await check_quota(caller, body.announced_size().value_or(0)));
  const auto file = CO_TRY(co_await receive(body));
  const MediaType type = *sniff(file->beginning());
  const Milliseconds now = surroundings_.clock();
  Asset asset{.id = new_uuid(),
              .organization_id = caller.organization_id,
              .created_by = caller.user_id,
              .type = type,
              .source_hash = file->hash(),
              .created_at = now,
              .updated_at = now,
              .name = asset_name(name, type)};
  if (auto equal = CO_TRY(co_await find_equal(caller, asset.source_hash)))
    co_return Uploaded{.asset = std::move(*equal), .is_new = false};
  CO_TRY(co_await check_quota(caller, file->size()));
  const auto mapped = CO_TRY(co_await threads_.run([&] { return file->map(); }));
  auto places = CO_TRY(co_await threads_.run([&] { return AssetMaker::places_for(asset, mapped->bytes()); }));
  std::string removal = CO_TRY(co_await schedule_removal(std::move(places)));
  CO_TRY(co_await threads_.run([&] { return maker_.make(asset, mapped->bytes()); }));
  co_return co_await store_new(caller, std::move(asset), std::move(removal));
}

Task<Outcome<std::string>> AssetService::schedule_removal(std::vector<std::string> places) {
  const Milliseconds now = surroundings_.clock();
  std::string id = new_uuid();
  CO_TRY(co_await surroundings_.database.write([&](database::Connection& connection) {
    return background::enqueue(connection,
                               {.kind = std::string(kind_of_job),
                                .organization_id = {},
                                .payload = text_list_json(places),
                                .run_at = now + upload_takes,
                                .id = id},
                               now);
  }));
  co_return id;
}

// Before the file is read. It is asked again in the transaction that keeps it.
Task<Outcome<void>> AssetService::check_quota(const http::Caller& caller, std::uint64_t more) {
  if (settings_.most_bytes_of_organization == 0) co_return Outcome<void>();
  const std::uint64_t used = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return bytes_of(connection, caller.organization_id); }));
  co_return check_room(used, more, settings_.most_bytes_of_organization);
}

Task<Outcome<Uploaded>> AssetService::store_new(const http::Caller& caller, Asset asset, std::string removal) {
  const auto stored = co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<void> {
    if (settings_.most_bytes_of_organization != 0) {
      TRY(organisations::lock(connection, caller.organization_id, asset.created_at));
      TRY(check_room(TRY(bytes_of(connection, caller.organization_id)), size_of(asset),
                     settings_.most_bytes_of_organization));
    }
    if (!TRY(background::withdraw(connection, removal)))
      return std::unexpected(Problem::unavailable("The upload took too long. Please try again."));
    TRY(insert(connection, asset));
    return events::record(connection, events::by(caller, "asset.created", asset.id, asset.summary_json()),
                          asset.created_at);
  });
  if (stored) co_return Uploaded{.asset = std::move(asset), .is_new = true};
  CO_TRY(co_await threads_.run([&] { return maker_.remove(places_of(asset)); }));
  if (!stored.error().is(ProblemKind::conflict)) co_return std::unexpected(stored.error());
  // Somebody uploaded the same at the same time, and was faster.
  if (auto equal = CO_TRY(co_await find_equal(caller, asset.source_hash)))
    co_return Uploaded{.asset = std::move(*equal), .is_new = false};
  co_return std::unexpected(Problem::internal("an asset cannot be stored: " + stored.error().cause));
}

Task<Outcome<AssetList>> AssetService::list(AssetQuery query) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return assets::list(connection, query); });
}

Task<Outcome<Asset>> AssetService::get(http::Caller caller, std::string id) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return must_find(connection, caller, id); });
}

Task<Outcome<Asset>> AssetService::change(http::Caller caller, std::string id, AssetChange change) {
  co_return co_await surroundings_.database.write(
      [&, now = surroundings_.clock()](database::Connection& connection) -> Outcome<Asset> {
        Asset asset = TRY(must_find(connection, caller, id));
        const std::string before = asset.to_json();
        apply(asset, change);
        if (asset.to_json() == before) return asset;
        asset.updated_at = now;
        TRY(update(connection, asset));
        TRY(events::record(connection, events::by(caller, "asset.updated", asset.id, asset.summary_json()), now));
        return asset;
      });
}

Task<Outcome<std::vector<AssetUse>>> AssetService::usage(http::Caller caller, std::string id) {
  const Asset asset = CO_TRY(co_await get(caller, std::move(id)));
  co_return co_await usage_search_.find(caller.organization_id, asset.addresses(), access::Reader::of(caller));
}

Task<Outcome<void>> AssetService::remove(http::Caller caller, std::string id, IfUsed if_used) {
  if (if_used == IfUsed::keep) {
    const Asset asset = CO_TRY(co_await get(caller, id));
    const auto uses =
        CO_TRY(co_await usage_search_.find(caller.organization_id, asset.addresses(), access::Reader::of_everything()));
    if (!uses.empty()) co_return std::unexpected(in_use(CO_TRY(co_await usage(caller, id)), uses.size()));
  }
  co_return co_await surroundings_.database.write(
      [&, now = surroundings_.clock()](database::Connection& connection) -> Outcome<void> {
        const Asset asset = TRY(must_find(connection, caller, id));
        TRY(assets::remove(connection, asset));
        TRY(background::enqueue(connection,
                                {.kind = std::string(kind_of_job),
                                 .organization_id = caller.organization_id,
                                 .payload = text_list_json(places_of(asset)),
                                 .run_at = now + files_stay_for},
                                now));
        return events::record(connection, events::by(caller, "asset.deleted", asset.id, asset.summary_json()), now);
      });
}

Task<background::Attempt> AssetService::remove_files(const background::Job& job) {
  const auto removed = co_await threads_.run([&] { return maker_.remove(read_text_list(job.payload)); });
  if (removed) co_return background::Attempt{};
  const std::string& reason = removed.error().detail.empty() ? removed.error().cause : removed.error().detail;
  co_return std::unexpected(background::Failure{.reason = "The files could not be removed: " + reason});
}

}  // namespace pagewright::assets
