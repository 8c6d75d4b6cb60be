#include "server/releases/published_pages.hpp"

#include <algorithm>

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

void PublishedPages::remove(const std::string& environment_id, const std::string& page_id) {
  const std::lock_guard lock(mutex_);
  environments_[environment_id].pages.erase(page_id);
}

void PublishedPages::show() {
  // Held throughout: of two calls the later one must also be the one that shows the newer state.
  const std::lock_guard lock(mutex_);
  sites::SiteSnapshot::Artifacts artifacts;
  locations_.clear();
  const auto place = [&](const std::string& path, const std::string& environment_id, const std::string& page_id,
                         const Entry& entry) {
    if (artifacts.try_emplace(path, entry.artifact).second)
      locations_.insert_or_assign(path, Location{environment_id, page_id});
  };
  for (const auto& [id, environment] : environments_) {
    for (const auto& [page_id, entry] : environment.pages)
      place(environment.prefix + "/" + entry.slug, id, page_id, entry);
    if (const auto home = home_of(environment); home != environment.pages.end()) {
      place(environment.prefix + "/", id, home->first, home->second);
      if (!environment.prefix.empty()) place(environment.prefix, id, home->first, home->second);
    }
  }
  sites_.publish(std::make_shared<const sites::SiteSnapshot>(std::move(artifacts)));
}

std::optional<PublishedPages::Location> PublishedPages::find(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  const auto found = locations_.find(path);
  return found == locations_.end() ? std::nullopt : std::optional(found->second);
}

PublishedPages::Pages::const_iterator PublishedPages::home_of(const Environment& environment) {
  const auto rank = [](const Entry& entry) { return entry.slug == "home" ? 0 : entry.is_home ? 1 : 2; };
  return std::ranges::min_element(environment.pages, {}, [&](const Pages::value_type& page) {
    return std::pair(rank(page.second), page.second.first_published_at);
  });
}

}  // namespace pagewright::releases
