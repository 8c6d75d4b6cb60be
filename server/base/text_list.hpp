// A list of texts as a JSON array: how lists stand in answers and in columns of the database.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright {

[[nodiscard]] std::string text_list_json(const std::vector<std::string>& texts);

// What text_list_json() has written. What is no such list gives an empty one, what in it is no text is left out.
[[nodiscard]] std::vector<std::string> read_text_list(std::string_view json);

}  // namespace pagewright
