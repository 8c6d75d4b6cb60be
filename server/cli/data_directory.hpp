// The directory that holds all of an installation: the database and its secrets.
#pragma once

#include <filesystem>
#include <optional>

#include "server/problem/problem.hpp"

namespace pagewright::cli {

class DataDirectory {
 public:
  // Creates the directory if need be (only its owner may enter it) and locks it: one server at a time. Fails with a
  // sentence for the person who started the program, in `detail`.
  static Outcome<DataDirectory> open(const std::filesystem::path& path);

  // Locks the folder of a database in a file as well; nothing where the file is in this directory.
  [[nodiscard]] Outcome<std::optional<DataDirectory>> lock_folder_of(const std::filesystem::path& file) const;

  DataDirectory(DataDirectory&& other) noexcept;
  DataDirectory& operator=(DataDirectory&&) = delete;
  ~DataDirectory();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  static constexpr const char* database_name = "pagewright.db";
  [[nodiscard]] std::filesystem::path database_file() const { return path_ / database_name; }

 private:
  DataDirectory(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_;  // an open file descriptor, or -1
};

}  // namespace pagewright::cli
