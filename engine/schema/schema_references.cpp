// Where $ref and $dynamicRef lead: $id, anchors and JSON Pointers, all within the one source.
// https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
#include <algorithm>
#include <set>

#include "engine/json/pointer.hpp"
#include "engine/schema/metaschema.hpp"
#include "engine/schema/schema_compiler.hpp"
#include "engine/schema/uri.hpp"

namespace pagewright::schema {
namespace {

bool is_anchor(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !text.empty() && text.size() <= 128 && is_letter(text.front()) && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

// What is checked on the same value as `node` is.
SchemaNode::Parts parts_in_place(const SchemaNode& node) {
  SchemaNode::Parts parts = {node.reference, node.dynamic_reference, node.not_schema,
                             node.if_schema, node.then_schema,       node.else_schema};
  for (const auto* list : {&node.all_of, &node.any_of, &node.one_of})
    parts.insert(parts.end(), list->begin(), list->end());
  for (const auto& [name, part] : node.dependent_schemas) parts.push_back(part);
  std::erase(parts, nullptr);
  return parts;
}

}  // namespace

SchemaResource& SchemaCompiler::enter_resource(const json::Value& source, const std::string& pointer,
                                               SchemaResource& outer) {
  const json::Value* id = json::find(source, "$id");
  if (!id) return outer;
  const auto [address, fragment] = split_fragment(id->is_string() ? json::view(id->get_string()) : "#");
  if (!id->is_string() || !fragment.empty() || address.size() > 2000) {
    report(json::pointer_to(pointer, "$id"), "must be an address without a fragment");
    return outer;
  }
  std::string resolved = resolve_address(outer.address, address);
  const bool is_whole = &source == &compiled_.source;
  if (find_resource(resolved) && !(is_whole && resolved.empty())) {
    report(json::pointer_to(pointer, "$id"), "is the address of another schema, too");
    return outer;
  }
  SchemaResource& own = is_whole ? outer : compiled_.resources.emplace_back();
  own.address = std::move(resolved);
  own.source = &source;
  own.pointer = pointer;
  return own;
}

void SchemaCompiler::read_anchor(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                 const std::string& pointer) {
  const std::string name(value.is_string() ? json::view(value.get_string()) : "");
  if (!is_anchor(name)) return report(pointer, "must be a name: letters, digits, \"-\", \"_\" and \".\"");
  const auto [known, is_new] = resource_->anchors.emplace(name, &node);
  if (!is_new && known->second != &node) return report(pointer, "names another schema, too");
  if (keyword == "$dynamicAnchor") resource_->dynamic_anchors.emplace(name, &node);
}

SchemaResource* SchemaCompiler::find_resource(std::string_view address) {
  const auto found = std::ranges::find(compiled_.resources, address, &SchemaResource::address);
  return found == compiled_.resources.end() ? nullptr : &*found;
}

SchemaResource* SchemaCompiler::add_metaschema() {
  auto source = json::parse(metaschema_source);
  if (!source) return nullptr;
  compiled_.metaschema = std::move(*source);
  SchemaResource& outer = compiled_.resources.front();
  compile(compiled_.metaschema, std::string(metaschema_address), outer, 0);
  return find_resource(metaschema_address);
}

std::optional<SchemaCompiler::Place> SchemaCompiler::find_place(SchemaResource& resource, std::string_view pointer) {
  Place place{resource.source, resource.pointer, &resource};
  while (!pointer.empty()) {
    if (pointer.front() != '/') return std::nullopt;
    const auto end = pointer.find('/', 1);
    const std::string token = json::unescaped_token(pointer.substr(1, end == std::string_view::npos ? end : end - 1));
    pointer = end == std::string_view::npos ? std::string_view{} : pointer.substr(end);
    if (const json::Array* array = place.source->if_array()) {
      const auto index = array_index(token);
      if (!index || *index >= array->size()) return std::nullopt;
      place.source = &(*array)[*index];
    } else {
      place.source = json::find(*place.source, token);
      if (!place.source) return std::nullopt;
    }
    place.pointer = json::pointer_to(place.pointer, token);
    const auto inner = std::ranges::find(compiled_.resources, place.source, &SchemaResource::source);
    if (inner != compiled_.resources.end()) place.resource = &*inner;
  }
  return place;
}

const SchemaNode* SchemaCompiler::follow(const Reference& reference) {
  const auto [address, fragment] = split_fragment(reference.target);
  const SchemaResource& base = *reference.node->resource;
  const std::string target = address.empty() ? base.address : resolve_address(base.address, address);
  SchemaResource* resource = find_resource(target);
  if (!resource && target == metaschema_address) resource = add_metaschema();
  if (!resource) {
    report(reference.pointer, "leads to \"" + std::string(reference.target) +
                                  "\", which is not in this schema; other documents are never fetched");
    return nullptr;
  }
  const std::string name = percent_decoded(fragment);
  if (!name.empty() && name.front() != '/') {
    const auto anchor = resource->anchors.find(name);
    if (anchor != resource->anchors.end()) return anchor->second;
  } else if (const auto place = find_place(*resource, name)) {
    // What an unknown keyword holds becomes a schema only here.
    return compile(*place->source, place->pointer, *place->resource, 0);
  }
  report(reference.pointer, "leads to \"" + std::string(reference.target) + "\", which is not in this schema");
  return nullptr;
}

void SchemaCompiler::follow_references() {
  // Following one may compile a place that has references of its own.
  for (std::size_t i = 0; i < references_.size(); ++i) {
    const Reference reference = references_[i];
    const SchemaNode* target = follow(reference);
    if (!target) continue;
    if (!reference.is_dynamic) {
      reference.node->reference = target;
      continue;
    }
    reference.node->dynamic_reference = target;
    const std::string name = percent_decoded(split_fragment(reference.target).second);
    const auto found = target->resource->dynamic_anchors.find(name);
    if (found != target->resource->dynamic_anchors.end() && found->second == target)
      reference.node->dynamic_anchor = name;
  }
}

// Depth first, without recursion: references make chains of any length.
void SchemaCompiler::refuse_endless_references() {
  struct Open {
    const SchemaNode* node;
    SchemaNode::Parts parts;
  };
  std::set<const SchemaNode*> open;
  std::set<const SchemaNode*> done;
  for (const auto& start : compiled_.nodes) {
    std::vector<Open> path;
    const auto enter = [&](const SchemaNode* node) {
      if (done.contains(node)) return true;
      if (!open.insert(node).second) return false;
      path.push_back({node, parts_in_place(*node)});
      return true;
    };
    enter(start.get());
    while (!path.empty()) {
      if (path.back().parts.empty()) {
        open.erase(path.back().node);
        done.insert(path.back().node);
        path.pop_back();
        continue;
      }
      const SchemaNode* part = path.back().parts.back();
      path.back().parts.pop_back();
      if (!enter(part))
        return report(start->pointer, "its $ref leads back to itself, so that no value could be checked");
    }
  }
}

}  // namespace pagewright::schema
