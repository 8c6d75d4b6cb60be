// Who somebody is in their organisation, beside the role.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pagewright::access {

struct Membership {
  std::string user_id;
  std::vector<std::string> team_ids = {};

  [[nodiscard]] bool is_in(std::string_view team_id) const {
    return std::ranges::find(team_ids, team_id) != team_ids.end();
  }
  bool operator==(const Membership&) const = default;
};

}  // namespace pagewright::access
