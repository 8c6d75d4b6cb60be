// Changes by the program's own hand: REST calls, restored versions, publishing.
#include "engine/diff/transition.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/room_commit.hpp"
#include "server/logging/log.hpp"

namespace pagewright::collaboration {
namespace {

// Above this many nodes a change is worked out on the pool.
constexpr std::size_t large_document = 500;

NewVersion new_version(const PageChange& change, std::int64_t sequence, DocumentText texts) {
  return {.id = change.version_id.empty() ? new_uuid() : change.version_id,
          .message = change.version_message,
          .author = change.author,
          .is_published = change.is_published,
          .is_automatic = change.is_automatic,
          .merged_id = change.merged_id,
          .sequence = sequence,
          .texts = std::move(texts)};
}

}  // namespace

Problem changed_meanwhile() {
  return Problem::precondition_failed(
      "The page has changed since you read it: get it again, and make your change on what it is now.");
}

// Works on copies, so that the room is free meanwhile.
Outcome<Room::Prepared> Room::prepare(const PageChange& change, const Ground& ground) const {
  using enum PageChange::WithVersion;
  const auto& [session, sequence, components] = ground;
  Prepared prepared{.base_sequence = sequence, .session = session, .components = components};
  if (change.content) {
    const document::Document target = TRY(change.content(session.document()));
    operation::Transaction transaction{.id = new_uuid(), .label = change.label};
    transaction.operations = diff::operations_between(session.document(), target);
    if (change.inserter)
      if (const auto refused = components.refusal(transaction.operations, *change.inserter))
        return std::unexpected(problem_of("The page was not saved", *refused, target));
    if (!transaction.operations.empty()) {
      auto received = prepared.session.receive(transaction);
      if (!received) return std::unexpected(Problem::from("The page was not saved", received.error()));
      const operation::Transaction& accepted = received->to_send ? *received->to_send : transaction;
      prepared.transaction = LoggedTransaction{.sequence = sequence + 1,
                                               .id = transaction.id,
                                               .author = change.author,
                                               .label = change.label,
                                               .operations = operations_json(accepted.operations)};
      prepared.components.remember(accepted.operations);
    }
  }
  if (prepared.transaction) {
    DocumentText texts = texts_of(prepared.session.document(), change.with_version != never);
    prepared.text =
        std::make_shared<const DocumentText>(DocumentText{.structure = texts.structure, .layout = texts.layout});
    if (change.with_version != never) prepared.version = new_version(change, sequence + 1, std::move(texts));
  } else if (change.with_version == always) {
    State now = state();
    if (change.version_of) std::tie(now.document, now.sequence) = *change.version_of;
    prepared.version = new_version(change, now.sequence, texts_of(now.document, true));
  }
  return prepared;
}

// Nothing: the document has moved on since `prepared`, which must be worked out again; or something is on its way of
// which a condition depends.
std::optional<Outcome<void>> Room::enqueue(const PageChange& change, Prepared& prepared,
                                           std::function<void(Outcome<Changed>)> done) {
  const std::lock_guard lock(mutex_);
  if (ended_) return std::unexpected(Problem::unavailable("The page was just reloaded or deleted: try again."));
  if (change.if_match.demands_a_tag()) {
    if (head_sequence_ != committed_sequence_ || !change.if_match.is_met_by(tag_of(record_, committed_sequence_)))
      return std::unexpected(changed_meanwhile());
    if (unfinished_ > 0) return std::nullopt;  // it may be a change, and is there first
  }
  if (prepared.transaction) {
    if (prepared.base_sequence != head_sequence_) return std::nullopt;
    session_ = std::move(prepared.session);
    components_ = std::move(prepared.components);
    head_sequence_ = prepared.transaction->sequence;
    in_flight_.push_back({.transaction = *prepared.transaction, .document = session_.document()});
  }
  ++unfinished_;
  auto commit = std::make_shared<const Commit>(Commit{.transaction = std::move(prepared.transaction),
                                                      .version = std::move(prepared.version),
                                                      .text = std::move(prepared.text),
                                                      .also = change.also,
                                                      .author = change.author,
                                                      .event = change.event,
                                                      .if_match = change.if_match,
                                                      .after_commit = change.after_commit});
  surroundings_.database.enqueue_write(
      [room = shared_from_this(), commit](database::Connection& connection) {
        return room->write(connection, *commit);
      },
      [room = shared_from_this(), commit, done = std::move(done)](Outcome<Changed> result) {
        room->finish(*commit, result);
        done(std::move(result));
      });
  return Outcome<void>();
}

Task<Outcome<Changed>> Room::change(PageChange change) {
  for (;;) {
    std::unique_lock lock(mutex_);
    adopt_current_library();
    const Ground ground{.session = session_, .sequence = head_sequence_, .components = components_};
    lock.unlock();

    const bool is_large = change.is_large || ground.session.document().size() > large_document;
    auto prepared =
        is_large ? co_await surroundings_.pool.run([&] { return prepare(change, ground); }) : prepare(change, ground);
    if (!prepared) co_return std::unexpected(std::move(prepared).error());

    auto result = std::make_shared<std::optional<Outcome<Changed>>>();
    bool moved_on = false;
    co_await suspend([&](Resume resume) {
      auto shared_resume = std::make_shared<Resume>(std::move(resume));
      const auto queued = enqueue(change, *prepared, [result, shared_resume](Outcome<Changed> changed) {
        result->emplace(std::move(changed));
        (*shared_resume)();
      });
      if (queued && *queued) return;  // `done` goes on, perhaps already has
      moved_on = !queued;
      if (queued) result->emplace(std::unexpected(queued->error()));
      (*shared_resume)();
    });
    if (!moved_on) co_return std::move(**result);
    // Afterwards all is done that was on its way.
    if (change.if_match.demands_a_tag())
      CO_TRY(co_await surroundings_.database.write([](database::Connection&) { return Outcome<void>(); }));
  }
}

Task<void> Room::maintain() {
  constexpr Milliseconds auto_save_after = 5LL * 60 * 1000;
  // Long enough that somebody who only reloads the editor makes no version.
  constexpr Milliseconds auto_save_after_leaving = 60LL * 1000;
  constexpr std::int64_t snapshot_after = 200;
  std::unique_lock lock(mutex_);
  const Milliseconds wait = members_.empty() ? auto_save_after_leaving : auto_save_after;
  const bool version_due = first_unsaved_at_ && last_author_ && surroundings_.clock() - *first_unsaved_at_ >= wait;
  const bool snapshot_due = committed_sequence_ - snapshot_sequence_ >= snapshot_after;
  if (maintaining_ || ended_ || (!version_due && !snapshot_due)) co_return;
  maintaining_ = true;
  const Author author = last_author_.value_or(Author());
  lock.unlock();
  if (version_due) {
    const auto saved = co_await change({.author = author,
                                        .version_message = "Auto-save",
                                        .with_version = PageChange::WithVersion::always,
                                        .is_automatic = true,
                                        .event = "page.updated"});
    if (!saved)
      log::warning("an Auto-save version was not stored", {{"page", page_id_}, {"cause", saved.error().cause}});
  } else {
    co_await store_snapshot();
  }
  lock.lock();
  maintaining_ = false;
}

Task<void> Room::store_snapshot() {
  std::unique_lock lock(mutex_);
  if (ended_ || committed_sequence_ <= snapshot_sequence_) co_return;
  const document::Document document = committed_document_;
  const std::int64_t sequence = committed_sequence_;
  ++unfinished_;
  lock.unlock();
  const DocumentText texts = co_await surroundings_.pool.run([&] { return texts_of(document, true); });
  const auto stored = co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(collaboration::store_snapshot(connection, key(), texts, sequence));
    TRY(compact(connection, key(), surroundings_.kept_transactions));
    return {};
  });
  lock.lock();
  --unfinished_;
  if (!stored) co_return;
  snapshot_sequence_ = std::max(snapshot_sequence_, sequence);
  forget_compacted();
}

}  // namespace pagewright::collaboration
