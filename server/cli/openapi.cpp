#include "server/cli/openapi.hpp"

#include <sodium.h>

#include <iostream>

#include "server/api/openapi_document.hpp"
#include "server/application.hpp"
#include "server/database/sqlite_database.hpp"

namespace pagewright::cli {
namespace {

// The routes are those of an application, and an application stands on a directory and a database: these are empty, and
// gone afterwards.
class EmptyDirectory {
 public:
  EmptyDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "pagewright-openapi-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("There is no place for temporary files.");
    path_ = name;
  }
  ~EmptyDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  EmptyDirectory(const EmptyDirectory&) = delete;
  EmptyDirectory& operator=(const EmptyDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

int complain(std::string_view sentence) {
  std::cerr << "pagewright: " << sentence << '\n';
  return 1;
}

}  // namespace

int print_openapi_document(std::ostream& out) {
  if (sodium_init() < 0) return complain("The cryptographic library cannot be started.");
  try {
    const EmptyDirectory directory;
    const auto database = database::SqliteDatabase::open(directory.path() / "empty.db");
    if (!database) return complain(database.error().cause);
    ExecutorPool pool(1);
    sites::SiteSnapshots sites;
    Application application({.data_directory = directory.path(), .editor_url = {}, .sites_url = {}}, **database, pool,
                            sites);
    out << api::openapi_document(application.routes(), api::Description::of_program()) << '\n' << std::flush;
    return out ? 0 : complain("The document could not be written.");
  } catch (const std::exception& thrown) {
    return complain(thrown.what());
  }
}

}  // namespace pagewright::cli
