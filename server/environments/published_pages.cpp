#include "server/environments/published_pages.hpp"

#include <tuple>

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
  Environments all;
  for (const Environment& environment : environments)
    all.emplace(environment.id, Known{environment, environment.gate(), {}});
  for (Placed& page : pages)
    if (const auto known = all.find(page.environment_id); known != all.end())
      known->second.pages.set({.id = std::move(page.page_id), .entry = std::move(page.entry)});
  const std::lock_guard lock(mutex_);
  environments_.swap(all);
}

void PublishedPages::put(const std::string& environment_id, const std::string& page_id, Entry entry) {
  const std::lock_guard lock(mutex_);
  if (const auto known = environments_.find(environment_id); known != environments_.end())
    known->second.pages.set({.id = page_id, .entry = std::move(entry)});
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
    const Page* page = environment.pages.find(page_id);
    if (page != nullptr && page->entry.artifact->etag == content_hash) return page->entry.artifact;
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
  const auto place = [&](std::string path, const Page& page) {
    section.pages.insert_or_assign(path, page.entry.artifact);
    locations.insert_or_assign(std::move(path), Location{settings.id, page.id});
  };
  environment.pages.for_each([&](const Page& page) { place("/" + page.entry.slug, page); });
  if (const Page* home = home_of(environment)) place("/", *home);
  return section;
}

void PublishedPages::show() {
  // Of two calls the later one must also be the one that shows the newer state.
  const std::lock_guard one_at_a_time(showing_);
  std::unique_lock lock(mutex_);
  const Environments environments = environments_;
  lock.unlock();
  std::vector<sites::Section> sections;
  auto locations = std::make_shared<Locations>();
  for (const auto& [id, environment] : environments) {
    Paths paths;
    sections.push_back(section_of(environment, paths));
    const std::string& prefix = environment.settings.path;
    for (const auto& [path, location] : paths) {
      locations->paths.try_emplace(prefix + path, location);
      if (path == "/" && !prefix.empty()) locations->paths.try_emplace(prefix, location);
    }
    for (const std::string& host : environment.settings.hosts) locations->at_host_names.try_emplace(host, paths);
  }
  auto snapshot = std::make_shared<const sites::SiteSnapshot>(std::move(sections));
  std::shared_ptr<const Locations> shown = std::move(locations);
  lock.lock();
  locations_.swap(shown);
  lock.unlock();  // before what was shown until now is freed
  sites_.publish(std::move(snapshot));
}

std::optional<PublishedPages::Location> PublishedPages::find(std::string_view host, std::string_view path) const {
  std::unique_lock lock(mutex_);
  const std::shared_ptr<const Locations> locations = locations_;
  lock.unlock();
  const auto& at_names = locations->at_host_names;
  const auto named = at_names.empty() ? at_names.end() : at_names.find(sites::host_name(host));
  const Paths& paths = named == at_names.end() ? locations->paths : named->second;
  const auto found = paths.find(path);
  return found == paths.end() ? std::nullopt : std::optional(found->second);
}

const PublishedPages::Page* PublishedPages::home_of(const Known& environment) {
  const auto rank = [](const Entry& entry) { return entry.slug == "home" ? 0 : entry.is_home ? 1 : 2; };
  const auto order = [&](const Page& page) {
    return std::tuple(rank(page.entry), page.entry.first_published_at, std::string_view(page.id));
  };
  const Page* first = nullptr;
  environment.pages.for_each([&](const Page& page) {
    if (first == nullptr || order(page) < order(*first)) first = &page;
  });
  return first;
}

}  // namespace pagewright::environments
