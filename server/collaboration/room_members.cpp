// The editors of a live page: joining, leaving, submitting.
#include <algorithm>

#include "server/collaboration/room_commit.hpp"

namespace pagewright::collaboration {

Task<Outcome<void>> Room::join(std::shared_ptr<Member> member, std::optional<std::int64_t> since) {
  std::vector<Message> older;
  std::unique_lock lock(mutex_);
  if (since && (*since < 0 || *since > committed_sequence_)) since.reset();
  if (since && !recent_after(*since)) {
    lock.unlock();
    const auto logged = CO_TRY(co_await surroundings_.database.read(
        [&](database::Connection& connection) { return transactions_after(connection, key(), *since); }));
    lock.lock();
    for (const LoggedTransaction& transaction : logged)
      if (transaction.sequence <= committed_sequence_) older.push_back(transaction_message(transaction));
    if (logged.empty() || logged.front().sequence != *since + 1) since.reset();  // compacted away
  }
  if (ended_) co_return std::unexpected(Problem::unavailable("The page was just reloaded or deleted: try again."));

  Welcome welcome{.sequence = committed_sequence_,
                  .branch = branch_name_,
                  .role = http::name_of(member->claims()->role),
                  .can_edit = is_editable_for(*member),
                  .library = component_set_id_};
  std::vector<Message> transactions = std::move(older);
  if (since) {
    const auto rest = recent_after(*since + static_cast<std::int64_t>(transactions.size()));
    if (rest) transactions.insert(transactions.end(), rest->begin(), rest->end());
    if (!rest) since.reset();
  }
  std::string document;
  if (since) {
    welcome.transactions = transactions;
  } else {
    committed_document_.append_json(document, document::Ranks::keep);
    welcome.document = &document;
  }
  member->send(welcome_message(welcome));
  members_.push_back(std::move(member));
  co_return Outcome<void>();
}

// Nothing where memory does not reach back that far.
std::optional<std::vector<Message>> Room::recent_after(std::int64_t since) const {
  const std::int64_t missing = committed_sequence_ - since;
  if (missing < 0 || missing > static_cast<std::int64_t>(recent_.size())) return std::nullopt;
  return std::vector<Message>(recent_.end() - missing, recent_.end());
}

void Room::leave(const Member* member) {
  const std::lock_guard lock(mutex_);
  std::erase_if(members_, [&](const auto& other) { return other.get() == member; });
}

void Room::submit(const std::shared_ptr<Member>& member, const json::Value& source) {
  const std::lock_guard lock(mutex_);
  if (ended_ || member->has_ended()) return;
  const std::string id(json::find_string(source, "id").value_or(""));
  // Acknowledging somebody else's transaction for one's own would lose this one without a word.
  const auto refuse_taken = [&] {
    member->send(refuse_message(id, {.code = ErrorCode::invalid_operation,
                                     .message = "Somebody else has made a change with this id.",
                                     .path = "/id"}));
  };
  if (const auto known = known_.find(id); known != known_.end()) {
    if (known->second.author_id != member->author().id) return refuse_taken();
    return member->send(acknowledge_message(id, known->second.sequence));
  }
  const auto same = [&](const InFlight& other) { return other.transaction.id == id; };
  if (const auto waiting = std::ranges::find_if(in_flight_, same); waiting != in_flight_.end()) {
    if (waiting->transaction.author.id != member->author().id) return refuse_taken();
    waiting->authors.push_back(member);
    return;
  }
  if (!is_editable_for(*member)) {
    member->send(refuse_message(id, {.code = ErrorCode::invalid_operation,
                                     .message = "The branch is protected: only administrators change it."}));
    return;
  }
  adopt_current_library();
  const auto transaction = operation::transaction_from_json(source, session_.document(), session_.library().catalog());
  if (!transaction) {
    member->send(refuse_message(id, transaction.error()));
    return;
  }
  if (const auto refused = components_.refusal(transaction->operations, member->membership())) {
    member->send(refuse_message(id, {.code = ErrorCode::invalid_operation,
                                     .message = refused->message,
                                     .path = "/operations/" + std::to_string(refused->operation) + "/node"}));
    return;
  }
  const auto received = session_.receive(*transaction);
  if (!received) {
    member->send(refuse_message(id, received.error()));
    return;
  }
  const operation::Transaction& accepted = received->to_send ? *received->to_send : *transaction;
  components_.remember(accepted.operations);
  const LoggedTransaction logged{.sequence = ++head_sequence_,
                                 .id = id,
                                 .author = member->author(),
                                 .label = accepted.label,
                                 .operations = operations_json(accepted.operations)};
  in_flight_.push_back({.transaction = logged,
                        .document = session_.document(),
                        .operations_left_out = accepted.operations.size() != transaction->operations.size(),
                        .authors = {member}});
  ++unfinished_;
  auto commit = std::make_shared<const Commit>(Commit{.transaction = logged, .author = member->author()});
  surroundings_.database.enqueue_write(
      [room = shared_from_this(), commit](database::Connection& connection) {
        return room->write(connection, *commit);
      },
      [room = shared_from_this(), commit](Outcome<Changed> result) { room->finish(*commit, result); });
}

void Room::broadcast(const Message& message, const std::vector<std::shared_ptr<Member>>& except) {
  for (const auto& member : members_)
    if (std::ranges::find(except, member) == except.end()) member->send(message);
}

void Room::tell(const Message& message) {
  const std::lock_guard lock(mutex_);
  broadcast(message);
}

void Room::end(unsigned short code, const std::string& reason) {
  ended_ = true;
  in_flight_.clear();
  for (const auto& member : members_) member->close(code, reason);
}

void Room::close_members(unsigned short code, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  end(code, reason);
}

void Room::end_conversations(const std::function<bool(const Member&)>& whose, unsigned short code,
                             const std::string& reason) {
  const std::lock_guard lock(mutex_);
  for (const auto& member : members_)
    if (whose(*member)) member->end(code, reason);
}

}  // namespace pagewright::collaboration
