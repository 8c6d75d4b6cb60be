#include "fuzz/built_in_library.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "fixtures/source_directory.hpp"
#include "fuzz/input.hpp"

namespace pagewright::fuzz {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(text).str();
}

json::Value file_json(const std::filesystem::path& path) {
  return json::parse(file_text(path)).value_or(json::Value(nullptr));
}

std::vector<render::PartialSource> partials_in(const std::filesystem::path& folder) {
  std::vector<render::PartialSource> partials;
  if (!std::filesystem::exists(folder)) return partials;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    partials.push_back({file.path().stem().string(), file_text(file.path())});
  return partials;
}

}  // namespace

render::LibrarySource built_in_source() {
  const std::filesystem::path library = fixtures::source_directory() / "library";
  render::LibrarySource source;
  std::set<std::filesystem::path> folders;
  for (const auto& folder : std::filesystem::directory_iterator(library / "components")) folders.insert(folder.path());
  for (const auto& folder : folders)
    source.components.push_back({file_json(folder / "component.json"), file_text(folder / "template.liquid"),
                                 file_text(folder / "style.css"), partials_in(folder / "partials")});
  source.tokens = file_json(library / "themes/pagewright.json");
  source.base_css = file_text(library / "themes/base.css");
  return source;
}

const std::shared_ptr<const render::Library>& built_in_library() {
  static const std::shared_ptr<const render::Library> library = [] {
    auto compiled = render::Library::compile(built_in_source());
    expect(compiled.has_value(), "the built-in library compiles");
    return *compiled;
  }();
  return library;
}

}  // namespace pagewright::fuzz
