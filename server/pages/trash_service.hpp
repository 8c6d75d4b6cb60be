// Deleting pages: into the trash, back out of it, and for ever.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/environments/published_pages.hpp"

namespace pagewright::pages {

class TrashService {
 public:
  TrashService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
               environments::PublishedPages& published)
      : surroundings_(std::move(surroundings)), rooms_(rooms), published_(published) {}

  // Takes the page off its sites and frees its slug. All of it is kept.
  Task<Outcome<void>> put(http::Caller caller, std::string page_id, http::IfMatch if_match = {});

  // The page with its whole history, as a draft where it was published; with another slug where its own was taken
  // meanwhile.
  Task<Outcome<collaboration::Room::Representation>> restore(http::Caller caller, std::string page_id);

  // With its history, and what only it was published as. Only of what is in the trash.
  Task<Outcome<void>> erase(http::Caller caller, std::string page_id);
  // The same by the server itself, unless somebody has restored the page, or put it there anew, since that time.
  Task<Outcome<void>> erase_expired(std::string page_id, std::string organization_id, Milliseconds deleted_before);

 private:
  // In the writer's transaction. Answers the ids of the previews that end with the page.
  using Erasure = std::function<Outcome<std::vector<std::string>>(database::Connection&)>;
  Task<Outcome<void>> erase_by(Erasure erasure);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  environments::PublishedPages& published_;
};

}  // namespace pagewright::pages
