#include "server/cli/generate_migration.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace pagewright::cli {
namespace {

namespace fs = std::filesystem;

std::unexpected<Problem> refused(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

unsigned newest_number(const fs::path& folder) {
  unsigned newest = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    unsigned number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    newest = std::max(newest, number);
  }
  return newest;
}

// "0042"
std::string padded(unsigned number) {
  constexpr std::size_t digits = 4;
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

}  // namespace

Outcome<std::vector<fs::path>> generate_migration(const fs::path& folder, std::string_view name) {
  const bool is_fit = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!is_fit) return refused("A migration's name is made of lower-case letters, digits and _, such as page_grants.");
  if (!fs::is_directory(folder))
    return refused("There is no folder " + folder.string() +
                   ": run this in Pagewright's sources, or name the folder with --folder.");
  const std::string title = padded(newest_number(folder) + 1) + "_" + std::string(name);
  std::vector<fs::path> written;
  for (const auto& [half, purpose] :
       {std::pair("up", "What changes, in the SQL that SQLite and PostgreSQL share: docs/operations/databases.md."),
        std::pair("down", "Takes back what the other half did.")}) {
    written.push_back(folder / (title + "." + half + ".sql"));
    std::ofstream file(written.back());
    file << "-- " << purpose << '\n';
    if (!file.flush()) return refused("Cannot write " + written.back().string() + ".");
  }
  return written;
}

}  // namespace pagewright::cli
