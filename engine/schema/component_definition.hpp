// What component.json says: names, slots, the schema of the props. See docs/formats/component.md.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/schema/migration.hpp"

namespace pagewright::schema {

struct SlotDefinition {
  std::string name;
  std::string display_name;
  std::vector<std::string> accepts;  // component names, "category:<name>" or "*"
  unsigned max = 0;                  // 0: no limit of its own
};

struct ComponentDefinition {
  std::string name;
  std::string display_name;
  std::string description;
  std::string category;
  std::string version;
  std::vector<SlotDefinition> slots;
  Schema props;
  Migrations migrations;  // of the props of older versions
  json::Value source;     // component.json as it was

  // Faults name the JSON Pointer in the message.
  [[nodiscard]] static std::expected<ComponentDefinition, std::vector<Diagnostic>> parse(const json::Value& source);

  [[nodiscard]] const SlotDefinition* find_slot(std::string_view name) const;
};

// True when a component of this definition may stand in the slot.
[[nodiscard]] bool accepts(const SlotDefinition& slot, const ComponentDefinition& child);

// The components known to a page, by name. Definitions are immutable and shared.
class Catalog {
 public:
  // Replaces a definition of the same name.
  void add(std::shared_ptr<const ComponentDefinition> definition);
  // Null where there is none of that name.
  [[nodiscard]] const ComponentDefinition* find(std::string_view name) const;
  [[nodiscard]] std::vector<const ComponentDefinition*> all() const;  // by name

 private:
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
  };
  std::unordered_map<std::string, std::shared_ptr<const ComponentDefinition>, NameHash, std::equal_to<>> definitions_;
};

}  // namespace pagewright::schema
