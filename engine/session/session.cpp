#include "engine/session/session.hpp"

#include <algorithm>

#include "engine/operation/first_portion.hpp"

namespace pagewright::session {

using operation::OnConflict;
using operation::Operation;
using operation::Transaction;

Session::Session(std::shared_ptr<const render::Library> library, document::Document document)
    : library_(std::move(library)), document_(document), confirmed_(std::move(document)) {}

Result<Session> Session::open(std::shared_ptr<const render::Library> library, json::Value document) {
  auto parsed = TRY(document::Document::parse(std::move(document), library->catalog()));
  return Session(std::move(library), std::move(parsed));
}

void Session::replay_pending() {
  document_ = confirmed_;
  for (const Transaction& transaction : pending_) {
    // A fault here is one that the server will find as well, and answer with a refusal.
    [[maybe_unused]] const auto applied =
        operation::apply(document_, transaction.operations, OnConflict::leave_out, library_->catalog());
  }
}

Result<void> Session::reset(const json::Value& document, std::deque<Transaction> pending) {
  confirmed_ = TRY(document::Document::parse(document, library_->catalog()));
  pending_ = std::move(pending);
  replay_pending();
  return {};
}

Result<Session::Change> Session::apply(Transaction transaction, std::string_view coalesce) {
  auto applied = TRY(operation::apply(document_, transaction.operations, OnConflict::refuse, library_->catalog()));
  history_.record({transaction.label, std::move(applied.inverse)}, coalesce);
  pending_.push_back(transaction);
  return Change{std::move(transaction)};
}

Result<Session::Change> Session::receive(const Transaction& transaction) {
  auto applied = TRY(operation::apply(confirmed_, transaction.operations, OnConflict::leave_out, library_->catalog()));
  replay_pending();
  return Change{Transaction{transaction.id, transaction.label, std::move(applied.operations)}};
}

// Goes through what was sent as the server did: what it accepted applies, and the rest says why it does not.
std::vector<LeftOut> Session::left_out(const std::vector<Operation>& sent,
                                       const std::vector<Operation>& accepted) const {
  std::vector<LeftOut> out;
  if (accepted.size() == sent.size()) return out;
  document::Document document = confirmed_;
  auto next = accepted.begin();
  for (const Operation& operation : sent) {
    const bool is_accepted =
        next != accepted.end() && json::equal(operation::to_json(*next), operation::to_json(operation));
    if (is_accepted) ++next;
    auto applied = operation::apply(document, operation, library_->catalog());
    if (is_accepted) continue;
    out.push_back(
        {operation, applied ? Error{ErrorCode::gone, "The change came too late.", {}} : std::move(applied).error()});
  }
  return out;
}

Result<Session::Change> Session::acknowledge(std::string_view transaction_id, const std::vector<Operation>* accepted) {
  const auto transaction = std::ranges::find(pending_, transaction_id, &Transaction::id);
  if (transaction == pending_.end())
    return fail(ErrorCode::gone,
                "No transaction \"" + std::string(transaction_id) + "\" is waiting to be acknowledged.");
  const bool as_sent = !accepted && transaction == pending_.begin();
  Change change;
  if (accepted) change.left_out = left_out(transaction->operations, *accepted);
  TRY(operation::apply(confirmed_, accepted ? *accepted : transaction->operations, OnConflict::leave_out,
                       library_->catalog()));
  pending_.erase(transaction);
  if (!as_sent)
    replay_pending();
  else if (pending_.empty())
    document_ = confirmed_;
  return change;
}

Result<Session::Change> Session::refuse(std::string_view transaction_id) {
  const auto transaction = std::ranges::find(pending_, transaction_id, &Transaction::id);
  if (transaction == pending_.end())
    return fail(ErrorCode::gone, "No transaction \"" + std::string(transaction_id) + "\" is waiting for an answer.");
  pending_.erase(transaction);
  replay_pending();
  return Change{};
}

Result<Session::Change> Session::undo(std::string transaction_id, std::size_t most_bytes) {
  const history::Step* step = history_.next_undo();
  if (!step) return fail(ErrorCode::gone, "There is nothing to undo.");
  return take_step(*step, &history::History::undone, {std::move(transaction_id), "Undo " + step->label, {}},
                   most_bytes);
}

Result<Session::Change> Session::redo(std::string transaction_id, std::size_t most_bytes) {
  const history::Step* step = history_.next_redo();
  if (!step) return fail(ErrorCode::gone, "There is nothing to redo.");
  return take_step(*step, &history::History::redone, {std::move(transaction_id), "Redo " + step->label, {}},
                   most_bytes);
}

Result<Session::Change> Session::take_step(const history::Step& step, Taken taken, Transaction transaction,
                                           std::size_t most_bytes) {
  auto [portion, rest] = operation::first_portion(step.operations, most_bytes);
  auto applied = TRY(operation::apply(document_, portion, OnConflict::leave_out, library_->catalog()));
  transaction.operations = std::move(applied.operations);
  const bool is_unfinished = !rest.empty();
  (history_.*taken)(std::move(applied.inverse), std::move(rest));
  pending_.push_back(transaction);
  return Change{.to_send = std::move(transaction), .is_unfinished = is_unfinished};
}

}  // namespace pagewright::session
