#include "server/sites/prepared_answer.hpp"

#include "server/sites/entrance_page.hpp"

namespace pagewright::sites {
namespace {

// Published pages have no scripts, and nothing on them may load or frame what could bring one. Without scripts nothing
// connects either; what may is the browser's own tools, which ask the site for robots.txt under the page's policy.
constexpr std::string_view page_policy =
    "Content-Security-Policy: default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src * data:; "
    "media-src *; "
    "font-src *; connect-src 'self'; form-action *; frame-ancestors 'self'; base-uri 'none'\r\n";
constexpr std::string_view picture_policy =
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\r\n";
constexpr std::string_view for_every_answer =
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: strict-origin-when-cross-origin\r\n";

struct Source {
  std::string_view media_type;
  std::string_view tag;
  std::string_view bytes;
  std::string_view brotli;
  std::string_view gzip;
  std::string headers;  // common to all encodings, whole lines
};

std::string tag_line(std::string_view tag, std::string_view suffix) {
  return "ETag: \"" + std::string(tag) + std::string(suffix) + "\"\r\n";
}

PreparedAnswer prepare(const Source& source, std::string_view body, std::string_view encoding,
                       std::string_view suffix) {
  if (body.empty() && !encoding.empty()) return {};
  std::string head = "HTTP/1.1 200 OK\r\n";
  head.append("Content-Type: ").append(source.media_type).append("\r\n");
  head.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
  if (!encoding.empty()) head.append("Content-Encoding: ").append(encoding).append("\r\n");
  const std::string common = tag_line(source.tag, suffix) + source.headers;
  return {.head = head + common, .body = body, .not_modified = "HTTP/1.1 304 Not Modified\r\n" + common};
}

SiteSnapshot::Entry prepare_entry(const Source& source) {
  return {.tag = source.tag,
          .identity = prepare(source, source.bytes, "", ""),
          .brotli = prepare(source, source.brotli, "br", "-br"),
          .gzip = prepare(source, source.gzip, "gzip", "-gz")};
}

}  // namespace

const PreparedAnswer& SiteSnapshot::Entry::choose(std::string_view accept_encoding) const {
  switch (http::choose_encoding(accept_encoding, !brotli.head.empty(), !gzip.head.empty())) {
    case http::Encoding::brotli:
      return brotli;
    case http::Encoding::gzip:
      return gzip;
    case http::Encoding::identity:
      return identity;
  }
  __builtin_unreachable();
}

SiteSnapshot::Entry prepare_page(const Artifact& artifact, Audience audience, const Gate* gate) {
  std::string headers = gate != nullptr ? "Cache-Control: private, no-store\r\n" : "Cache-Control: no-cache\r\n";
  headers.append("Vary: Accept-Encoding\r\n").append(page_policy).append(for_every_answer);
  if (audience == Audience::reviewers || gate != nullptr) headers += "X-Robots-Tag: noindex\r\n";
  SiteSnapshot::Entry entry = prepare_entry(
      {artifact.content_type, artifact.etag, artifact.body, artifact.brotli, artifact.gzip, std::move(headers)});
  entry.identity.file = artifact.file.get();
  entry.gate = gate;
  return entry;
}

SiteSnapshot::Entry prepare_picture(const Picture& picture) {
  std::string headers =
      "Cache-Control: public, max-age=86400\r\nVary: Accept-Encoding\r\nAccess-Control-Allow-Origin: *\r\n"
      "Cross-Origin-Resource-Policy: cross-origin\r\n";
  headers.append(picture_policy).append(for_every_answer);
  return prepare_entry(
      {picture.media_type, picture.tag, picture.bytes, picture.brotli, picture.gzip, std::move(headers)});
}

PreparedAnswer prepare_notice(std::string_view status, std::string_view html, std::string_view extra_headers) {
  std::string head = "HTTP/1.1 ";
  head.append(status).append("\r\nContent-Type: text/html; charset=utf-8\r\n");
  head.append("Content-Length: ").append(std::to_string(html.size())).append("\r\nCache-Control: no-store\r\n");
  head.append(extra_headers).append(page_policy).append(for_every_answer);
  return {std::move(head), html};
}

PreparedAnswer prepare_entrance(std::string_view html) {
  std::string head = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ";
  head.append(std::to_string(html.size()));
  head += "\r\nCache-Control: private, no-store\r\nX-Robots-Tag: noindex\r\nContent-Security-Policy: ";
  head.append(entrance_policy).append("\r\n").append(for_every_answer);
  return {std::move(head), html};
}

PreparedAnswer prepare_redirect(std::string_view location) {
  std::string head = "HTTP/1.1 308 Permanent Redirect\r\nContent-Length: 0\r\nLocation: ";
  head.append(location).append("\r\n").append(for_every_answer);
  return {std::move(head), {}};
}

}  // namespace pagewright::sites
