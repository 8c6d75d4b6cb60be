#include "server/components/custom_component.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::components {

std::string_view name_of(Visibility visibility) {
  switch (visibility) {
    case Visibility::private_:
      return "private";
    case Visibility::team:
      return "team";
    case Visibility::organization:
      return "organization";
    case Visibility::public_:
      return "public";
  }
  __builtin_unreachable();
}

std::optional<Visibility> parse_visibility(std::string_view name) {
  for (const auto visibility : {Visibility::private_, Visibility::team, Visibility::organization, Visibility::public_})
    if (name_of(visibility) == name) return visibility;
  return std::nullopt;
}

Result<render::ComponentSource> ComponentVersion::source() const {
  render::ComponentSource source{
      .definition = TRY(json::parse(definition)), .template_text = template_text, .style = style};
  const json::Value texts = TRY(json::parse(partials));
  if (const json::Object* members = texts.if_object())
    for (const auto& member : *members)
      if (member.value().is_string())
        source.partials.push_back(
            {std::string(json::view(member.key())), std::string(json::view(member.value().get_string()))});
  return source;
}

std::string ComponentVersion::parts_json() const {
  JsonText text;
  text.raw("definition", definition).text("template", template_text).text("style", style);
  if (partials != "{}") text.raw("partials", partials);
  std::string object = text.raw("sample", sample).take();
  return object.substr(1, object.size() - 2);
}

}  // namespace pagewright::components
