// A folder for what is not finished, gone with this object.
#pragma once

#include <filesystem>

#include "server/problem/problem.hpp"

namespace pagewright::backup {

class StagingFolder {
 public:
  static constexpr std::string_view prefix = ".pagewright-unfinished-";

  // In `place`, so that what is finished can be renamed to there. Only its owner may enter it.
  static Outcome<StagingFolder> make_in(const std::filesystem::path& place);
  ~StagingFolder();

  StagingFolder(StagingFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  StagingFolder& operator=(StagingFolder&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit StagingFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace pagewright::backup
