// The compiled library of each organisation: the built-in components with its design tokens.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/components/built_in_library.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::tokens {

using SharedLibrary = std::shared_ptr<const render::Library>;

class Libraries {
 public:
  Libraries(const components::BuiltInLibrary& built_in, database::Database& database, ExecutorPool& pool)
      : built_in_(built_in), database_(database), pool_(pool) {}

  // Compiled at the first call.
  Task<Outcome<SharedLibrary>> of(std::string organization_id);
  // The one compiled last; null before the first.
  [[nodiscard]] SharedLibrary current(const std::string& organization_id) const;

  // On the calling thread: some milliseconds.
  [[nodiscard]] std::expected<SharedLibrary, std::vector<Diagnostic>> compile(json::Value tokens) const;
  void replace(const std::string& organization_id, SharedLibrary library);

  // The versions of the components in all of these libraries.
  [[nodiscard]] const components::ComponentSet& component_set() const { return built_in_.component_set(); }

 private:
  const components::BuiltInLibrary& built_in_;
  database::Database& database_;
  ExecutorPool& pool_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, SharedLibrary> libraries_;
};

}  // namespace pagewright::tokens
