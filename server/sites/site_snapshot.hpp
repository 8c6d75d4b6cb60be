// What the sites listener serves: an immutable picture of all published pages, replaced as a whole when a release
// changes it.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

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

// Path ("/about", "/~staging/about", "/") to what is served there. Prepared answers are added by SiteServer.
class SiteSnapshot {
 public:
  using Artifacts = std::unordered_map<std::string, std::shared_ptr<const Artifact>, TextHash, std::equal_to<>>;

  SiteSnapshot();
  explicit SiteSnapshot(Artifacts artifacts);

  struct Entry;  // an artifact with its prepared heads
  [[nodiscard]] const Entry* find(std::string_view path) const;
  [[nodiscard]] const Artifacts& artifacts() const { return artifacts_; }

  ~SiteSnapshot();
  SiteSnapshot(SiteSnapshot&&) noexcept;
  SiteSnapshot& operator=(SiteSnapshot&&) noexcept;

 private:
  Artifacts artifacts_;
  std::unordered_map<std::string_view, std::unique_ptr<const Entry>> entries_;
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
