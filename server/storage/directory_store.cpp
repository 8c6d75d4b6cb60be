#include "server/storage/directory_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>

#include "server/base/digest.hpp"
#include "server/storage/disk_fault.hpp"

namespace pagewright::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished_name = ".unfinished-";

// Closes it at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

Outcome<void> write_and_sync(const fs::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.is_open()) return std::unexpected(disk_fault("make " + path.string()));
  while (!bytes.empty()) {
    const auto written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return std::unexpected(disk_fault("write " + path.string()));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file.number()) != 0) return std::unexpected(disk_fault("write " + path.string()));
  return {};
}

// The names in it are on disk.
Outcome<void> sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open() || ::fsync(opened.number()) != 0)
    return std::unexpected(disk_fault("write " + folder.string()));
  return {};
}

// What put() was at when the machine stopped. Much less than the time after which what a cut off upload left behind is
// removed: nobody comes a second time.
void remove_unfinished(const fs::path& folder) {
  constexpr auto longest_put = std::chrono::minutes(10);
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    if (!entry.path().filename().string().starts_with(unfinished_name)) continue;
    const auto written_at = entry.last_write_time(fault);
    if (!fault && written_at < fs::file_time_type::clock::now() - longest_put) fs::remove(entry.path(), fault);
  }
}

}  // namespace

fs::path DirectoryStore::file_at(const std::string& place) const {
  assert(is_place(place) && "a place leads nowhere but into the store");
  return root_ / place;
}

Outcome<void> DirectoryStore::put(const std::string& place, std::string_view bytes, std::string_view /*media_type*/) {
  const fs::path file = file_at(place);
  const fs::path folder = file.parent_path();
  std::error_code fault;
  const bool is_new_folder = fs::create_directories(folder, fault);
  if (fault) {
    errno = fault.value();
    return std::unexpected(disk_fault("make " + folder.string()));
  }
  const fs::path unfinished = folder / (std::string(unfinished_name) + random_secret(9));
  if (auto written = write_and_sync(unfinished, bytes); !written) {
    fs::remove(unfinished, fault);
    return written;
  }
  if (::rename(unfinished.c_str(), file.c_str()) != 0) return std::unexpected(disk_fault("write " + file.string()));
  TRY(sync_folder(folder));
  if (is_new_folder) TRY(sync_folder(folder.parent_path()));
  return {};
}

Outcome<std::shared_ptr<const MappedFile>> DirectoryStore::open(const std::string& place) {
  return MappedFile::open(file_at(place));
}

Outcome<void> DirectoryStore::remove(const std::string& place) {
  const fs::path file = file_at(place);
  std::error_code fault;
  fs::remove(file, fault);
  if (fault && fault != std::errc::no_such_file_or_directory && fault != std::errc::not_a_directory)
    return std::unexpected(Problem::internal("cannot remove " + file.string() + ": " + fault.message()));
  if (file.parent_path() != root_) remove_unfinished(file.parent_path());
  // The last one takes its folder along.
  for (fs::path folder = file.parent_path(); folder != root_; folder = folder.parent_path())
    if (::rmdir(folder.c_str()) != 0) break;
  return {};
}

Outcome<void> DirectoryStore::try_out() {
  const std::string place = "try-out-" + random_secret(9);
  for (const auto& step : {put(place, "Pagewright", "text/plain"), remove(place)}) {
    if (step) continue;
    Problem problem = step.error();
    problem.detail = problem.cause + ".";
    return std::unexpected(std::move(problem));
  }
  return {};
}

}  // namespace pagewright::storage
