#include "server/assets/public_files.hpp"

#include <algorithm>

#include "server/assets/asset_store.hpp"
#include "server/http/byte_range.hpp"
#include "server/http/entity_tag.hpp"

namespace pagewright::assets {
namespace {

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
// An SVG or PDF that is opened by itself is a document: it may style itself and nothing else.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'; base-uri 'none'";

bool is_address(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char letter) {
           return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
         });
}

Problem nothing_here() {
  return Problem::not_found("There is no such file.");
}

// Documents are kept, not shown: what is in them is somebody else's program.
bool is_shown(const AssetFile& file) {
  const auto type = parse_media_type(file.media_type);
  return type && kind_of(*type) != AssetKind::document;
}

void describe(http::Response& response, const AssetFile& file) {
  response.set("ETag", '"' + *file.address + '"');
  response.set("Cache-Control", std::string(for_ever));
  response.set("Accept-Ranges", "bytes");
  response.set("Content-Security-Policy", std::string(policy));
  response.set("Access-Control-Allow-Origin", "*");  // of the canvas, and of sites: fonts are asked for that way
  response.set("Cross-Origin-Resource-Policy", "cross-origin");
  if (!is_shown(file)) response.set("Content-Disposition", "attachment");
}

std::string content_range(const http::RangeRequest& wanted, std::size_t size) {
  if (wanted.kind == http::RangeRequest::Kind::unsatisfiable) return "bytes */" + std::to_string(size);
  const auto [first, count] = wanted.range;
  return "bytes " + std::to_string(first) + "-" + std::to_string(first + count - 1) + "/" + std::to_string(size);
}

Problem too_many() {
  constexpr unsigned seconds = 5;
  Problem problem = Problem::unavailable("Too many files are being fetched at the moment.");
  problem.retry_after = seconds;
  return problem;
}

}  // namespace

bool PublicFiles::begin() {
  if (waiting_ >= most_waiting_) return false;
  ++waiting_;
  return true;
}

void PublicFiles::finish(const std::string& place, Fetch& fetch, Outcome<File> result) {
  std::vector<Resume> waiting;
  {
    const std::lock_guard lock(mutex_);
    fetch.result = std::move(result);
    waiting = std::move(fetch.waiting);
    under_way_.erase(place);
    --waiting_;
  }
  for (Resume& resume : waiting) resume();
}

// Whoever comes while somebody else is fetching the file gets the same.
Task<Outcome<PublicFiles::File>> PublicFiles::open(std::string place) {
  std::unique_lock lock(mutex_);
  auto& known = under_way_[place];
  if (const auto fetch = known) {
    lock.unlock();
    co_await suspend([this, fetch](Resume resume) {
      std::unique_lock waiting(mutex_);
      if (!fetch->result) return fetch->waiting.push_back(std::move(resume));
      waiting.unlock();
      resume();
    });
    co_return *fetch->result;
  }
  if (!begin()) {
    under_way_.erase(place);
    co_return std::unexpected(too_many());
  }
  const auto fetch = known = std::make_shared<Fetch>();
  lock.unlock();
  co_await threads_.run([&] {
    try {
      finish(place, *fetch, store_.open(place));
    } catch (const std::exception& thrown) {
      finish(place, *fetch, std::unexpected(Problem::internal(thrown.what())));
    }
  });
  co_return *fetch->result;
}

Task<Outcome<storage::FileStore::Part>> PublicFiles::open_part(std::string place, std::uint64_t first,
                                                               std::uint64_t count) {
  {
    const std::lock_guard lock(mutex_);
    if (!begin()) co_return std::unexpected(too_many());
  }
  const std::shared_ptr<void> leaving(nullptr, [this](auto) {
    const std::lock_guard lock(mutex_);
    --waiting_;
  });
  co_return co_await threads_.run([&] { return store_.open_part(place, first, count); });
}

Task<Outcome<http::Response>> PublicFiles::get(http::Request& request) {
  const std::string& address = request.parameter("address");
  if (!is_address(address)) co_return std::unexpected(nothing_here());
  const auto file = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return find_public(connection, address); }));
  if (!file) co_return std::unexpected(nothing_here());
  http::Response response;
  describe(response, *file);
  if (http::matches_tag(request.header("If-None-Match"), address)) {
    response.status = 304;
    co_return response;
  }
  const auto size = static_cast<std::uint64_t>(file->size);
  const auto if_range = request.header("If-Range");
  const bool is_same = if_range.empty() || if_range == '"' + address + '"';
  const auto wanted = is_same ? http::read_range(request.header("Range"), size) : http::RangeRequest{};
  if (wanted.kind != http::RangeRequest::Kind::whole) response.set("Content-Range", content_range(wanted, size));
  response.set("Content-Type", file->media_type);
  if (wanted.kind == http::RangeRequest::Kind::unsatisfiable) {
    response.status = 416;
    co_return response;
  }
  if (wanted.kind == http::RangeRequest::Kind::part && wanted.range.count < size) {
    const auto [first, count] = wanted.range;
    const auto part = CO_TRY(co_await open_part(file->place, first, count));
    response.status = 206;
    response.body = http::Body::part_of(part.file, part.bytes);
    co_return response;
  }
  // Players ask for all from the first byte on: that is kept open as a whole.
  const auto opened = CO_TRY(co_await open(file->place));
  if (wanted.kind == http::RangeRequest::Kind::part) response.status = 206;
  response.body = http::Body::part_of(opened, opened->bytes());
  co_return response;
}

}  // namespace pagewright::assets
