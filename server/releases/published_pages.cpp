#include "server/releases/published_pages.hpp"

namespace pagewright::releases {

void PublishedPages::put(const std::string& environment_id, const std::string& prefix, const std::string& page_id,
                         Entry entry) {
  const std::lock_guard lock(mutex_);
  Environment& environment = environments_[environment_id];
  environment.prefix = prefix;
  environment.pages.insert_or_assign(page_id, std::move(entry));
}

void PublishedPages::remove(const std::string& page_id) {
  const std::lock_guard lock(mutex_);
  for (auto& [id, environment] : environments_) environment.pages.erase(page_id);
}

void PublishedPages::show() {
  // Held throughout: of two calls the later one must also be the one that shows the newer state.
  const std::lock_guard lock(mutex_);
  sites::SiteSnapshot::Artifacts artifacts;
  for (const auto& [id, environment] : environments_) {
    for (const auto& [page_id, entry] : environment.pages)
      artifacts.try_emplace(environment.prefix + "/" + entry.slug, entry.artifact);
    if (const Entry* home = home_of(environment)) {
      artifacts.try_emplace(environment.prefix + "/", home->artifact);
      if (!environment.prefix.empty()) artifacts.try_emplace(environment.prefix, home->artifact);
    }
  }
  sites_.publish(std::make_shared<const sites::SiteSnapshot>(std::move(artifacts)));
}

const PublishedPages::Entry* PublishedPages::home_of(const Environment& environment) {
  const auto rank = [](const Entry& entry) { return entry.slug == "home" ? 0 : entry.is_home ? 1 : 2; };
  const Entry* home = nullptr;
  for (const auto& [page_id, entry] : environment.pages) {
    if (home == nullptr ||
        std::pair(rank(entry), entry.first_published_at) < std::pair(rank(*home), home->first_published_at))
      home = &entry;
  }
  return home;
}

}  // namespace pagewright::releases
