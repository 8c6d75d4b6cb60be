#include "server/sites/site_server.hpp"

#include <chrono>

#include "server/embedded/embedded_files.hpp"
#include "server/http/entity_tag.hpp"
#include "server/http/url.hpp"
#include "server/sites/entrance_page.hpp"
#include "server/sites/notices.hpp"

namespace pagewright::sites {
namespace {

constexpr std::string_view pictures_folder = "library/illustrations/";
constexpr std::string_view pictures_path = "/assets/illustrations/";
constexpr std::string_view files_path = "/assets/";

SiteServer::Answer whole(const PreparedAnswer& prepared) {
  return {.head = prepared.head, .body = prepared.body, .file = prepared.file};
}

SiteServer::Answer from_entry(const SiteSnapshot::Entry& entry, const RequestHead& request) {
  const PreparedAnswer& chosen = entry.choose(request.accept_encoding);
  if (!request.if_none_match.empty() && http::matches_tag(request.if_none_match, entry.tag))
    return {.head = chosen.not_modified, .body = {}};
  return whole(chosen);
}

// "/about/" is "/about": one address for each page.
SiteServer::Answer redirect_to(std::string_view location) {
  auto prepared = std::make_shared<const PreparedAnswer>(prepare_redirect(location));
  return {.head = prepared->head, .body = {}, .owner = std::move(prepared)};
}

SiteServer::Answer entrance(const Gate& gate, std::string_view beginning, std::string_view destination) {
  struct Made {
    std::string page;
    PreparedAnswer answer;
  };
  auto made = std::make_shared<Made>();
  made->page = entrance_page({.kind = gate.kind(),
                              .action = std::string(beginning).append(entrance_path),
                              .destination = std::string(destination)});
  made->answer = prepare_entrance(made->page);
  const PreparedAnswer& answer = made->answer;
  return {.head = answer.head,
          .body = answer.body,
          .owner = std::shared_ptr<const PreparedAnswer>(std::move(made), &answer)};
}

std::int64_t milliseconds_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

SiteServer::SiteServer(const SiteSnapshots& snapshots, Reception reception, FileSource files)
    : snapshots_(snapshots),
      reception_(std::move(reception)),
      files_(std::move(files)),
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

// Most requests are no such thing: they are told by their method and by what their target says.
bool SiteServer::is_for_reception(const RequestHead& request, const SiteSnapshot& snapshot) const {
  const bool sends = request.method == "POST";
  const bool may_enter =
      snapshot.has_gates() && request.method == "GET" && request.target.find(entrance_path) != std::string_view::npos;
  if (!reception_ || !(sends || may_enter)) return false;
  const auto target = http::parse_target(request.target);
  if (!target) return false;
  const Gate* gate = snapshot.gate_at(request.host, target->path);
  if (target->path.ends_with(entrance_path)) return gate != nullptr && (sends || !target->query.empty());
  return sends && snapshot.find(request.host, target->path) != nullptr &&
         (gate == nullptr || gate->admits(request.cookie, milliseconds_now()));
}

bool SiteServer::is_file(const RequestHead& request) const {
  return files_ && request.target.starts_with(files_path) && !request.target.starts_with(pictures_path) &&
         (request.method == "GET" || request.method == "HEAD");
}

void SiteServer::fetch_file(const RequestHead& head, http::Shard& shard,
                            std::function<void(http::Response)> answer) const {
  http::Request request{.method = http::parse_method(head.method), .target = std::string(head.target)};
  for (const auto& [name, value] :
       {std::pair("If-None-Match", head.if_none_match), {"Range", head.range}, {"If-Range", head.if_range}})
    if (!value.empty()) request.headers.push_back({name, std::string(value)});
  files_(std::move(request), shard, std::move(answer));
}

SiteServer::Answer SiteServer::answer(const RequestHead& request, const SiteSnapshot& snapshot) const {
  auto path = request.target.substr(0, request.target.find('?'));
  std::string decoded;
  if (path.find('%') != std::string_view::npos) {
    auto plain = http::decode_percent(path);
    if (!plain) return whole(not_found_.answer);
    decoded = std::move(*plain);
    path = decoded;
  }
  const bool only_reads = request.method == "GET" || request.method == "HEAD";
  const auto* page = snapshot.find(request.host, path);
  if (page != nullptr && page->gate == nullptr && only_reads) return from_entry(*page, request);
  if (const auto picture = pictures_.find(path); picture != pictures_.end() && only_reads)
    return from_entry(*picture->second, request);
  const Gate* gate = page != nullptr ? page->gate : snapshot.gate_at(request.host, path);
  if (gate != nullptr && !gate->admits(request.cookie, milliseconds_now()))
    return entrance(*gate, snapshot.beginning_at(request.host, path), path);
  if (!only_reads) return whole(method_not_allowed_.answer);
  if (page != nullptr) return from_entry(*page, request);
  return without_page(request, path, snapshot);
}

SiteServer::Answer SiteServer::without_page(const RequestHead& request, std::string_view path,
                                            const SiteSnapshot& snapshot) const {
  if (path == "/") return whole(no_home_.answer);
  if (path.ends_with('/')) {
    const auto without = request.target.substr(0, request.target.find('?'));
    if (snapshot.find(request.host, path.substr(0, path.size() - 1)) && without.size() > 1)
      return redirect_to(without.substr(0, without.size() - 1));
  }
  return whole(not_found_.answer);
}

}  // namespace pagewright::sites
