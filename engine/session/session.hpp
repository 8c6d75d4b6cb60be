// One open page: its document, the author's pending transactions, undo and redo. The same code on both sides. The
// server calls only open, receive and the reading functions; an editor applies at once, sends what apply returned, and
// follows the server's order.
#pragma once

#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "engine/history/history.hpp"
#include "engine/operation/operation.hpp"
#include "engine/render/library.hpp"

namespace pagewright::session {

// An operation of the author's own that came too late: what it was about is gone, or full, or elsewhere by now.
struct LeftOut {
  operation::Operation operation;
  Error error;
};

class Session {
 public:
  [[nodiscard]] static Result<Session> open(std::shared_ptr<const render::Library> library, json::Value document);

  // What to send to the server, where something has to be sent. What changed in the document is the difference between
  // document() before and after the call; copying it is O(1), and so is skipping what both share.
  struct Change {
    std::optional<operation::Transaction> to_send = {};
    std::vector<LeftOut> left_out = {};  // of the author's own acknowledged transaction
    bool is_unfinished = false;          // of an undo or redo only a portion is done: calling it again goes on
  };

  // The author's own: applied at once, pending until acknowledged, undoable. A `coalesce` key equal to that of the last
  // undo step (typing into one field) extends that step.
  [[nodiscard]] Result<Change> apply(operation::Transaction transaction, std::string_view coalesce = {});

  // A transaction in the server's order. On the server itself: orders it. Conflicting operations are left out;
  // `to_send` is the transaction as it stands in the log. A fault changes nothing.
  [[nodiscard]] Result<Change> receive(const operation::Transaction& transaction);

  // The server committed a pending transaction. `accepted` where it left operations out: the change then says which,
  // and why.
  [[nodiscard]] Result<Change> acknowledge(std::string_view transaction_id,
                                           const std::vector<operation::Operation>* accepted = nullptr);
  // The server refused it: it is taken back.
  [[nodiscard]] Result<Change> refuse(std::string_view transaction_id);

  // A new base from the server (the log could not be resumed, or this is a new instance): `pending` is applied on top
  // of it, in order; undo and redo stay.
  [[nodiscard]] Result<void> reset(const json::Value& document, std::deque<operation::Transaction> pending);

  // Error gone where there is nothing to undo. `transaction_id` names the new transaction. A step whose operations have
  // more than `most_bytes` of JSON is done in portions.
  [[nodiscard]] Result<Change> undo(std::string transaction_id, std::size_t most_bytes = whole_step);
  [[nodiscard]] Result<Change> redo(std::string transaction_id, std::size_t most_bytes = whole_step);
  static constexpr std::size_t whole_step = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] const document::Document& document() const { return document_; }  // copying it is the snapshot: O(1)
  [[nodiscard]] const render::Library& library() const { return *library_; }
  [[nodiscard]] const std::shared_ptr<const render::Library>& shared_library() const { return library_; }
  [[nodiscard]] const history::History& history() const { return history_; }
  [[nodiscard]] const std::deque<operation::Transaction>& pending() const { return pending_; }

 private:
  Session(std::shared_ptr<const render::Library> library, document::Document document);

  [[nodiscard]] std::vector<LeftOut> left_out(const std::vector<operation::Operation>& sent,
                                              const std::vector<operation::Operation>& accepted) const;
  // Does the step, or its first portion, and has the history know by `taken`.
  using Taken = void (history::History::*)(std::vector<operation::Operation>, std::vector<operation::Operation>);
  [[nodiscard]] Result<Change> take_step(const history::Step& step, Taken taken, operation::Transaction transaction,
                                         std::size_t most_bytes);
  // The document anew: what the server has ordered, with the pending transactions on top.
  void replay_pending();

  std::shared_ptr<const render::Library> library_;
  document::Document document_;   // what the author sees: confirmed_ with pending_ applied
  document::Document confirmed_;  // what the server has ordered
  std::deque<operation::Transaction> pending_;
  history::History history_;
};

}  // namespace pagewright::session
