#include "server/sites/site_server.hpp"

#include "server/embedded/embedded_files.hpp"
#include "server/http/entity_tag.hpp"
#include "server/http/url.hpp"
#include "server/sites/notices.hpp"

namespace pagewright::sites {
namespace {

constexpr std::string_view pictures_folder = "library/illustrations/";
constexpr std::string_view pictures_path = "/assets/illustrations/";

SiteServer::Answer whole(const PreparedAnswer& prepared) {
  return {.head = prepared.head, .body = prepared.body, .file = prepared.file};
}

SiteServer::Answer from_entry(const SiteSnapshot::Entry& entry, const RequestHead& request) {
  if (!request.if_none_match.empty() && http::matches_tag(request.if_none_match, entry.tag)) {
    return {.head = entry.not_modified, .body = {}};
  }
  return whole(entry.choose(request.accept_encoding));
}

// "/about/" is "/about": one address for each page.
SiteServer::Answer redirect_to(std::string_view location) {
  auto prepared = std::make_shared<const PreparedAnswer>(prepare_redirect(location));
  return {.head = prepared->head, .body = {}, .owner = std::move(prepared)};
}

}  // namespace

SiteServer::SiteServer(const SiteSnapshots& snapshots, FormReception receive_form)
    : snapshots_(snapshots),
      receive_form_(std::move(receive_form)),
      not_found_("404 Not Found", not_found_page()),
      no_home_("404 Not Found", no_home_page()),
      method_not_allowed_("405 Method Not Allowed", refused_page(), "Allow: GET, HEAD\r\n"),
      malformed_("400 Bad Request", refused_page()),
      too_large_("431 Request Header Fields Too Large", refused_page()) {
  for (const auto& file : embedded::under(pictures_folder)) {
    const Picture picture{file.media_type, file.etag, file.bytes, file.brotli, file.gzip};
    auto path = std::string(pictures_path).append(file.path.substr(pictures_folder.size()));
    pictures_.emplace(std::move(path), std::make_unique<const SiteSnapshot::Entry>(prepare_picture(picture)));
  }
}

SiteServer::Answer SiteServer::refuse(Refusal refusal) const {
  return whole(refusal == Refusal::too_large ? too_large_.answer : malformed_.answer);
}

bool SiteServer::is_form(const RequestHead& request, const SiteSnapshot& snapshot) const {
  if (request.method != "POST" || !receive_form_) return false;
  const auto target = http::parse_target(request.target);
  return target && snapshot.find(target->path) != nullptr;
}

SiteServer::Answer SiteServer::answer(const RequestHead& request, const SiteSnapshot& snapshot) const {
  if (request.method != "GET" && request.method != "HEAD") return whole(method_not_allowed_.answer);
  auto path = request.target.substr(0, request.target.find('?'));
  std::string decoded;
  if (path.find('%') != std::string_view::npos) {
    auto plain = http::decode_percent(path);
    if (!plain) return whole(not_found_.answer);
    decoded = std::move(*plain);
    path = decoded;
  }
  if (const auto* page = snapshot.find(path)) return from_entry(*page, request);
  if (const auto picture = pictures_.find(path); picture != pictures_.end())
    return from_entry(*picture->second, request);
  if (path == "/") return whole(no_home_.answer);
  if (path.ends_with('/')) {
    const auto without = request.target.substr(0, request.target.find('?'));
    if (snapshot.find(path.substr(0, path.size() - 1)) && without.size() > 1)
      return redirect_to(without.substr(0, without.size() - 1));
  }
  return whole(not_found_.answer);
}

}  // namespace pagewright::sites
