#include "server/tokens/built_in_themes.hpp"

#include <stdexcept>

#include "engine/json/value.hpp"
#include "server/embedded/embedded_files.hpp"

namespace pagewright::tokens {
namespace {

constexpr std::string_view folder = "library/themes/";
constexpr std::string_view ending = ".json";

// A theme's $description is "<name>: <what it looks like>".
BuiltInTheme read(const embedded::File& file) {
  const auto tokens = json::parse(file.bytes);
  const auto words = tokens ? json::find_string(*tokens, "$description").value_or("") : std::string_view();
  const auto colon = words.find(": ");
  if (colon == std::string_view::npos) throw std::runtime_error(std::string(file.path) + " does not say what it is");
  return {.name = std::string(file.path.substr(folder.size(), file.path.size() - folder.size() - ending.size())),
          .display_name = std::string(words.substr(0, colon)),
          .description = std::string(words.substr(colon + 2)),
          .tokens = file.bytes};
}

}  // namespace

std::vector<BuiltInTheme> built_in_themes() {
  std::vector<BuiltInTheme> themes;
  for (const embedded::File& file : embedded::under(folder))
    if (file.path.ends_with(ending)) themes.push_back(read(file));
  return themes;
}

}  // namespace pagewright::tokens
