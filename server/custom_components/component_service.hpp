// The rules of an organisation's own components: making, changing, deleting and restoring them.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/custom_components/component_usage.hpp"
#include "server/custom_components/component_workshop.hpp"

namespace pagewright::custom_components {

inline constexpr std::int64_t most_components = 200;  // of an organisation
inline constexpr std::int64_t most_versions = 500;    // of a component

class ComponentService {
 public:
  ComponentService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
                   ComponentWorkshop& workshop, ComponentUsage& usage)
      : surroundings_(std::move(surroundings)), rooms_(rooms), workshop_(workshop), usage_(usage) {}

  // As JSON, like all that follow.
  Task<Outcome<std::string>> create(http::Caller caller, ReadDraft read, components::Audience audience);

  // `base`: the version that was changed. Conflict where it is not the present one any more.
  Task<Outcome<std::string>> add_version(http::Caller caller, std::string name, std::string base, ReadDraft read);

  // Whoever made it may, and administrators; only these show it to other organisations. Pages that are open learn at
  // once who may insert it.
  Task<Outcome<std::string>> change(http::Caller caller, std::string name, components::Audience audience);

  // It is offered no more; pages that have it go on to render it. `even_if_used`: otherwise a conflict where any has.
  Task<Outcome<void>> remove(http::Caller caller, std::string name, bool even_if_used);
  Task<Outcome<std::string>> restore(http::Caller caller, std::string name);

  // Public ones of other organisations.
  Task<Outcome<components::ComponentList>> gallery(components::GalleryQuery query);
  Task<Outcome<std::string>> get_from_gallery(std::string id);
  // A copy for the caller's organisation.
  Task<Outcome<std::string>> install(http::Caller caller, std::string id);

 private:
  struct NewComponent;
  Task<Outcome<std::string>> keep_new(http::Caller caller, NewComponent wanted);
  template <typename Change>
  Task<Outcome<std::string>> change_row(http::Caller caller, std::string name, std::string event, Change change);
  // After the commit, in the order of commits: pages are read with the organisation's new library.
  [[nodiscard]] std::function<void(const Outcome<std::string>&)> library_changed(const http::Caller& caller);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  ComponentWorkshop& workshop_;
  ComponentUsage& usage_;
};

}  // namespace pagewright::custom_components
