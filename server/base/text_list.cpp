#include "server/base/text_list.hpp"

#include "server/base/json_text.hpp"

namespace pagewright {

std::string text_list_json(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) json::append_quoted(quoted.emplace_back(), text);
  return json_array(quoted);
}

std::vector<std::string> read_text_list(std::string_view json) {
  std::vector<std::string> texts;
  const auto list = json::parse(json);
  if (!list || !list->is_array()) return texts;
  for (const json::Value& item : list->get_array())
    if (item.is_string()) texts.emplace_back(json::view(item.get_string()));
  return texts;
}

}  // namespace pagewright
