// What a job of the kind "release.publish" is to do, as it is written down.
#pragma once

#include <optional>

#include "server/releases/release_service.hpp"

namespace pagewright::releases {

inline constexpr std::string_view kind_of_release_job = "release.publish";

struct ReleaseJob {
  std::string user_id;  // in whose name
  Batch batch;

  [[nodiscard]] std::string to_payload() const;
  // Nothing where it is no such payload.
  [[nodiscard]] static std::optional<ReleaseJob> read(std::string_view payload);
};

}  // namespace pagewright::releases
