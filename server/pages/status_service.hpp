// The status of several pages at once.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/environments/published_pages.hpp"

namespace pagewright::pages {

class StatusService {
 public:
  StatusService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                environments::PublishedPages& published)
      : surroundings_(std::move(surroundings)), rooms_(rooms), published_(published) {}

  // All of them or none, in one transaction; the pages as they are then, in that order. What has the status already
  // stays untouched. Faults name the place in `ids`.
  Task<Outcome<std::vector<collaboration::PageRecord>>> change(http::Caller caller, std::vector<std::string> page_ids,
                                                               std::string status);

 private:
  struct Changed;
  [[nodiscard]] Outcome<Changed> write(database::Connection& connection, const http::Caller& caller,
                                       const std::vector<std::string>& page_ids, const std::string& status) const;

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  environments::PublishedPages& published_;
};

}  // namespace pagewright::pages
