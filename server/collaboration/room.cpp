#include "server/collaboration/room.hpp"

#include <algorithm>

#include "server/base/digest.hpp"
#include "server/collaboration/room_commit.hpp"
#include "server/collaboration/snapshot_store.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"

namespace pagewright::collaboration {

std::string operations_json(const std::vector<operation::Operation>& operations) {
  std::string out = "[";
  for (const operation::Operation& operation : operations) {
    if (out.size() > 1) out += ',';
    json::append_serialized(out, operation::to_json(operation));
  }
  out += ']';
  return out;
}

Result<operation::Transaction> read_transaction(const LoggedTransaction& logged, const document::Document& document,
                                                const schema::Catalog& catalog) {
  json::Object source;
  source["id"] = logged.id;
  source["label"] = logged.label;
  source["operations"] = TRY(json::parse(logged.operations));
  return operation::transaction_from_json(json::Value(std::move(source)), document, catalog, operation::Origin::server);
}

Outcome<std::shared_ptr<Room>> Room::open(StoredPage page, const tokens::VersionedLibrary& library,
                                          std::shared_ptr<PageFamily> family, const Surroundings& surroundings) {
  const auto damaged = [&](const Error& error) {
    return std::unexpected(Problem::internal("the page " + page.record.id + " cannot be opened: " + error.message));
  };
  json::Value snapshot = TRY(read_snapshot(page.snapshot));
  auto session = session::Session::open(library.library, std::move(snapshot));
  if (!session) return damaged(session.error());
  PageComponents components(library.offers, session->document());
  for (const LoggedTransaction& logged : page.tail) {
    const auto transaction = read_transaction(logged, session->document(), session->library().catalog());
    if (!transaction) return damaged(transaction.error());
    if (const auto received = session->receive(*transaction); !received) return damaged(received.error());
    components.remember(transaction->operations);
  }
  return std::shared_ptr<Room>(
      new Room(std::move(page), std::move(*session), std::move(components), std::move(family), surroundings));
}

Room::Room(StoredPage page, session::Session session, PageComponents components, std::shared_ptr<PageFamily> family,
           const Surroundings& surroundings)
    : page_id_(page.record.id),
      organization_id_(page.record.organization_id),
      branch_id_(page.branch.id),
      component_set_id_(std::move(page.component_set_id)),
      surroundings_(surroundings),
      family_(std::move(family)),
      session_(std::move(session)),
      components_(std::move(components)),
      head_sequence_(page.branch.sequence),
      record_(std::move(page.record)),
      branch_name_(std::move(page.branch.name)),
      is_protected_(page.branch.is_protected),
      committed_document_(session_.document()),
      committed_sequence_(page.branch.sequence),
      snapshot_sequence_(page.snapshot_sequence),
      version_sequence_(page.last_version_sequence),
      last_author_(std::move(page.last_author)) {
  if (page.branch.sequence > version_sequence_) first_unsaved_at_ = page.last_version_at;
  for (KnownTransaction& known : page.known) {
    known_.emplace(known.id, Known{known.sequence, std::move(known.author_id)});
    known_in_order_.emplace_back(known.sequence, std::move(known.id));
  }
  for (const LoggedTransaction& logged : page.tail) {
    recent_.push_back(transaction_message(logged));
    recent_bytes_ += recent_.back()->size();
  }
}

Room::State Room::state() const {
  const std::lock_guard lock(mutex_);
  return {record_, committed_document_, committed_sequence_, version_sequence_, branch_name_};
}

Room::Checked Room::newest_checked() const {
  const std::lock_guard lock(mutex_);
  return {session_.document(), session_.shared_library()};
}

document::Document Room::newest_document() const {
  const std::lock_guard lock(mutex_);
  return session_.document();
}

Room::Representation Room::representation() {
  std::unique_lock lock(mutex_);
  if (page_json_) return {page_json_, page_tag_};
  if (!committed_text_) {
    const document::Document document = committed_document_;
    const std::int64_t sequence = committed_sequence_;
    lock.unlock();
    auto text = std::make_shared<const DocumentText>(texts_of(document, false));
    lock.lock();
    if (committed_sequence_ != sequence)
      return {std::make_shared<const std::string>(record_.to_json(text->structure, text->layout)),
              tag_of(record_, sequence)};
    committed_text_ = std::move(text);
  }
  page_json_ =
      std::make_shared<const std::string>(record_.to_json(committed_text_->structure, committed_text_->layout));
  page_tag_ = tag_of(record_, committed_sequence_);
  return {page_json_, page_tag_};
}

// What the representation is made of, without the document itself: its branch's log says which one that is, and the
// components how it was read.
std::string Room::tag_of(const PageRecord& record, std::int64_t sequence) const {
  constexpr std::size_t digits = 32;
  return content_hash(record.to_json() + "\n" + branch_id_ + "\n" + std::to_string(sequence) + "\n" + component_set_id_)
      .substr(0, digits);
}

bool Room::asks_for_teams() const {
  const std::lock_guard lock(mutex_);
  return components_.offers().ask_for_teams();
}

bool Room::is_idle() const {
  const std::lock_guard lock(mutex_);
  return members_.empty() && unfinished_ == 0;
}

bool Room::is_settled() const {
  const std::lock_guard lock(mutex_);
  return members_.empty() && unfinished_ == 0 && !first_unsaved_at_;
}

bool Room::has_ended() const {
  const std::lock_guard lock(mutex_);
  return ended_;
}

void Room::adopt_current_library() {
  const auto current = surroundings_.libraries.current(organization_id_);
  if (!current || current->library == session_.shared_library()) return;
  // Other versions of the components: the room is about to end, and the page is upgraded as it is next opened.
  if (current->component_set.id != component_set_id_) return;
  auto reopened = session::Session::open(current->library, session_.document().to_json(document::Ranks::keep));
  if (!reopened) return;
  session_ = std::move(*reopened);
  components_.set_offers(current->offers);
}

Outcome<Changed> Room::write(database::Connection& connection, const Commit& commit) const {
  const Milliseconds now = surroundings_.clock();
  Changed changed{.content_changed = commit.transaction.has_value()};
  if (commit.if_match.demands_a_tag()) TRY(check_unchanged(connection, commit));
  // The page's row first: whoever has it is the one who writes to the page.
  changed.record = TRY(commit.version ? count_version(connection, key(), commit.version->id, now)
                                      : touch(connection, page_id_, now));
  TRY(write_content(connection, commit, changed, now));
  if (commit.also) {
    TRY(commit.also(connection, now));
    changed.record = TRY(find_record(connection, page_id_));
  }
  if (!commit.event.empty())
    TRY(events::record(connection,
                       {.type = commit.event,
                        .organization_id = organization_id_,
                        .actor_id = commit.author.id,
                        .subject_id = page_id_,
                        .payload = changed.record.to_json(),
                        .token = commit.author.token},
                       now));
  return changed;
}

// Once more, in the transaction: the page's settings may have been changed by another branch, or another process.
Outcome<void> Room::check_unchanged(database::Connection& connection, const Commit& commit) const {
  TRY(lock_page(connection, page_id_));
  const PageRecord record = TRY(find_record(connection, page_id_));
  if (record.deleted_at) return {};  // which is said by what follows
  const std::int64_t sequence = TRY(last_sequence(connection, key()));
  if (!commit.if_match.is_met_by(tag_of(record, sequence))) return std::unexpected(changed_meanwhile());
  return {};
}

Outcome<void> Room::write_content(database::Connection& connection, const Commit& commit, Changed& changed,
                                  Milliseconds now) const {
  if (!commit.version)
    return commit.transaction ? append(connection, key(), *commit.transaction, now) : Outcome<void>();
  const NewVersion& version = *commit.version;
  const std::int64_t number = changed.record.latest_version_number;
  changed.version = TRY(commit.transaction ? append(connection, key(), *commit.transaction, version, number, now)
                                           : insert_version(connection, key(), version, number, now));
  // Once in a while is enough, and versions come once in a while.
  if (version.sequence > surroundings_.kept_transactions && number % 64 == 0) {
    TRY(compact(connection, key(), surroundings_.kept_transactions));
    changed.compacted = true;
  }
  return {};
}

// On the database's thread, in the order of commits.
void Room::finish(const Commit& commit, Outcome<Changed>& result) {
  {
    const std::lock_guard lock(mutex_);
    settle(commit, result);
  }
  if (!result) return;
  if (commit.version || commit.also) family_->tell(result->record, this);
  if (commit.after_commit) commit.after_commit();
}

void Room::settle(const Commit& commit, Outcome<Changed>& result) {
  --unfinished_;
  if (!result) {
    // What later transactions were built on is not in the database: they fail as well, and the page is opened anew.
    if (commit.transaction) {
      log::error("a transaction was not stored", {{"page", page_id_}, {"cause", result.error().cause}});
      // What only whoever runs the server can mend is said: sending again will not help before.
      if (result.error().is(ProblemKind::storage_full))
        broadcast(error_message("storage_full", "The server's disk is full: it can't store changes."));
      end(1012, "The last changes were not stored: they are sent again.");
    } else if (result.error().is(ProblemKind::precondition_failed) &&
               commit.if_match.is_met_by(tag_of(record_, committed_sequence_))) {
      end(1012, "The page was changed elsewhere.");  // what the room knows is not what the database has
    }
    return;
  }
  record_ = result->record;
  page_json_ = nullptr;
  if (commit.transaction) {
    if (!first_unsaved_at_) first_unsaved_at_ = surroundings_.clock();
    last_author_ = commit.transaction->author;
    commit_transaction(commit.transaction->sequence);
    committed_text_ = commit.text;
  }
  if (commit.version) {
    settle_version(commit.version->sequence);
    if (result->compacted) forget_compacted();
    broadcast(version_message(*result->version));
  }
  if (commit.version || commit.also) broadcast(page_message(record_));
}

void Room::settle_version(std::int64_t sequence) {
  snapshot_sequence_ = std::max(snapshot_sequence_, sequence);
  version_sequence_ = std::max(version_sequence_, sequence);
  if (version_sequence_ >= committed_sequence_) first_unsaved_at_.reset();
}

void Room::commit_transaction(std::int64_t sequence) {
  if (in_flight_.empty() || in_flight_.front().transaction.sequence != sequence) return;  // the room has ended
  InFlight done = std::move(in_flight_.front());
  in_flight_.pop_front();
  committed_document_ = std::move(done.document);
  committed_sequence_ = sequence;
  Message message = transaction_message(done.transaction);
  const Message acknowledge = acknowledge_message(
      done.transaction.id, sequence,
      done.operations_left_out ? std::string_view(done.transaction.operations) : std::string_view());
  for (const auto& author : done.authors) author->send(acknowledge);
  broadcast(message, done.authors);
  remember(done.transaction, std::move(message));
}

void Room::remember(const LoggedTransaction& transaction, Message message) {
  constexpr std::size_t max_messages = 2000;
  constexpr std::size_t max_bytes = 8U << 20U;
  recent_bytes_ += message->size();
  recent_.push_back(std::move(message));
  while (recent_.size() > max_messages || (recent_bytes_ > max_bytes && recent_.size() > 1)) {
    recent_bytes_ -= recent_.front()->size();
    recent_.pop_front();
  }
  known_.emplace(transaction.id, Known{transaction.sequence, transaction.author.id});
  known_in_order_.emplace_back(transaction.sequence, transaction.id);
}

void Room::forget_compacted() {
  const std::int64_t last = std::min(snapshot_sequence_, version_sequence_) - surroundings_.kept_transactions;
  while (!known_in_order_.empty() && known_in_order_.front().first <= last) {
    known_.erase(known_in_order_.front().second);
    known_in_order_.pop_front();
  }
}

}  // namespace pagewright::collaboration
