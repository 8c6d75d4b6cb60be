#include "server/components/component_check.hpp"

#include <algorithm>
#include <iterator>

#include "engine/liquid/diagnostic_list.hpp"
#include "engine/render/component.hpp"
#include "engine/render/page.hpp"
#include "server/components/json_place.hpp"
#include "server/components/style_check.hpp"

namespace pagewright::components {
namespace {

class Checker {
 public:
  Checker(const ComponentDraft& draft, render::LibrarySource others) : draft_(draft), others_(std::move(others)) {}

  CheckedComponent run() {
    check_sizes();
    if (faults_.empty() && check_definition()) {
      compile_alone();
      check_style();
    }
    std::shared_ptr<const render::Library> library;
    if (!has_errors(faults_)) library = compile_with_others();
    if (library) {
      check_node(Part::sample, "", draft_.sample, *library);
      if (const json::Value* initial = json::find(draft_.source.definition, "initial"))
        check_node(Part::definition, "/initial", *initial, *library);
    }
    if (has_errors(faults_)) library = nullptr;
    return {std::move(faults_), std::move(library)};
  }

 private:
  void check_sizes() {
    std::size_t partials = 0;
    for (const render::PartialSource& partial : draft_.source.partials) partials += partial.text.size();
    check_size(Part::definition, draft_.kept_definition().size(), most_definition_bytes);
    check_size(Part::style, draft_.source.style.size(), most_style_bytes);
    check_size(Part::partial, partials, most_partials_bytes);
    check_size(Part::sample, draft_.kept_sample().size(), most_sample_bytes);
  }

  void check_size(Part part, std::size_t size, std::size_t most) {
    if (size > most)
      faults_.push_back(
          {.part = part, .message = "must be at most " + std::to_string(most) + " bytes, is " + std::to_string(size)});
  }

  // A fault at a JSON Pointer of the definition or the sample.
  void add_at_path(Part part, std::string path, std::string message) {
    const std::string& text = part == Part::definition ? draft_.definition_text : draft_.sample_text;
    ComponentFault fault{.part = part, .message = std::move(message), .path = std::move(path)};
    if (!text.empty()) set_place(fault, text, place_in_json(text, fault.path));
    faults_.push_back(std::move(fault));
  }

  static void set_place(ComponentFault& fault, std::string_view text, std::size_t offset) {
    const liquid::Place place = liquid::place_of(text, static_cast<std::uint32_t>(offset));
    fault.line = place.line;
    fault.column = place.column;
  }

  bool check_definition() {
    const auto parsed = schema::ComponentDefinition::parse(draft_.source.definition);
    if (parsed) {
      name_ = parsed->name;
      for (const schema::SlotDefinition& slot : parsed->slots) slots_.push_back(slot.name);
      return true;
    }
    for (const Diagnostic& fault : parsed.error()) {
      const auto colon = fault.message.find(": ");
      const bool has_path = fault.message.starts_with('/') && colon != std::string::npos;
      add_at_path(Part::definition, has_path ? fault.message.substr(0, colon) : "",
                  has_path ? fault.message.substr(colon + 2) : fault.message);
    }
    return false;
  }

  // "promo/template.liquid: In the partial "item": …" is a fault in partials/item.
  void add_compiled(const Diagnostic& found) {
    const std::string file = name_ + "/template.liquid: ";
    const std::string partials = name_ + "/partials: ";
    constexpr std::string_view in_partial = "In the partial \"";
    ComponentFault fault{.part = Part::template_, .message = found.message, .line = found.line, .column = found.column};
    if (fault.message.starts_with(partials)) {
      fault.part = Part::partial;
      fault.message.erase(0, partials.size());
    } else if (fault.message.starts_with(file)) {
      fault.message.erase(0, file.size());
    }
    if (fault.message.starts_with(in_partial)) {
      const auto end = fault.message.find("\": ");
      fault.part = Part::partial;
      fault.partial = fault.message.substr(in_partial.size(), end - in_partial.size());
      fault.message.erase(0, end + 3);
    }
    if (found.line == 0) fault.line = fault.column = 1;
    faults_.push_back(std::move(fault));
  }

  void compile_alone() {
    const auto alone =
        render::Library::compile({.components = {draft_.source}, .tokens = json::Object(), .base_css = ""});
    if (!alone) {
      for (const Diagnostic& fault : alone.error()) add_compiled(fault);
      return;
    }
    // What nobody can see is no error, but hardly meant.
    for (const std::string& slot : slots_)
      if (!is_rendered(slot))
        warn("/slots/" + slot, "no template has {% slot \"" + slot + "\" %}: what stands in it is never shown");
    const auto& variables = (*alone)->find(name_)->program.variables();
    const json::Value* props = json::find(draft_.source.definition, "props");
    const json::Value* properties = props ? json::find(*props, "properties") : nullptr;
    if (!properties || !properties->is_object()) return;
    for (const auto& property : properties->get_object()) {
      const std::string_view prop = json::view(property.key());
      if (std::ranges::find(variables, prop) == variables.end())
        warn("/props/properties/" + std::string(prop), "the template never reads this prop");
    }
  }

  [[nodiscard]] bool is_rendered(const std::string& slot) const {
    const auto has = [&](const std::string& text) {
      for (auto at = text.find("slot"); at != std::string::npos; at = text.find("slot", at + 4)) {
        const auto quote = text.find_first_not_of(" \t\r\n", at + 4);
        if (quote != std::string::npos && (text[quote] == '"' || text[quote] == '\'') &&
            text.compare(quote + 1, slot.size(), slot) == 0)
          return true;
      }
      return false;
    };
    return has(draft_.source.template_text) ||
           std::ranges::any_of(draft_.source.partials, [&](const auto& partial) { return has(partial.text); });
  }

  void warn(std::string path, std::string message) {
    add_at_path(Part::definition, std::move(path), std::move(message));
    faults_.back().severity = ComponentFault::Severity::warning;
  }

  void check_style() {
    const auto tokens = token::TokenSet::parse(others_.tokens);
    const auto is_token = [&](std::string_view name) {
      return tokens && tokens->find_custom_property(name) != nullptr;
    };
    for (StyleFault& found : faults_of_style(draft_.source.style, name_, is_token)) {
      using enum ComponentFault::Severity;
      ComponentFault fault{
          .part = Part::style, .message = std::move(found.message), .severity = found.is_warning ? warning : error};
      set_place(fault, draft_.source.style, found.offset);
      faults_.push_back(std::move(fault));
    }
  }

  std::shared_ptr<const render::Library> compile_with_others() {
    std::erase_if(others_.components, [&](const render::ComponentSource& other) {
      return json::find_string(other.definition, "name") == name_;
    });
    others_.components.push_back(draft_.source);
    auto library = render::Library::compile(others_);
    if (library) return std::move(*library);
    for (const Diagnostic& fault : library.error())
      faults_.push_back({.part = Part::definition, .message = fault.message});
    return nullptr;
  }

  // `node`: {"props", "children"} of the component.
  void check_node(Part part, const std::string& path, const json::Value& node, const render::Library& library) {
    const json::Value* props = json::find(node, "props");
    const json::Value* children = json::find(node, "children");
    const auto rendered =
        render_alone(library, name_, props ? *props : json::Value(), children ? *children : json::Value());
    if (rendered) return;
    constexpr std::string_view root = "/components/0";
    std::string_view place = rendered.error().path;
    if (place.starts_with(root)) place.remove_prefix(root.size());
    add_at_path(part, path + std::string(place), rendered.error().message);
  }

  const ComponentDraft& draft_;
  render::LibrarySource others_;
  std::string name_;
  std::vector<std::string> slots_;
  std::vector<ComponentFault> faults_;
};

// Nodes of samples have no ids.
void add_ids(json::Value& node, unsigned& counter) {
  json::Object* object = node.if_object();
  if (!object) return;
  if (!object->contains("id")) (*object)["id"] = "sample-" + std::to_string(++counter);
  json::Value* children = object->if_contains("children");
  if (!children || !children->is_object()) return;
  for (auto& slot : children->get_object())
    if (json::Array* nodes = slot.value().if_array())
      for (json::Value& child : *nodes) add_ids(child, counter);
}

}  // namespace

CheckedComponent check(const ComponentDraft& draft, render::LibrarySource others) {
  return Checker(draft, std::move(others)).run();
}

Result<std::string> render_alone(const render::Library& library, std::string_view component, const json::Value& props,
                                 const json::Value& children) {
  json::Object node;
  node["component"] = json::String(component);
  if (!props.is_null()) node["props"] = props;
  if (!children.is_null()) node["children"] = children;
  json::Value root = std::move(node);
  unsigned counter = 0;
  add_ids(root, counter);
  const json::Value source = json::Object{{"components", json::Array{std::move(root)}}};
  const auto document = TRY(document::Document::parse(source, library.catalog()));
  std::string html;
  TRY(render::append_page(library, document, {.name = std::string(component), .site_name = "Sample"},
                          render::Mode::published, html));
  return html;
}

}  // namespace pagewright::components
