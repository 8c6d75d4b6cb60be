// Files that are part of the program: the editor's build and the library, with their compressed forms made at build
// time.
#pragma once

#include <span>
#include <string_view>

namespace pagewright::embedded {

struct File {
  std::string_view path;  // "editor/index.html", "library/components/card/component.json"
  std::string_view media_type;
  std::string_view etag;  // SHA-256 of the bytes in hex, 32 digits of it
  std::string_view bytes;
  std::string_view brotli;  // empty where it would not be smaller
  std::string_view gzip;    // likewise
};

// The generated tables, each sorted by path. The migrations are "migrations/0001_<name>.up.sql" and so on.
[[nodiscard]] std::span<const File> editor_and_library();
[[nodiscard]] std::span<const File> migrations();
// "api/<feature>/<name>_api.json"
[[nodiscard]] std::span<const File> api_descriptions();

// The editor and the library: all that follows looks there.
[[nodiscard]] std::span<const File> all();
// The file at `path`, or null.
[[nodiscard]] const File* find(std::string_view path);
// The files whose path begins with `prefix` ("library/components/"), sorted by path.
[[nodiscard]] std::span<const File> under(std::string_view prefix);

}  // namespace pagewright::embedded
