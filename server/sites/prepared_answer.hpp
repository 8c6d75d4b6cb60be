// Answers of the sites listener with their heads written ahead of time: what is left to do per request is the date.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/accept_encoding.hpp"
#include "server/sites/site_snapshot.hpp"

namespace pagewright::sites {

// A head up to the lines that change with the request (Date, Connection), and the body that follows.
struct PreparedAnswer {
  std::string head;
  std::string_view body;
  const UnnamedFile* file = nullptr;  // the body again, where it is in a file
  std::string not_modified = {};      // the head of a 304 in its place, where there may be one
};

}  // namespace pagewright::sites

// One path's answers in every encoding. The bodies belong to the artifact.
struct pagewright::sites::SiteSnapshot::Entry {
  std::string_view tag;
  PreparedAnswer identity;
  PreparedAnswer brotli;       // an empty head: not offered
  PreparedAnswer gzip;         // likewise
  const Gate* gate = nullptr;  // null: everyone is let in

  [[nodiscard]] const PreparedAnswer& choose(std::string_view accept_encoding) const;
};

namespace pagewright::sites {

// A published page. `artifact` and `gate` must outlive the entry. What only reviewers should see tells search engines
// to stay away, and what is behind a gate also caches.
[[nodiscard]] SiteSnapshot::Entry prepare_page(const Artifact& artifact, Audience audience, const Gate* gate = nullptr);

// A picture that pages of any origin may show. The views must outlive the entry.
struct Picture {
  std::string_view media_type;
  std::string_view tag;
  std::string_view bytes;
  std::string_view brotli;
  std::string_view gzip;
};
[[nodiscard]] SiteSnapshot::Entry prepare_picture(const Picture& picture);

// A page of our own with that status, for instance "404 Not Found". `extra_headers` are whole lines with their line
// ends.
[[nodiscard]] PreparedAnswer prepare_notice(std::string_view status, std::string_view html,
                                            std::string_view extra_headers = {});

// The entrance page, for who may not come in yet.
[[nodiscard]] PreparedAnswer prepare_entrance(std::string_view html);

[[nodiscard]] PreparedAnswer prepare_redirect(std::string_view location);

}  // namespace pagewright::sites
