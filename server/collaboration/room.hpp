// A live branch of a page: its document in memory, the order of changes, and the editors that are connected to it.
// Every change of the branch goes through its room: it is applied, queued for the database in the same order, and told
// to others once it is committed.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/session/session.hpp"
#include "server/collaboration/member.hpp"
#include "server/collaboration/messages.hpp"
#include "server/collaboration/page_components.hpp"
#include "server/collaboration/page_family.hpp"
#include "server/collaboration/presence.hpp"
#include "server/collaboration/room_store.hpp"
#include "server/http/entity_tag.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::collaboration {

// What a committed change left behind.
struct Changed {
  PageRecord record;
  std::optional<VersionRecord> version = {};
  bool content_changed = false;
  bool compacted = false;  // the log has been shortened
};

// A change by the program's own hand: a REST call, not a keystroke.
struct PageChange {
  Author author;
  std::string label = {};
  // Gives the document that the present one should become; null: the document stays. May be called several times, on
  // any thread.
  std::function<Outcome<document::Document>(const document::Document&)> content = {};
  // Who brings what the page did not have: nodes of components that are not offered to them are refused. Nothing: it
  // comes from the page's own history or branches.
  std::optional<access::Membership> inserter = {};
  // More SQL of the same transaction, after the change and its version are written.
  std::function<Outcome<void>(database::Connection&, Milliseconds now)> also = {};
  // A version with this message: of every change, or only where the document has changed. `version_of`: its document
  // and sequence, where they are not those of the change itself.
  std::string version_message = {};
  enum class WithVersion : std::uint8_t { never, if_changed, always } with_version = WithVersion::never;
  bool is_published = false;
  bool is_automatic = false;   // the version: nobody asked for it by name
  std::string merged_id = {};  // the version of another branch that the version merges into this one
  bool is_large = false;       // worked out on the pool, as changes of large pages are
  std::optional<std::pair<document::Document, std::int64_t>> version_of = {};
  std::string version_id = {};  // chosen beforehand, where `also` needs it; otherwise made
  std::string event = {};       // "page.updated"; empty: none
  // Of the representation that is changed: precondition_failed where somebody else was faster.
  http::IfMatch if_match = {};
  // Called in the order of commits, on a thread of the database; brief.
  std::function<void()> after_commit = {};
};

// Thread-safe: a mutex guards the state, and is never held across I/O.
class Room : public std::enable_shared_from_this<Room> {
 public:
  struct Surroundings {
    database::Database& database;
    ExecutorPool& pool;
    tokens::Libraries& libraries;
    std::function<Milliseconds()> clock = now_milliseconds;
    // How many transactions stay in the log behind the snapshot, for clients that come back.
    std::int64_t kept_transactions = 5000;
  };

  // Replays the log's tail on the snapshot: costs what the page is large. Error internal where the page does not fit
  // the library.
  [[nodiscard]] static Outcome<std::shared_ptr<Room>> open(StoredPage page, const tokens::VersionedLibrary& library,
                                                           std::shared_ptr<PageFamily> family,
                                                           const Surroundings& surroundings);

  [[nodiscard]] const std::string& page_id() const { return page_id_; }
  [[nodiscard]] const std::string& organization_id() const { return organization_id_; }
  [[nodiscard]] const std::string& component_set_id() const { return component_set_id_; }
  [[nodiscard]] BranchKey key() const { return {page_id_, branch_id_}; }

  // The branch as it is committed.
  struct State {
    PageRecord record;
    document::Document document;
    std::int64_t sequence;
    std::int64_t version_sequence;  // of the last version; 0: none since the branch began
    std::string branch;             // its name
  };
  [[nodiscard]] State state() const;
  // With what is on its way to the database: at least what anybody reads there.
  [[nodiscard]] document::Document newest_document() const;
  // The same, with the library that it was checked against.
  struct Checked {
    document::Document document;
    std::shared_ptr<const render::Library> library;
  };
  [[nodiscard]] Checked newest_checked() const;
  // Its REST representation, cached, and a tag that is another one whenever the representation is.
  struct Representation {
    Message json;
    std::string tag;
  };
  [[nodiscard]] Representation representation();

  Task<Outcome<Changed>> change(PageChange change);

  // Whether someone of that role, who may edit the page, may change this branch of it; forbidden where it is protected.
  [[nodiscard]] Outcome<void> check_editable(http::Role role) const;
  // Whether it counts for insertions in which teams somebody is.
  [[nodiscard]] bool asks_for_teams() const;
  // What says who may do what with the page, as it is committed.
  [[nodiscard]] access::Door door() const;
  // The branch was renamed, or its protection has changed: whoever may do something else now connects anew.
  void adopt(const BranchRecord& branch);
  // The page's row, as another branch has committed it: in the order of commits.
  void adopt(const PageRecord& record);

  // Welcomes an editor: with what came after `since`, or with the document.
  Task<Outcome<void>> join(std::shared_ptr<Member> member, std::optional<std::int64_t> since);
  void leave(const Member* member);
  // Who is here, and what they point at.
  [[nodiscard]] Presence& presence() { return presence_; }
  // Says something to everybody that is no change of the page.
  void tell(const Message& message);
  // An editor's transaction. The answer goes to the member.
  void submit(const std::shared_ptr<Member>& member, const json::Value& transaction);

  // What is due, after a transaction and every few seconds: an Auto-save version five minutes after the first change
  // that is in none (one minute, where nobody is in the room any more), a snapshot after 200 transactions.
  Task<void> maintain();
  // Stores a snapshot where the log has grown since the last one.
  Task<void> store_snapshot();

  // True when nobody needs it: no member, and nothing on its way to the database.
  [[nodiscard]] bool is_idle() const;
  // True when it may leave the memory: idle, and no change waits for its Auto-save version.
  [[nodiscard]] bool is_settled() const;
  // True after a failed commit or the page's deletion: it must be opened anew.
  [[nodiscard]] bool has_ended() const;
  void close_members(unsigned short code, const std::string& reason);
  void end_conversations(const std::function<bool(const Member&)>& whose, unsigned short code,
                         const std::string& reason);

 private:
  struct Prepared;
  struct InFlight {
    LoggedTransaction transaction;
    document::Document document;
    bool operations_left_out = false;
    std::vector<std::shared_ptr<Member>> authors;  // who gets the acknowledgement
  };
  struct Commit;

  Room(StoredPage page, session::Session session, PageComponents components, std::shared_ptr<PageFamily> family,
       const Surroundings& surroundings);

  // What a change is worked out on.
  struct Ground {
    session::Session session;
    std::int64_t sequence;
    PageComponents components;
  };
  [[nodiscard]] Outcome<Prepared> prepare(const PageChange& change, const Ground& ground) const;
  [[nodiscard]] std::optional<Outcome<void>> enqueue(const PageChange& change, Prepared& prepared,
                                                     std::function<void(Outcome<Changed>)> done);
  [[nodiscard]] Outcome<Changed> write(database::Connection& connection, const Commit& commit) const;
  [[nodiscard]] Outcome<void> check_unchanged(database::Connection& connection, const Commit& commit) const;
  [[nodiscard]] Outcome<void> write_content(database::Connection& connection, const Commit& commit, Changed& changed,
                                            Milliseconds now) const;
  void finish(const Commit& commit, Outcome<Changed>& result);

  [[nodiscard]] std::string tag_of(const PageRecord& record, std::int64_t sequence) const;

  // With mutex_ held.
  void settle(const Commit& commit, Outcome<Changed>& result);
  void settle_version(std::int64_t sequence);
  [[nodiscard]] bool is_editable_for(const Member& member) const {
    return member.may_edit_page() && (!is_protected_ || member.claims()->role == http::Role::admin);
  }
  void adopt_current_library();
  void commit_transaction(std::int64_t sequence);
  void remember(const LoggedTransaction& transaction, Message message);
  void forget_compacted();
  void end(unsigned short code, const std::string& reason);
  void broadcast(const Message& message, const std::vector<std::shared_ptr<Member>>& except = {});
  [[nodiscard]] std::optional<std::vector<Message>> recent_after(std::int64_t since) const;

  const std::string page_id_;
  const std::string organization_id_;
  const std::string branch_id_;
  const std::string component_set_id_;  // the versions of the components that the document is written with
  const Surroundings surroundings_;
  const std::shared_ptr<PageFamily> family_;
  Presence presence_;

  mutable std::mutex mutex_;
  session::Session session_;  // with what is on its way to the database
  PageComponents components_;
  std::int64_t head_sequence_;
  std::deque<InFlight> in_flight_;  // in order
  unsigned unfinished_ = 0;         // writes of any kind on their way
  bool ended_ = false;

  PageRecord record_;
  std::string branch_name_;
  bool is_protected_;
  document::Document committed_document_;
  std::int64_t committed_sequence_;
  std::shared_ptr<const DocumentText> committed_text_;
  Message page_json_;
  std::string page_tag_;  // of page_json_

  std::vector<std::shared_ptr<Member>> members_;
  std::deque<Message> recent_;  // the messages of the last transactions, up to committed_sequence_
  std::size_t recent_bytes_ = 0;
  // All that the log has. A room whose log is behind the database's cannot append, so that no id gets in twice.
  struct Known {
    std::int64_t sequence;
    std::string author_id;
  };
  std::unordered_map<std::string, Known> known_;
  std::deque<std::pair<std::int64_t, std::string>> known_in_order_;

  std::int64_t snapshot_sequence_;
  std::int64_t version_sequence_;
  std::optional<Milliseconds> first_unsaved_at_;  // of the changes that are in no version
  std::optional<Author> last_author_;
  bool maintaining_ = false;
};

}  // namespace pagewright::collaboration
