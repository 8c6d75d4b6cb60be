// A component that an organisation has made: its row, and its versions, which never change.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/render/component_source.hpp"
#include "server/base/timestamp.hpp"

namespace pagewright::components {

// Who finds a component. Pages that use it render for everyone.
enum class Visibility : std::uint8_t {
  private_,      // its owner
  team,          // its owner, and the members of a team
  organization,  // its members
  public_        // other organisations of the installation too: they install copies
};
[[nodiscard]] std::string_view name_of(Visibility visibility);
[[nodiscard]] std::optional<Visibility> parse_visibility(std::string_view name);

struct Person {
  std::string id;
  std::string name;
};

// A team, as it is named beside a component.
struct TeamName {
  std::string id;
  std::string name;
};

// Whom a component is shown to.
struct Audience {
  Visibility visibility = Visibility::organization;
  std::string team_id = {};  // with Visibility::team
};

struct CustomComponent {
  std::string id;
  std::string organization_id;
  std::string publisher = {};  // the organisation's name
  Person owner;
  std::string name;
  Visibility visibility = Visibility::organization;
  std::optional<TeamName> team = {};  // with Visibility::team; nothing after its end
  std::string version;                // the present one
  std::int64_t version_number = 1;    // of that: they count from 1
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;
  std::optional<Milliseconds> deleted_at = {};
  std::int64_t install_count = 0;
  std::string category;
  std::string display_name;
  std::string description;
  std::optional<std::string> installed_from = {};  // the id of the public component that it is a copy of
};

struct ComponentVersion {
  std::int64_t number = 0;
  std::string version;
  Person author;
  Milliseconds created_at = 0;
  // As they are kept: JSON, but for the template and the style.
  std::string definition;
  std::string template_text;
  std::string style;
  std::string partials;
  std::string sample;

  // What the engine takes. Error internal where the row is damaged.
  [[nodiscard]] Result<render::ComponentSource> source() const;
  // {"definition", "template", "style", "partials"?, "sample"} without the braces around it.
  [[nodiscard]] std::string parts_json() const;
};

}  // namespace pagewright::components
