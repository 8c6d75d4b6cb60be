#include "server/collaboration/rooms.hpp"

#include "server/base/uuid.hpp"
#include "server/collaboration/page_upgrade.hpp"
#include "server/logging/log.hpp"

namespace pagewright::collaboration {
namespace {

using access::no_such_page;

// What rooms are found by: the page's id alone for its main branch, which is asked for most.
std::string text_of(BranchKey key) {
  std::string text(key.page_id);
  if (key.branch != main_branch) text.append("/").append(key.branch);
  return text;
}

}  // namespace

std::shared_ptr<Room> Rooms::find_live(const std::string& key) {
  const auto found = rooms_.find(key);
  if (found == rooms_.end()) return nullptr;
  if (found->second.room->has_ended()) {
    remove(found);
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

std::shared_ptr<Room> Rooms::find(BranchKey key) {
  const std::lock_guard lock(mutex_);
  return find_live(text_of(key));
}

std::shared_ptr<PageFamily> Rooms::family_of(const std::string& page_id) {
  std::weak_ptr<PageFamily>& known = families_[page_id];
  auto family = known.lock();
  if (!family) known = family = std::make_shared<PageFamily>();
  return family;
}

std::shared_ptr<PageFamily> Rooms::known_family(std::string_view page_id) const {
  const auto known = families_.find(std::string(page_id));
  return known == families_.end() ? nullptr : known->second.lock();
}

// Whoever opens it anew, and has read it before this, may have read what is older than the room was.
void Rooms::remove(Found found) {
  if (const auto family = known_family(found->second.room->page_id())) family->forget_what_was_read();
  uses_.erase(found->second.use);
  rooms_.erase(found);
}

Task<Outcome<std::shared_ptr<Room>>> Rooms::open(std::string page_id, std::string organization_id, std::string branch) {
  if (!is_uuid(page_id)) co_return std::unexpected(no_such_page());
  if (branch == main_branch)
    co_return co_await open_key(std::move(page_id), std::move(branch), std::move(organization_id));
  std::string id = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection)
                                                                   -> Outcome<std::string> {
    const auto rows = TRY(connection.query(
        "SELECT b.id FROM page_branches b JOIN pages p ON p.id = b.page_id WHERE b.page_id = $1 AND b.name = $2 AND "
        "b.deleted_at IS NULL AND p.organization_id = $3 AND p.deleted_at IS NULL",
        {page_id, branch, organization_id}));
    if (rows.empty()) return std::unexpected(no_such_page());
    return rows.front().text(0);
  }));
  co_return co_await open_key(std::move(page_id), std::move(id), std::move(organization_id));
}

Task<Outcome<std::shared_ptr<Room>>> Rooms::open_key(std::string page_id, std::string branch_id,
                                                     std::string organization_id) {
  const BranchKey key{page_id, branch_id};
  const std::string text = text_of(key);
  for (;;) {
    std::unique_lock lock(mutex_);
    if (auto room = find_live(text)) {
      if (room->organization_id() != organization_id) co_return std::unexpected(no_such_page());
      co_return room;
    }
    const std::uint64_t changes = changes_;
    const auto family = family_of(page_id);
    const std::uint64_t family_changes = family->changes();
    lock.unlock();

    auto stored = CO_TRY(
        co_await surroundings_.database.read([&](database::Connection& connection) { return load(connection, key); }));
    if (!stored || stored->record.organization_id != organization_id) co_return std::unexpected(no_such_page());
    const auto present = CO_TRY(co_await surroundings_.libraries.with_versions(organization_id));
    if (stored->component_set_id != present->component_set.id) {
      CO_TRY(co_await bring_up_to_date(std::move(*stored), *present));
      continue;
    }
    auto room = CO_TRY(co_await surroundings_.pool.run(
        [&] { return Room::open(std::move(*stored), *present, family, surroundings_); }));
    family->join(room);

    lock.lock();
    // Somebody else was faster; or a room was removed meanwhile, perhaps of this page and with newer contents; or the
    // branch was changed or deleted; or another branch has changed the page's row.
    if (rooms_.contains(text) || changes_ != changes || family->changes() != family_changes) continue;
    uses_.push_back(text);
    rooms_.emplace(text, Entry{room, std::prev(uses_.end())});
    evict();
    co_return room;
  }
}

// A page of other versions of its components: from before the program was replaced, or a component was changed.
Task<Outcome<void>> Rooms::bring_up_to_date(StoredPage page, const tokens::VersionedLibrary& present) {
  if (page.component_set_id.empty())
    co_return co_await surroundings_.database.write(
        [&](database::Connection& connection) { return pin(connection, page.key(), present.component_set.id); });
  const auto upgrade =
      CO_TRY(co_await surroundings_.pool.run([&] { return plan_upgrade(page, present.library->catalog()); }));
  for (const schema::NodeMigration& node : upgrade.nodes)
    for (const schema::Violation& fault : node.faults)
      log::warning("a value was left out when components were updated",
                   {{"page", page.record.id}, {"node", node.id}, {"path", fault.path}, {"fault", fault.message}});
  co_return co_await surroundings_.database.write([&](database::Connection& connection) {
    return store_upgrade(connection, page, upgrade, present.component_set, surroundings_.clock());
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
    ++use;
    remove(found);
  }
}

void Rooms::close(const std::shared_ptr<Room>& room, const std::string& reason) {
  room->close_members(4404, reason);
  const std::lock_guard lock(mutex_);
  const auto found = rooms_.find(text_of(room->key()));
  if (found != rooms_.end() && found->second.room == room) remove(found);
}

void Rooms::make_openings_read_again() {
  const std::lock_guard lock(mutex_);
  ++changes_;
}

void Rooms::make_openings_read_again(std::string_view page_id) {
  const std::lock_guard lock(mutex_);
  if (const auto family = known_family(page_id)) family->forget_what_was_read();
}

void Rooms::adopt(std::string_view page_id, const BranchRecord& branch) {
  make_openings_read_again(page_id);
  if (const auto room = find({page_id, branch.id})) room->adopt(branch);
}

void Rooms::adopt(const PageRecord& record) {
  std::unique_lock lock(mutex_);
  const auto family = known_family(record.id);
  lock.unlock();
  if (family) family->tell(record, nullptr);
}

void Rooms::close_page(const std::string& page_id) {
  make_openings_read_again(page_id);
  for (const auto& room : all())
    if (room->page_id() == page_id) close(room, "The page was deleted.");
}

void Rooms::close_branch(BranchKey key) {
  make_openings_read_again(key.page_id);
  if (const auto room = find(key)) close(room, "The branch was deleted.");
}

void Rooms::end_conversations(const Person& person, unsigned short code, const std::string& reason) {
  for (const auto& room : all())
    if (room->organization_id() == person.organization_id)
      room->end_conversations([&](const Member& member) { return member.author().id == person.user_id; }, code, reason);
}

void Rooms::end_conversations(std::string_view page_id, const std::function<bool(const Member&)>& whose,
                              unsigned short code, const std::string& reason) {
  for (const auto& room : all())
    if (room->page_id() == page_id) room->end_conversations(whose, code, reason);
}

void Rooms::admit_anew(std::string_view page_id) {
  const auto is_no_administrator = [](const Member& member) { return member.claims()->role != http::Role::admin; };
  end_conversations(page_id, is_no_administrator, 1012, "Your access to the page has changed.");
}

void Rooms::tell(std::string_view page_id, const Message& message) {
  for (const auto& room : all())
    if (room->page_id() == page_id) room->tell(message);
}

void Rooms::reopen_all(std::string_view organization_id, const std::string& reason) {
  make_openings_read_again();
  for (const auto& room : all())
    if (room->organization_id() == organization_id) room->close_members(1012, reason);
}

void Rooms::reopen_all(const std::string& reason) {
  make_openings_read_again();
  for (const auto& room : all()) room->close_members(1012, reason);
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
  std::erase_if(families_, [](const auto& family) { return family.second.expired(); });
}

Task<void> Rooms::close() {
  const auto rooms = all();
  for (const auto& room : rooms) co_await room->store_snapshot();
  for (const auto& room : rooms) room->close_members(1012, "The server restarts.");
}

}  // namespace pagewright::collaboration
