#include "server/sites/site_snapshot.hpp"

#include "server/compression/compression.hpp"
#include "server/sites/host_header.hpp"
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

SiteSnapshot::SiteSnapshot(std::vector<Section> sections) : sections_(std::move(sections)) {
  for (const Section& section : sections_) add(section);
}

void SiteSnapshot::add(const Section& section) {
  has_gates_ = has_gates_ || section.gate;
  Entries entries;
  for (const auto& [path, artifact] : section.pages) {
    auto entry = std::make_shared<Entry>(prepare_page(*artifact, section.audience, section.gate.get()));
    if (!section.hosts.empty()) entries.emplace(path, entry);
    const auto place = [&](std::string full) {
      if (artifacts_.try_emplace(full, artifact).second) entries_.emplace(std::move(full), entry);
    };
    place(section.prefix + path);
    if (path == "/" && !section.prefix.empty()) place(section.prefix);
  }
  for (const std::string& host : section.hosts) sites_.try_emplace(host, Site{entries, section.gate.get()});
}

const SiteSnapshot::Site* SiteSnapshot::site_at(std::string_view host) const {
  if (sites_.empty()) return nullptr;
  const auto found = sites_.find(host_name(host));
  return found == sites_.end() ? nullptr : &found->second;
}

// The one with the longest prefix; of several with the same, the first.
const Section* SiteSnapshot::section_at(std::string_view path) const {
  const Section* best = nullptr;
  for (const Section& section : sections_) {
    const std::string& prefix = section.prefix;
    const bool is_below = path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
    if (is_below && (best == nullptr || prefix.size() > best->prefix.size())) best = &section;
  }
  return best;
}

const SiteSnapshot::Entry* SiteSnapshot::find(std::string_view host, std::string_view path) const {
  const Site* site = site_at(host);
  const Entries& entries = site != nullptr ? site->entries : entries_;
  const auto found = entries.find(path);
  return found == entries.end() ? nullptr : found->second.get();
}

const Gate* SiteSnapshot::gate_at(std::string_view host, std::string_view path) const {
  if (!has_gates_) return nullptr;
  if (const Site* site = site_at(host)) return site->gate;
  const Section* section = section_at(path);
  return section == nullptr ? nullptr : section->gate.get();
}

std::string_view SiteSnapshot::beginning_at(std::string_view host, std::string_view path) const {
  if (site_at(host) != nullptr) return {};
  const Section* section = section_at(path);
  return section == nullptr ? std::string_view() : section->prefix;
}

SiteSnapshot::SiteSnapshot() = default;
SiteSnapshot::~SiteSnapshot() = default;
SiteSnapshot::SiteSnapshot(SiteSnapshot&&) noexcept = default;
SiteSnapshot& SiteSnapshot::operator=(SiteSnapshot&&) noexcept = default;

}  // namespace pagewright::sites
