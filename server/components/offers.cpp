#include "server/components/offers.hpp"

namespace pagewright::components {

bool is_offered_to(const CustomComponent& component, const access::Membership& member) {
  switch (component.visibility) {
    case Visibility::private_:
      return component.owner.id == member.user_id;
    case Visibility::team:
      return component.owner.id == member.user_id || (component.team && member.is_in(component.team->id));
    case Visibility::organization:
    case Visibility::public_:
      return true;
  }
  __builtin_unreachable();
}

Offers::Offers(const std::vector<ComponentWithVersion>& all) {
  for (const auto& [component, version] : all) {
    const bool is_open =
        component.visibility == Visibility::organization || component.visibility == Visibility::public_;
    if (is_open && !component.deleted_at) continue;
    limited_.emplace(component.name, component);
    ask_for_teams_ = ask_for_teams_ || component.visibility == Visibility::team;
  }
}

std::optional<std::string> Offers::refusal(std::string_view name, const access::Membership& member) const {
  const auto found = limited_.find(name);
  if (found == limited_.end()) return std::nullopt;
  const CustomComponent& component = found->second;
  const std::string quoted = "the component \"" + component.name + "\"";
  if (component.deleted_at)
    return "T" + quoted.substr(1) + " was deleted: pages that have it keep it, others don't get it.";
  if (is_offered_to(component, member)) return std::nullopt;
  if (component.visibility == Visibility::team && component.team)
    return "Only members of the team \"" + component.team->name + "\" add " + quoted + " to a page.";
  return "Only " + component.owner.name + " adds " + quoted + " to a page: it is private.";
}

}  // namespace pagewright::components
