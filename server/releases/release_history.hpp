// The releases so far, and going back to one, or on to another environment, with the very bytes that were shown then.
#pragma once

#include <functional>

#include "server/releases/release_writer.hpp"
#include "server/releases/upcoming_release.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::releases {

struct MoveRequest {
  std::string release_id;
  std::string environment_id = {};  // of a promotion: where to
  std::string message = {};
  bool is_dry_run = false;
};

// What happened, or would: a release that has no id yet.
struct Moved {
  ReleaseRecord record;
  bool is_dry_run = false;
};

class ReleaseHistory {
 public:
  ReleaseHistory(database::Database& database, ExecutorPool& pool, tokens::Libraries& libraries,
                 collaboration::Rooms& rooms, environments::PublishedPages& published,
                 std::function<Milliseconds()> clock)
      : database_(database),
        pool_(pool),
        libraries_(libraries),
        rooms_(rooms),
        published_(published),
        clock_(std::move(clock)) {}

  Task<Outcome<ReleaseList>> list(ReleaseQuery query);
  Task<Outcome<std::vector<UpcomingRelease>>> upcoming(http::Caller caller);
  Task<Outcome<ReleaseRecord>> get(http::Caller caller, std::string id);
  Task<Outcome<std::vector<ShownRecord>>> shown(http::Caller caller, std::string environment_id);

  // The environment shows again what it showed after that release: all of it, in one transaction. Conflict where it
  // does so already.
  Task<Outcome<Moved>> roll_back(http::Caller caller, MoveRequest request);
  // Another environment shows what that release has shown in its own. Conflict where it does so already, or has another
  // page at one of the addresses.
  Task<Outcome<Moved>> promote(http::Caller caller, MoveRequest request);

 private:
  using Plan = Outcome<Move> (*)(database::Connection&, const ReleaseRecord&, const MoveRequest&);
  Task<Outcome<Moved>> move(http::Caller caller, MoveRequest request, std::string_view kind, Plan plan);

  database::Database& database_;
  ExecutorPool& pool_;
  tokens::Libraries& libraries_;
  collaboration::Rooms& rooms_;
  environments::PublishedPages& published_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::releases
