// Which pages each environment shows, in memory, and the sites snapshot made of it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "server/base/timestamp.hpp"
#include "server/sites/site_snapshot.hpp"

namespace pagewright::releases {

// Thread-safe.
class PublishedPages {
 public:
  explicit PublishedPages(sites::SiteSnapshots& sites) : sites_(sites) {}

  struct Entry {
    std::string slug;
    std::shared_ptr<const sites::Artifact> artifact;
    bool is_home = false;  // asked to be the home page by its metadata
    Milliseconds first_published_at = 0;
  };
  // `prefix` is the environment's path on the sites listener: "" or "/~staging".
  void put(const std::string& environment_id, const std::string& prefix, const std::string& page_id, Entry entry);
  void remove(const std::string& page_id);
  void remove(const std::string& environment_id, const std::string& page_id);

  // The page that visitors see at a path of the sites listener, after show().
  struct Location {
    std::string environment_id;
    std::string page_id;
  };
  [[nodiscard]] std::optional<Location> find(std::string_view path) const;

  // Makes what put and remove left behind visible to visitors. Costs what is published: call it on a pool.
  void show();

 private:
  using Pages = std::map<std::string, Entry>;  // by id
  struct Environment {
    std::string prefix;
    Pages pages;
  };
  // The page at "/": the one with the slug "home", or that says so, or that was published first.
  [[nodiscard]] static Pages::const_iterator home_of(const Environment& environment);

  sites::SiteSnapshots& sites_;
  mutable std::mutex mutex_;
  std::map<std::string, Environment> environments_;         // by id: version 7, so the oldest comes first
  std::map<std::string, Location, std::less<>> locations_;  // by path: what is shown
};

}  // namespace pagewright::releases
