#include "server/components/built_in_library.hpp"

#include <stdexcept>

#include "server/embedded/embedded_files.hpp"

namespace pagewright::components {
namespace {

constexpr std::string_view folder = "library/components/";

std::string_view read(const std::string& path) {
  const embedded::File* file = embedded::find(path);
  if (file == nullptr) throw std::runtime_error("the program was built without " + path);
  return file->bytes;
}

json::Value read_json(const std::string& path) {
  auto value = json::parse(read(path));
  if (!value) throw std::runtime_error(path + ": " + value.error().message);
  return std::move(*value);
}

std::vector<render::PartialSource> read_partials(const std::string& path) {
  constexpr std::string_view ending = ".liquid";
  std::vector<render::PartialSource> partials;
  for (const embedded::File& file : embedded::under(path)) {
    const std::string_view name = file.path.substr(path.size());
    partials.push_back({std::string(name.substr(0, name.size() - ending.size())), std::string(file.bytes)});
  }
  return partials;
}

}  // namespace

BuiltInLibrary::BuiltInLibrary(std::vector<render::ComponentSource> replacements)
    : theme_(read_json("library/themes/pagewright.json")), base_css_(read("library/themes/base.css")) {
  schema::ComponentVersions versions;
  for (const embedded::File& file : embedded::under(folder)) {
    if (!file.path.ends_with("/component.json")) continue;
    const std::string path(file.path.substr(0, file.path.rfind('/') + 1));
    const std::string name = path.substr(folder.size(), path.size() - folder.size() - 1);
    render::ComponentSource component{.definition = read_json(path + "component.json"),
                                      .template_text = std::string(read(path + "template.liquid")),
                                      .style = std::string(read(path + "style.css")),
                                      .partials = read_partials(path + "partials/")};
    for (render::ComponentSource& replacement : replacements)
      if (json::find_string(replacement.definition, "name") == name) component = std::move(replacement);
    versions[name] = json::find_string(component.definition, "version").value_or("");
    json::Object item = render::component_source_json(component);
    item["source"] = "built-in";
    item["insertable"] = true;
    item["sample"] = read_json(path + "sample.json");
    items_[name] = json::serialize(item);
    components_.push_back(std::move(component));
  }
  component_set_ = component_set_of(std::move(versions));
}

render::LibrarySource BuiltInLibrary::source(json::Value tokens, std::vector<render::ComponentSource> more) const {
  render::LibrarySource source{.components = components_, .tokens = std::move(tokens), .base_css = base_css_};
  for (render::ComponentSource& component : more) {
    const auto name = json::find_string(component.definition, "name");
    std::erase_if(source.components, [&](const render::ComponentSource& built_in) {
      return json::find_string(built_in.definition, "name") == name;
    });
    source.components.push_back(std::move(component));
  }
  return source;
}

const std::string* BuiltInLibrary::item(std::string_view name) const {
  const auto found = items_.find(name);
  return found == items_.end() ? nullptr : &found->second;
}

}  // namespace pagewright::components
