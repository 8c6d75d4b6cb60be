// Finding components: those that are built in, and the organisation's own.
#pragma once

#include "server/custom_components/component_view.hpp"
#include "server/tokens/libraries.hpp"

namespace pagewright::custom_components {

struct ComponentQuery {
  std::string source = {};      // built-in or custom; empty: both
  std::string category = {};    // exactly; empty: any
  std::string search = {};      // a part of its texts; empty: any
  std::string visibility = {};  // of custom ones; empty: any
  bool trash = false;           // those that were deleted, in place of the others
  std::int64_t limit = 50;
  std::int64_t offset = 0;
};

// A component as a list has it.
struct FoundComponent {
  std::string name;
  std::string display_name;
  std::string description;
  std::string json;  // all of it
};

struct FoundComponents {
  std::vector<FoundComponent> items;
  std::int64_t total = 0;
};

class ComponentCatalogue {
 public:
  ComponentCatalogue(const components::BuiltInLibrary& built_in, tokens::Libraries& libraries,
                     database::Database& database);

  // All that is needed to render the organisation's pages, also what the caller is not offered: {"library", "items"}.
  struct Listing {
    std::shared_ptr<const std::string> json;
    std::string tag;
  };
  Task<Outcome<Listing>> everything(http::Caller caller);

  // What the caller is offered: built-in ones first, by name.
  Task<Outcome<FoundComponents>> find(http::Caller caller, ComponentQuery query);

  // As JSON: the component as it is, its versions, one of them.
  Task<Outcome<std::string>> get(http::Caller caller, std::string name);
  Task<Outcome<std::string>> versions(http::Caller caller, std::string name);
  Task<Outcome<std::string>> version(http::Caller caller, std::string name, std::string version);

  [[nodiscard]] bool is_built_in(std::string_view name) const { return built_in_.item(name) != nullptr; }

 private:
  struct BuiltIn {
    FoundComponent found;
    std::string category;
    std::string search_text;
  };
  [[nodiscard]] static Listing listing_of(std::string_view library, const std::vector<std::string_view>& items);

  const components::BuiltInLibrary& built_in_;
  tokens::Libraries& libraries_;
  database::Database& database_;
  std::vector<BuiltIn> searched_;  // by name
  Listing built_in_listing_;       // of those who have no others
};

// A component of the caller's organisation that they may look up; not_found where there is none.
[[nodiscard]] Outcome<components::CustomComponent> must_find(database::Connection& connection,
                                                             const http::Caller& caller, std::string_view name);

}  // namespace pagewright::custom_components
