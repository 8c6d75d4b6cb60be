// How the props of an older version of a component become those of the present one: data in component.json. See
// docs/formats/component.md, "Versions and migrations".
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/schema/schema.hpp"
#include "engine/schema/version.hpp"

namespace pagewright::schema {

// Member names on the way to a value; "*" in `within` stands for each item of a list.
using PropPath = std::vector<std::string>;

struct MigrationStep {
  enum class Kind : std::uint8_t { move, set_default, map_values, remove };
  struct Replacement {
    json::Value from;
    json::Value to;
  };
  Kind kind;
  PropPath within;    // to the objects that the step is done in: to the last "*"; empty: the props themselves
  PropPath path;      // in each of these
  PropPath target;    // of move
  json::Value value;  // of set_default
  std::vector<Replacement> replacements;
  std::optional<json::Value> otherwise;  // of map_values: for values that are not listed
};

struct Migration {
  VersionRange from;
  Version to;
  std::string to_text;
  std::vector<MigrationStep> steps;
};

// The migrations of one component, checked to lead upwards, one way, without gaps.
class Migrations {
 public:
  // `source`: the member "migrations"; `version`: the component's. Messages start with a JSON Pointer.
  [[nodiscard]] static std::expected<Migrations, std::vector<Diagnostic>> compile(const json::Value& source,
                                                                                  const Version& version,
                                                                                  const Schema& props);

  // Does to `props` all that leads on from version `from`. What can't be done is a violation; its path is that of the
  // value which was left out.
  [[nodiscard]] std::vector<Violation> apply(const Version& from, json::Object& props) const;

  // True when no migration leads on from `version`, though there are some for later versions.
  [[nodiscard]] bool leave_out(const Version& version) const;

 private:
  [[nodiscard]] const Migration* leading_on_from(const Version& version) const;
  void check_order(std::vector<Diagnostic>& faults) const;
  void check_targets(const Schema& props, std::vector<Diagnostic>& faults) const;

  std::vector<Migration> migrations_;
};

}  // namespace pagewright::schema
