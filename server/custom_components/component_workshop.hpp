// Making components: checking and trying them out, before anything is kept.
#pragma once

#include "server/components/component_check.hpp"
#include "server/custom_components/component_catalogue.hpp"
#include "server/custom_components/draft_reader.hpp"
#include "server/upgrades/upgrade_service.hpp"

namespace pagewright::custom_components {

// A draft that was checked against the organisation's library.
struct CheckedDraft {
  components::ComponentDraft draft;
  std::string name;
  std::string version;
  std::vector<components::ComponentFault> faults;
  std::shared_ptr<const render::Library> library;  // with the component in it; null where a fault is an error
  std::optional<components::CustomComponent> predecessor = {};  // the organisation's component of that name
};

// What to show alone, for a look at it.
struct PreviewWish {
  std::optional<ReadDraft> draft = {};  // nothing: a component that there is
  std::string name = {};
  std::string version = {};   // empty: the present one
  json::Value props = {};     // null: those of the sample
  json::Value children = {};  // null: those of the sample
};

class ComponentWorkshop {
 public:
  ComponentWorkshop(ComponentCatalogue& catalogue, tokens::Libraries& libraries, database::Database& database,
                    ExecutorPool& pool, upgrades::UpgradeService& upgrades)
      : catalogue_(catalogue), libraries_(libraries), database_(database), pool_(pool), upgrades_(upgrades) {}

  // With the engine, and against the version before it where there is one. Keeps nothing.
  Task<Outcome<CheckedDraft>> check(http::Caller caller, ReadDraft read);

  // The page that shows it, as it would be published: HTML.
  Task<Outcome<std::string>> preview(http::Caller caller, PreviewWish wish);

  // What the draft as a new version would change on pages: upgrades::UpgradeService::dry_run.
  Task<Outcome<std::string>> dry_run(http::Caller caller, ReadDraft read, upgrades::UpgradeQuery query);

 private:
  Task<Outcome<CheckedDraft>> draft_of(http::Caller caller, std::string name, std::string version);

  ComponentCatalogue& catalogue_;
  tokens::Libraries& libraries_;
  database::Database& database_;
  ExecutorPool& pool_;
  upgrades::UpgradeService& upgrades_;
};

// The errors among the faults as what is wrong with a request.
[[nodiscard]] Problem problem_of(std::string title, const std::vector<components::ComponentFault>& faults);

}  // namespace pagewright::custom_components
