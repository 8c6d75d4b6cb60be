#include "server/scenarios/observed.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace pagewright::scenarios {

std::map<std::string, std::vector<std::string>> served(Installation& installation) {
  std::map<std::string, std::vector<std::string>> files;
  for (const auto& [path, artifact] : installation.sites().current()->artifacts())
    files[path] = {artifact->body, artifact->brotli, artifact->gzip, artifact->etag, artifact->content_type};
  return files;
}

std::vector<std::vector<database::Cell>> rows_of(database::Connection& connection, const database::Table& table) {
  std::vector<std::vector<database::Cell>> rows;
  for (const auto row : database::must(connection.query("SELECT * FROM " + table.name))) {
    rows.emplace_back();
    for (std::size_t column = 0; column < table.columns.size(); ++column) rows.back().push_back(row.cell(column));
  }
  std::ranges::sort(rows);
  return rows;
}

void publish_somewhere(Installation& installation, const std::string& page_id) {
  const auto environments = installation.get(As::admin, "/environments").json();
  const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  EXPECT_EQ(
      installation.post(As::admin, "/pages/" + page_id + "/publish", R"({"environmentId":")" + environment + "\"}")
          .status,
      200U);
}

}  // namespace pagewright::scenarios
