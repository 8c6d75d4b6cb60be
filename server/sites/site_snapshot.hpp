// What the sites listener serves: an immutable picture of all published pages, replaced as a whole when a release
// changes it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/sites/gate.hpp"
#include "server/sites/unnamed_file.hpp"

namespace pagewright::sites {

// A published page in every encoding, made once when it is published. Empty encodings are not offered.
struct Artifact {
  std::string body;
  std::string brotli;
  std::string gzip;
  std::string etag;  // the content hash without quotes
  std::string content_type = "text/html; charset=utf-8";
  std::shared_ptr<const UnnamedFile> file = UnnamedFile::holding(body);  // `body` again, or null

  // Compresses `body` (brotli 9, gzip 9; only where that makes it smaller). Slow: call it on a pool.
  static std::shared_ptr<const Artifact> compress(std::string body, std::string etag,
                                                  std::string content_type = "text/html; charset=utf-8");
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

enum class Audience : std::uint8_t { everyone, reviewers };

// The pages of one environment, and where visitors find them.
struct Section {
  using Artifacts = std::unordered_map<std::string, std::shared_ptr<const Artifact>, TextHash, std::equal_to<>>;

  std::string prefix = {};                 // "" or "/~staging": on the listener's own address
  std::vector<std::string> hosts = {};     // names that lead here and nowhere else, lower-case
  Audience audience = Audience::everyone;  // what only reviewers should see is kept from search engines
  std::shared_ptr<const Gate> gate = {};   // null: everyone is let in
  Artifacts pages = {};                    // by path below the prefix: "/about", "/"
};

// Host name and path to what is served there. Prepared answers are added by SiteServer.
class SiteSnapshot {
 public:
  using Artifacts = Section::Artifacts;

  SiteSnapshot();
  // On the listener's own address, of two sections with a page at the same path the earlier one shows it.
  explicit SiteSnapshot(std::vector<Section> sections);

  struct Entry;  // an artifact with its prepared heads
  // `host` is a Host header; a name that leads to no section is the listener's own address.
  [[nodiscard]] const Entry* find(std::string_view host, std::string_view path) const;
  // What stands before a path, whether or not a page is there; null: nothing.
  [[nodiscard]] const Gate* gate_at(std::string_view host, std::string_view path) const;
  // Where the section begins that a request with this Host header and path is for: "" at a host name of its own.
  [[nodiscard]] std::string_view beginning_at(std::string_view host, std::string_view path) const;
  [[nodiscard]] bool has_gates() const { return has_gates_; }

  // By full path on the listener's own address ("/~staging/about").
  [[nodiscard]] const Artifacts& artifacts() const { return artifacts_; }

  ~SiteSnapshot();
  SiteSnapshot(SiteSnapshot&&) noexcept;
  SiteSnapshot& operator=(SiteSnapshot&&) noexcept;

 private:
  using Entries = std::unordered_map<std::string, std::shared_ptr<const Entry>, TextHash, std::equal_to<>>;
  struct Site {
    Entries entries;
    const Gate* gate = nullptr;
  };
  void add(const Section& section);
  [[nodiscard]] const Site* site_at(std::string_view host) const;  // null: the listener's own address
  [[nodiscard]] const Section* section_at(std::string_view path) const;

  std::vector<Section> sections_;  // whose entries refer to them
  Artifacts artifacts_;
  Entries entries_;
  std::unordered_map<std::string, Site, TextHash, std::equal_to<>> sites_;  // by host name
  bool has_gates_ = false;
};

// Where the current snapshot is kept: releases publish into it, the listener reads from it, from any thread.
class SiteSnapshots {
 public:
  [[nodiscard]] std::shared_ptr<const SiteSnapshot> current() const { return snapshot_.load(); }
  void publish(std::shared_ptr<const SiteSnapshot> snapshot) {
    snapshot_.store(std::move(snapshot));
    generation_.fetch_add(1, std::memory_order_release);
  }
  // Changes with every publish: lets an event loop keep its own pointer instead of touching the shared count per
  // request.
  [[nodiscard]] unsigned long generation() const { return generation_.load(std::memory_order_acquire); }

 private:
  std::atomic<std::shared_ptr<const SiteSnapshot>> snapshot_{std::make_shared<const SiteSnapshot>()};
  std::atomic<unsigned long> generation_{1};
};

}  // namespace pagewright::sites
