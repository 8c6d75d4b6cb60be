#include "engine/render/component_source.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/schema/definition_check.hpp"

namespace pagewright::render {
namespace {

std::unexpected<Error> invalid(std::string message) {
  return fail(ErrorCode::invalid_request, std::move(message));
}

Result<std::string> text_member(const json::Value& source, std::string_view name) {
  const auto text = json::find_string(source, name);
  if (!text) return invalid("A component needs \"" + std::string(name) + "\", a text.");
  return std::string(*text);
}

Result<std::vector<PartialSource>> partials_of(const json::Value& source) {
  std::vector<PartialSource> partials;
  const json::Value* members = json::find(source, "partials");
  if (!members) return partials;
  if (!members->is_object()) return invalid("\"partials\" of a component is an object of texts.");
  for (const auto& member : members->get_object()) {
    if (!member.value().is_string()) return invalid("\"partials\" of a component is an object of texts.");
    partials.push_back({std::string(json::view(member.key())), std::string(json::view(member.value().get_string()))});
  }
  return partials;
}

}  // namespace

Result<ComponentSource> component_source_from_json(const json::Value& source) {
  const json::Value* definition = json::find(source, "definition");
  if (!definition) return invalid("A component needs \"definition\".");
  return ComponentSource{.definition = *definition,
                         .template_text = TRY(text_member(source, "template")),
                         .style = TRY(text_member(source, "style")),
                         .partials = TRY(partials_of(source))};
}

json::Object component_source_json(const ComponentSource& source) {
  json::Object object{{"definition", source.definition}, {"template", source.template_text}, {"style", source.style}};
  if (source.partials.empty()) return object;
  json::Object partials;
  for (const PartialSource& partial : source.partials) partials[partial.name] = partial.text;
  object["partials"] = std::move(partials);
  return object;
}

std::vector<Diagnostic> check_partials(const std::vector<PartialSource>& partials) {
  std::vector<Diagnostic> faults;
  if (partials.size() > most_partials)
    faults.push_back({"has " + std::to_string(partials.size()) + " partials, may have " +
                      std::to_string(most_partials) + " at most."});
  for (std::size_t i = 0; i < partials.size() && i < most_partials; ++i) {
    const std::string& name = partials[i].name;
    if (!schema::is_name(name, '-'))
      faults.push_back({"\"" + std::string(start_of(name, 64)) +
                        "\" is no name of a partial: small letters, digits and dashes, a letter first, 64 at most."});
    const bool is_taken = std::ranges::any_of(partials.begin(), partials.begin() + static_cast<std::ptrdiff_t>(i),
                                              [&](const PartialSource& other) { return other.name == name; });
    if (is_taken) faults.push_back({"has two partials called \"" + name + "\"."});
  }
  return faults;
}

std::vector<liquid::Partial> compiler_partials(const std::vector<PartialSource>& partials) {
  std::vector<liquid::Partial> out;
  out.reserve(partials.size());
  for (const PartialSource& partial : partials) out.push_back({partial.name, partial.text});
  return out;
}

}  // namespace pagewright::render
