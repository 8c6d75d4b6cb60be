// The compiled library of each organisation: the built-in components and its own, with its design tokens.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/components/built_in_library.hpp"
#include "server/components/offers.hpp"
#include "server/http/caller.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::tokens {

using SharedLibrary = std::shared_ptr<const render::Library>;

// A library, the versions of the components in it, and who may insert them.
struct VersionedLibrary {
  SharedLibrary library;
  components::ComponentSet component_set;
  components::SharedOffers offers = std::make_shared<const components::Offers>();
};
using SharedVersionedLibrary = std::shared_ptr<const VersionedLibrary>;

// Which version of its tokens an organisation's pages are rendered with.
[[nodiscard]] Outcome<std::int64_t> version_of(database::Connection& connection, std::string_view organization_id);

class Libraries {
 public:
  Libraries(const components::BuiltInLibrary& built_in, database::Database& database, ExecutorPool& pool)
      : built_in_(built_in), database_(database), pool_(pool) {}

  // Compiled at the first call. Its component set is in the database.
  Task<Outcome<SharedVersionedLibrary>> with_versions(std::string organization_id);
  Task<Outcome<SharedLibrary>> of(std::string organization_id);
  // The one compiled last; null before the first, and when it is out of date.
  [[nodiscard]] SharedVersionedLibrary current(const std::string& organization_id) const;

  // The built-in components with these design tokens. On the calling thread: some milliseconds.
  [[nodiscard]] std::expected<SharedLibrary, std::vector<Diagnostic>> compile(json::Value tokens) const;

  // What an organisation's library is made of.
  Task<Outcome<render::LibrarySource>> source_of(std::string organization_id);

  // Its tokens, components or who may insert them were changed: it is compiled anew when it is asked for next. Brief.
  void forget(const std::string& organization_id);
  void forget_all();

 private:
  Task<Outcome<std::pair<render::LibrarySource, components::SharedOffers>>> read(std::string organization_id);
  [[nodiscard]] std::expected<VersionedLibrary, std::vector<Diagnostic>> compile_usable(
      render::LibrarySource source) const;

  const components::BuiltInLibrary& built_in_;
  database::Database& database_;
  ExecutorPool& pool_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, SharedVersionedLibrary> libraries_;
  // Grows whenever what somebody has just read to compile it may be out of date.
  std::uint64_t changes_ = 0;
};

}  // namespace pagewright::tokens
