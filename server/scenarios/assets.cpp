#include "server/scenarios/assets.hpp"

#include <gtest/gtest.h>

namespace pagewright::scenarios {

const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><path d="M0 0h9"/></svg>)";
const std::string pdf = "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj";

Answer must_upload(Installation& installation, const std::string& name, const std::string& bytes) {
  Answer answer = installation.upload(As::editor, name, bytes);
  EXPECT_EQ(answer.status, 201U) << answer.body;
  return answer;
}

std::size_t stored_files(Installation& installation) {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(installation.installed().data_directory / "assets"))
    count += entry.is_regular_file() ? 1 : 0;
  return count;
}

}  // namespace pagewright::scenarios
