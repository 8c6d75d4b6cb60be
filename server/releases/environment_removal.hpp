// Deleting an environment, with what was released to it.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/environments/environment_records.hpp"
#include "server/environments/published_pages.hpp"
#include "server/http/router.hpp"

namespace pagewright::releases {

class EnvironmentRemoval {
 public:
  EnvironmentRemoval(database::Database& database, ExecutorPool& pool, collaboration::Rooms& rooms,
                     environments::PublishedPages& published, std::function<Milliseconds()> clock)
      : database_(database), pool_(pool), rooms_(rooms), published_(published), clock_(std::move(clock)) {}

  enum class Contents : std::uint8_t { keep, remove };
  // Its releases go too, and what visitors sent by its forms; pages that nobody sees any more are drafts again.
  // Conflict for production, while a release to it is scheduled, and with Contents::keep where it has any.
  Task<Outcome<void>> remove(http::Caller caller, std::string id, Contents contents);

  // DELETE /environments/:id
  Task<Outcome<http::Response>> remove_named(http::Request& request);

 private:
  database::Database& database_;
  ExecutorPool& pool_;
  collaboration::Rooms& rooms_;
  environments::PublishedPages& published_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::releases
