#include "server/collaboration/rooms.hpp"

#include "server/base/uuid.hpp"
#include "server/collaboration/page_upgrade.hpp"
#include "server/logging/log.hpp"

namespace pagewright::collaboration {
namespace {

Problem no_such_page() {
  return Problem::not_found("There is no such page, or it was deleted.");
}

}  // namespace

std::shared_ptr<Room> Rooms::find_live(const std::string& page_id) {
  const auto found = rooms_.find(page_id);
  if (found == rooms_.end()) return nullptr;
  if (found->second.room->has_ended()) {
    uses_.erase(found->second.use);
    rooms_.erase(found);
    ++removals_;
    return nullptr;
  }
  uses_.splice(uses_.end(), uses_, found->second.use);
  return found->second.room;
}

std::shared_ptr<Room> Rooms::find(const std::string& page_id, std::string_view organization_id) {
  const std::lock_guard lock(mutex_);
  auto room = find_live(page_id);
  return room && room->organization_id() == organization_id ? room : nullptr;
}

Task<Outcome<std::shared_ptr<Room>>> Rooms::open(std::string page_id, std::string organization_id) {
  if (!is_uuid(page_id)) co_return std::unexpected(no_such_page());
  for (;;) {
    std::unique_lock lock(mutex_);
    if (auto room = find_live(page_id)) {
      if (room->organization_id() != organization_id) co_return std::unexpected(no_such_page());
      co_return room;
    }
    const std::uint64_t removals = removals_;
    lock.unlock();

    auto stored = CO_TRY(co_await surroundings_.database.read(
        [&](database::Connection& connection) { return load(connection, page_id); }));
    if (!stored || stored->record.organization_id != organization_id) co_return std::unexpected(no_such_page());
    auto library = CO_TRY(co_await surroundings_.libraries.of(organization_id));
    if (stored->component_set_id != surroundings_.libraries.component_set().id) {
      CO_TRY(co_await bring_up_to_date(std::move(*stored), std::move(library)));
      continue;
    }
    auto room = CO_TRY(co_await surroundings_.pool.run(
        [&] { return Room::open(std::move(*stored), std::move(library), surroundings_); }));

    lock.lock();
    // Somebody else was faster; or a room was removed meanwhile, perhaps of this page and with newer contents.
    if (rooms_.contains(page_id) || removals_ != removals) continue;
    uses_.push_back(page_id);
    rooms_.emplace(page_id, Entry{room, std::prev(uses_.end())});
    evict();
    co_return room;
  }
}

// A page of other versions of its components, from before the program was replaced.
Task<Outcome<void>> Rooms::bring_up_to_date(StoredPage page, tokens::SharedLibrary library) {
  const components::ComponentSet& present = surroundings_.libraries.component_set();
  if (page.component_set_id.empty())
    co_return co_await surroundings_.database.write(
        [&](database::Connection& connection) { return pin(connection, page.record.id, present.id); });
  const auto upgrade = CO_TRY(co_await surroundings_.pool.run([&] { return plan_upgrade(page, library->catalog()); }));
  for (const schema::NodeMigration& node : upgrade.nodes)
    for (const schema::Violation& fault : node.faults)
      log::warning("a value was left out when components were updated",
                   {{"page", page.record.id}, {"node", node.id}, {"path", fault.path}, {"fault", fault.message}});
  co_return co_await surroundings_.database.write([&](database::Connection& connection) {
    return store_upgrade(connection, page, upgrade, present, surroundings_.clock());
  });
}

void Rooms::evict() {
  if (rooms_.size() <= capacity_) return;
  for (auto use = uses_.begin(); use != uses_.end() && rooms_.size() > capacity_;) {
    const auto found = rooms_.find(*use);
    // One owner: nobody but this map.
    if (found->second.room.use_count() > 1 || !found->second.room->is_settled()) {
      ++use;
      continue;
    }
    rooms_.erase(found);
    use = uses_.erase(use);
    ++removals_;
  }
}

void Rooms::forget(const std::string& page_id) {
  const std::lock_guard lock(mutex_);
  const auto found = rooms_.find(page_id);
  if (found == rooms_.end()) return;
  uses_.erase(found->second.use);
  rooms_.erase(found);
  ++removals_;
}

std::vector<std::shared_ptr<Room>> Rooms::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<Room>> rooms;
  for (const auto& [id, entry] : rooms_) rooms.push_back(entry.room);
  return rooms;
}

std::size_t Rooms::size() const {
  const std::lock_guard lock(mutex_);
  return rooms_.size();
}

Task<void> Rooms::maintain() {
  for (const auto& room : all()) co_await room->maintain();
  const std::lock_guard lock(mutex_);
  evict();
}

Task<void> Rooms::close() {
  const auto rooms = all();
  for (const auto& room : rooms) co_await room->store_snapshot();
  for (const auto& room : rooms) room->close_members(1012, "The server restarts.");
}

}  // namespace pagewright::collaboration
