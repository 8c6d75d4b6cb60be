// Which pages each environment shows, in memory, and the sites snapshot made of it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/persistent_map.hpp"
#include "server/environments/environment.hpp"
#include "server/sites/site_snapshot.hpp"

namespace pagewright::environments {

// Thread-safe.
class PublishedPages {
 public:
  explicit PublishedPages(sites::SiteSnapshots& sites) : sites_(sites) {}

  // What the environment is from now on.
  void set(const Environment& environment);
  // The same where it was not known yet.
  void know(const Environment& environment);
  void forget(const std::string& environment_id);

  struct Entry {
    std::string slug;
    std::shared_ptr<const sites::Artifact> artifact;
    bool is_home = false;  // asked to be the home page by its metadata
    Milliseconds first_published_at = 0;
  };
  // Instead of all that was known, at once: whoever calls show() meanwhile shows the one or the other.
  struct Placed {
    std::string environment_id;
    std::string page_id;
    Entry entry;
  };
  void replace(const std::vector<Environment>& environments, std::vector<Placed> pages);

  // The environment is known.
  void put(const std::string& environment_id, const std::string& page_id, Entry entry);
  void remove(const std::string& page_id);
  void remove(const std::string& environment_id, const std::string& page_id);

  // What some environment shows of the page, where it is these bytes; null otherwise.
  [[nodiscard]] std::shared_ptr<const sites::Artifact> artifact_of(const std::string& page_id,
                                                                   std::string_view content_hash) const;

  // The page that visitors see at a path of the sites listener, after show(). `host` is a Host header.
  struct Location {
    std::string environment_id;
    std::string page_id;
  };
  [[nodiscard]] std::optional<Location> find(std::string_view host, std::string_view path) const;

  // Makes what put and remove left behind visible to visitors. Costs what is published: call it on a pool. Who looks
  // something up, or changes something, meanwhile, does not wait for it.
  void show();

  // What visitors meet at the moment.
  [[nodiscard]] std::shared_ptr<const sites::SiteSnapshot> shown() const { return sites_.current(); }

 private:
  struct Page {
    std::string id;
    Entry entry;
  };
  struct IdOf {
    const std::string& operator()(const Page& page) const { return page.id; }
  };
  // Copied at once, so that what is shown can be made of a copy.
  using Pages = PersistentMap<Page, IdOf, std::hash<std::string>>;
  struct Known {
    Environment settings;
    std::shared_ptr<const sites::Gate> gate;
    Pages pages;
  };
  using Environments = std::map<std::string, Known>;  // by id: version 7, so the oldest comes first
  using Paths = std::map<std::string, Location, std::less<>>;
  struct Locations {
    Paths paths;                                              // on the listener's own address
    std::map<std::string, Paths, std::less<>> at_host_names;  // the same by host name
  };
  // The page at "/": the one with the slug "home", or that says so, or that was published first. Null: there is none.
  [[nodiscard]] static const Page* home_of(const Known& environment);
  [[nodiscard]] static sites::Section section_of(const Known& environment, Paths& locations);

  sites::SiteSnapshots& sites_;
  std::mutex showing_;        // held while something is made visible; taken before mutex_
  mutable std::mutex mutex_;  // of all below; held briefly
  Environments environments_;
  std::shared_ptr<const Locations> locations_ = std::make_shared<const Locations>();  // of what is shown
};

}  // namespace pagewright::environments
