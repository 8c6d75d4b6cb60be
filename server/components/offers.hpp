// To whom an organisation's own components are offered. Nobody else brings one to a page that does not have it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/access/membership.hpp"
#include "server/components/component_store.hpp"

namespace pagewright::components {

// As its audience has it, whether or not it was deleted.
[[nodiscard]] bool is_offered_to(const CustomComponent& component, const access::Membership& member);

class Offers {
 public:
  Offers() = default;
  explicit Offers(const std::vector<ComponentWithVersion>& all);

  // True where every member may insert all components.
  [[nodiscard]] bool are_open() const { return limited_.empty(); }
  // Whether it counts in which teams somebody is.
  [[nodiscard]] bool ask_for_teams() const { return ask_for_teams_; }
  // Whether there are members who may not insert it.
  [[nodiscard]] bool limit(std::string_view component) const { return limited_.contains(component); }
  // Why the member may not insert it, as a sentence; nothing where they may.
  [[nodiscard]] std::optional<std::string> refusal(std::string_view component, const access::Membership& member) const;

 private:
  std::map<std::string, CustomComponent, std::less<>> limited_;  // by name
  bool ask_for_teams_ = false;
};
using SharedOffers = std::shared_ptr<const Offers>;

}  // namespace pagewright::components
