#include "server/environments/published_pages.hpp"

#include <algorithm>

#include "server/sites/host_header.hpp"

namespace pagewright::environments {

void PublishedPages::set(const Environment& environment) {
  const std::lock_guard lock(mutex_);
  Known& known = environments_[environment.id];
  known.settings = environment;
  known.gate = environment.gate();
}

void PublishedPages::know(const Environment& environment) {
  const std::lock_guard lock(mutex_);
  if (!environments_.contains(environment.id))
    environments_.emplace(environment.id, Known{environment, environment.gate(), {}});
}

void PublishedPages::forget(const std::string& environment_id) {
  const std::lock_guard lock(mutex_);
  environments_.erase(environment_id);
}

void PublishedPages::replace(const std::vector<Environment>& environments, std::vector<Placed> pages) {
  std::map<std::string, Known> all;
  for (const Environment& environment : environments)
    all.emplace(environment.id, Known{environment, environment.gate(), {}});
  for (Placed& page : pages)
    if (const auto known = all.find(page.environment_id); known != all.end())
      known->second.pages.insert_or_assign(std::move(page.page_id), std::move(page.entry));
  const std::lock_guard lock(mutex_);
  environments_.swap(all);
}

void PublishedPages::put(const std::string& environment_id, const std::string& page_id, Entry entry) {
  const std::lock_guard lock(mutex_);
  if (const auto known = environments_.find(environment_id); known != environments_.end())
    known->second.pages.insert_or_assign(page_id, std::move(entry));
}

void PublishedPages::remove(const std::string& page_id) {
  const std::lock_guard lock(mutex_);
  for (auto& [id, environment] : environments_) environment.pages.erase(page_id);
}

void PublishedPages::remove(const std::string& environment_id, const std::string& page_id) {
  const std::lock_guard lock(mutex_);
  if (const auto known = environments_.find(environment_id); known != environments_.end())
    known->second.pages.erase(page_id);
}

std::shared_ptr<const sites::Artifact> PublishedPages::artifact_of(const std::string& page_id,
                                                                   std::string_view content_hash) const {
  const std::lock_guard lock(mutex_);
  for (const auto& [id, environment] : environments_) {
    const auto page = environment.pages.find(page_id);
    if (page != environment.pages.end() && page->second.artifact->etag == content_hash) return page->second.artifact;
  }
  return nullptr;
}

sites::Section PublishedPages::section_of(const Known& environment, Paths& locations) {
  const Environment& settings = environment.settings;
  sites::Section section{
      .prefix = settings.path,
      .hosts = settings.hosts,
      .audience = settings.is_for_everyone() ? sites::Audience::everyone : sites::Audience::reviewers,
      .gate = environment.gate};
  const auto place = [&](std::string path, const Pages::value_type& page) {
    section.pages.insert_or_assign(path, page.second.artifact);
    locations.insert_or_assign(std::move(path), Location{settings.id, page.first});
  };
  for (const auto& page : environment.pages) place("/" + page.second.slug, page);
  if (const auto home = home_of(environment); home != environment.pages.end()) place("/", *home);
  return section;
}

void PublishedPages::show() {
  // Held throughout: of two calls the later one must also be the one that shows the newer state.
  const std::lock_guard lock(mutex_);
  std::vector<sites::Section> sections;
  locations_.clear();
  at_host_names_.clear();
  for (const auto& [id, environment] : environments_) {
    Paths paths;
    sections.push_back(section_of(environment, paths));
    const std::string& prefix = environment.settings.path;
    for (const auto& [path, location] : paths) {
      locations_.try_emplace(prefix + path, location);
      if (path == "/" && !prefix.empty()) locations_.try_emplace(prefix, location);
    }
    for (const std::string& host : environment.settings.hosts) at_host_names_.try_emplace(host, paths);
  }
  sites_.publish(std::make_shared<const sites::SiteSnapshot>(std::move(sections)));
}

std::optional<PublishedPages::Location> PublishedPages::find(std::string_view host, std::string_view path) const {
  const std::lock_guard lock(mutex_);
  const auto named = at_host_names_.empty() ? at_host_names_.end() : at_host_names_.find(sites::host_name(host));
  const Paths& paths = named == at_host_names_.end() ? locations_ : named->second;
  const auto found = paths.find(path);
  return found == paths.end() ? std::nullopt : std::optional(found->second);
}

PublishedPages::Pages::const_iterator PublishedPages::home_of(const Known& environment) {
  const auto rank = [](const Entry& entry) { return entry.slug == "home" ? 0 : entry.is_home ? 1 : 2; };
  return std::ranges::min_element(environment.pages, {}, [&](const Pages::value_type& page) {
    return std::pair(rank(page.second), page.second.first_published_at);
  });
}

}  // namespace pagewright::environments
