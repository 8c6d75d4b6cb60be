// People who are named in a comment's text: "<@0b9d8a52-6a51-4c39-9d3e-2f0f6a1b7c02> have a look".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pagewright::comments {

inline constexpr std::size_t most_mentions = 20;  // of a comment

// The ids, each once, in the order in which they come.
[[nodiscard]] std::vector<std::string> mentioned_ids(std::string_view body);

// The text as it is read: "@Ada have a look". `names` by id; one that is not there reads "@somebody".
[[nodiscard]] std::string with_names(std::string_view body, const std::map<std::string, std::string>& names);

}  // namespace pagewright::comments
