#include "server/sites/site_snapshot.hpp"

#include "server/compression/compression.hpp"
#include "server/sites/prepared_answer.hpp"

namespace pagewright::sites {
namespace {

// From 7 on, every page takes brotli several MB of fresh memory, and gets 0.2 % smaller for it.
constexpr int brotli_quality = 6;
constexpr int gzip_level = 9;

}  // namespace

std::shared_ptr<const Artifact> Artifact::compress(std::string body, std::string etag, std::string content_type) {
  std::string brotli = compression::brotli(body, brotli_quality);
  std::string gzip = compression::gzip(body, gzip_level);
  return std::make_shared<const Artifact>(Artifact{.body = std::move(body),
                                                   .brotli = std::move(brotli),
                                                   .gzip = std::move(gzip),
                                                   .etag = std::move(etag),
                                                   .content_type = std::move(content_type)});
}

SiteSnapshot::SiteSnapshot(Artifacts artifacts) : artifacts_(std::move(artifacts)) {
  entries_.reserve(artifacts_.size());
  for (const auto& [path, artifact] : artifacts_) {
    const auto audience = path.starts_with("/~staging") ? Audience::reviewers : Audience::everyone;
    entries_.emplace(path, std::make_unique<const Entry>(prepare_page(*artifact, audience)));
  }
}

const SiteSnapshot::Entry* SiteSnapshot::find(std::string_view path) const {
  const auto found = entries_.find(path);
  return found == entries_.end() ? nullptr : found->second.get();
}

SiteSnapshot::SiteSnapshot() = default;
SiteSnapshot::~SiteSnapshot() = default;
SiteSnapshot::SiteSnapshot(SiteSnapshot&&) noexcept = default;
SiteSnapshot& SiteSnapshot::operator=(SiteSnapshot&&) noexcept = default;

}  // namespace pagewright::sites
