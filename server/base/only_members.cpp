#include "server/base/only_members.hpp"

#include <algorithm>
#include <cassert>

#include "engine/json/value.hpp"

namespace pagewright {

std::string only_members(std::string_view object, const std::vector<std::string_view>& names) {
  const auto whole = json::parse(object, 1000);
  assert(whole && whole->is_object() && "we have written it ourselves");
  json::Object wanted;
  for (const auto& member : whole->get_object()) {
    const std::string_view name = json::view(member.key());
    if (name == "id" || std::ranges::find(names, name) != names.end()) wanted[member.key()] = member.value();
  }
  return json::serialize(wanted);
}

}  // namespace pagewright
