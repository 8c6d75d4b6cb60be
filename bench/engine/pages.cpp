#include "bench/engine/pages.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace pagewright::bench {
namespace {

[[noreturn]] void give_up(const std::string& sentence) {
  std::cerr << sentence << "\n";
  std::exit(1);
}

std::string file(const std::string& name) {
  const char* folder = std::getenv("PAGEWRIGHT_BENCH_PAGES");
  const std::string path = std::string(folder ? folder : "build/bench/pages") + "/" + name;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) give_up("cannot read " + path + ": run ./dev bench");
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::shared_ptr<const render::Library> compile_library() {
  const json::Value request = *json::parse(file("library.json"));
  render::LibrarySource source;
  for (const json::Value& component : request.at("components").as_array()) {
    auto read = render::component_source_from_json(component);
    if (!read) give_up(read.error().message);
    source.components.push_back(std::move(*read));
  }
  source.tokens = request.at("tokens");
  source.base_css = request.at("baseCss").as_string();
  auto compiled = render::Library::compile(source);
  if (!compiled) give_up(compiled.error().front().message);
  return *compiled;
}

}  // namespace

std::shared_ptr<const render::Library> library() {
  static const auto compiled = compile_library();
  return compiled;
}

std::string page_text(std::int64_t nodes, Edits edits) {
  return file(std::to_string(nodes) + (edits == Edits::ten ? "-edited.json" : ".json"));
}

document::Document open_page(std::string_view text) {
  auto source = json::parse(text);
  if (!source) give_up(source.error().message);
  auto opened = document::Document::parse(std::move(*source), library()->catalog(), limits);
  if (!opened) give_up(opened.error().message + " " + opened.error().path);
  return std::move(*opened);
}

document::Document page(std::int64_t nodes, Edits edits) {
  static std::map<std::pair<std::int64_t, Edits>, document::Document> opened;
  const auto [place, is_new] = opened.try_emplace({nodes, edits});
  if (is_new) place->second = open_page(page_text(nodes, edits));
  return place->second;
}

document::NodeId middle_card(const document::Document& document) {
  for (std::size_t number = document.size() / 2;; ++number) {
    const auto id = document::NodeId::parse("n" + std::to_string(number));
    const document::Node* node = document.find(*id);
    if (!node) give_up("the page has no card");
    if (node->component == "card") return *id;
  }
}

}  // namespace pagewright::bench
