#include "server/embedded/packer/media_type.hpp"

#include <utility>

namespace pagewright::embedded {
namespace {

constexpr std::pair<std::string_view, std::string_view> by_ending[] = {
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".ttf", "font/ttf"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".liquid", "text/plain; charset=utf-8"},
    {".sql", "text/plain; charset=utf-8"},
};

}  // namespace

std::string_view media_type_of(std::string_view path) {
  for (const auto& [ending, type] : by_ending) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

bool is_compressible(std::string_view media_type) {
  return media_type.starts_with("text/") || media_type.ends_with("json") || media_type == "application/wasm" ||
         media_type == "image/svg+xml" || media_type == "font/ttf";
}

}  // namespace pagewright::embedded
