#include "server/editor/file_response.hpp"

#include "server/http/accept_encoding.hpp"
#include "server/http/entity_tag.hpp"

namespace pagewright::editor {
namespace {

struct Representation {
  std::string_view bytes;
  std::string_view encoding;
  std::string_view tag_suffix;
};

Representation choose(const http::Request& request, const embedded::File& file) {
  switch (http::choose_encoding(request.header("Accept-Encoding"), !file.brotli.empty(), !file.gzip.empty())) {
    case http::Encoding::brotli:
      return {file.brotli, "br", "-br"};
    case http::Encoding::gzip:
      return {file.gzip, "gzip", "-gz"};
    case http::Encoding::identity:
      return {file.bytes, "", ""};
  }
  __builtin_unreachable();
}

}  // namespace

http::Response file_response(const http::Request& request, const embedded::File& file, std::string_view cache_control) {
  const auto chosen = choose(request, file);
  http::Response response;
  response.set("ETag", '"' + std::string(file.etag) + std::string(chosen.tag_suffix) + '"');
  response.set("Cache-Control", std::string(cache_control));
  response.set("Vary", "Accept-Encoding");
  if (http::matches_tag(request.header("If-None-Match"), file.etag)) {
    response.status = 304;
    return response;
  }
  response.set("Content-Type", std::string(file.media_type));
  if (!chosen.encoding.empty()) response.set("Content-Encoding", std::string(chosen.encoding));
  response.body = http::Body::immortal(chosen.bytes);
  return response;
}

}  // namespace pagewright::editor
