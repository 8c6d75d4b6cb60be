#include "engine/token/group_extension.hpp"

#include <algorithm>
#include <deque>

#include "engine/token/css_text.hpp"
#include "engine/token/reference.hpp"

namespace pagewright::token {
namespace {

constexpr unsigned max_chain = 100;
constexpr std::size_t max_members = 40'000;
constexpr std::size_t max_extended_bytes = 8 * 1024 * 1024;

// An extension that led to where we are, and those before it.
struct Step {
  const json::Object* group;
  std::string path;  // where it stands in the source
  const Step* before;
  unsigned length;
};

// A group of the source that has a part in what stands at one path.
struct Layer {
  const json::Object* group;
  std::string path;
  const Step* through;  // null: not by extension
};

struct Layers {
  std::vector<Layer> list;  // the base first
  std::string type;         // what the groups around the base say
};

std::string joined(std::string_view parent, std::string_view name) {
  return parent.empty() ? std::string(name) : std::string(parent).append(".").append(name);
}

bool is_property(std::string_view key) {
  return key.starts_with('$') && key != "$root";
}

class Extension {
 public:
  Extension(const json::Object& root, Faults& faults) : root_(root), faults_(faults) {}

  json::Object run() { return merged({{&root_, "", nullptr}}, "", "", 0); }

 private:
  using Names = std::vector<std::string>;

  // What stands at one path: the groups of `given`, each after what it extends.
  json::Object merged(const std::vector<Layer>& given, const std::string& path, std::string type, unsigned depth) {
    json::Object result;
    Layers layers;
    for (const Layer& layer : given) add_layers(layer, layers);
    bytes_ += path.size() + type.size();
    if (depth > max_group_depth) {
      report(faults_, path, "groups are nested more than " + std::to_string(max_group_depth) + " deep");
      return result;
    }
    read_type(layers.list, type);
    if (type.empty() && !layers.type.empty()) {
      type = layers.type;
      result["$type"] = type;
    }
    for (const Layer& layer : layers.list) {
      for (const auto& member : *layer.group) {
        const std::string_view key = json::view(member.key());
        ++members_;
        if (key == "$extends" || key == "$ref" || is_full()) continue;
        if (is_property(key))
          result[member.key()] = copied(member.value());
        else if (!result.contains(member.key()))
          result[member.key()] = combined(layers.list, key, path, type, depth);
      }
    }
    return result;
  }

  // The member `key` of all layers: the last one, merged with those before it while all are groups.
  json::Value combined(const std::vector<Layer>& layers, std::string_view key, const std::string& path,
                       const std::string& type, unsigned depth) {
    std::vector<Layer> groups;
    const json::Value* last = nullptr;
    members_ += layers.size();
    for (const Layer& layer : layers) {
      const json::Value* value = layer.group->if_contains({key.data(), key.size()});
      if (!value) continue;
      last = value;
      if (!is_group(*value))
        groups.clear();
      else
        groups.push_back({&value->get_object(), joined(layer.path, key), layer.through});
      bytes_ += layer.path.size();
    }
    if (groups.empty()) return copied(*last);
    return merged(groups, joined(path, key), type, depth + 1);
  }

  // A token is one member, whatever stands in it.
  json::Value copied(const json::Value& value) {
    bytes_ += least_bytes(value);
    return is_full() ? json::Value() : value;
  }

  void add_layers(const Layer& layer, Layers& layers) {
    if (is_full()) return;
    ++members_;
    if (const auto target = target_of(layer)) {
      if (const Step* step = step_from(layer)) {
        Layers base = layers_at(*target, step);
        if (base.list.empty() && !is_full()) {
          report(faults_, layer.path,
                 "$extends names {" + joined_names(*target, target->size()) + "}, which is no group here");
        } else {
          if (layers.type.empty()) layers.type = std::move(base.type);
          std::ranges::move(base.list, std::back_inserter(layers.list));
        }
      }
    }
    layers.list.push_back(layer);
  }

  // The step that an extension of `layer` is; null, with a fault, where it leads in a circle or too far.
  const Step* step_from(const Layer& layer) {
    for (const Step* step = layer.through; step; step = step->before) {
      if (step->group != layer.group) continue;
      report(faults_, layer.path, "$extends leads in a circle: " + circle_of(layer));
      members_ += max_members / 100;  // naming it costs more than a member
      return nullptr;
    }
    const unsigned length = layer.through ? layer.through->length + 1 : 1;
    if (length > max_chain) {
      report(faults_, layer.path, "$extends goes through more than " + std::to_string(max_chain) + " groups");
      return nullptr;
    }
    return &steps_.emplace_back(layer.group, layer.path, layer.through, length);
  }

  // "a → b → a": the extensions that lead from a group back to itself.
  static std::string circle_of(const Layer& layer) {
    const auto shown = [](const std::string& path) { return path.empty() ? "the document" : path; };
    std::string chain = shown(layer.path);
    for (const Step* step = layer.through; step; step = step->before) {
      chain = shown(step->path) + " → " + chain;
      if (step->group == layer.group) break;
    }
    return chain;
  }

  // The groups that make up the one with that path; none where there is no such group.
  Layers layers_at(const Names& names, const Step* through) {
    Layers found;
    add_layers({&root_, "", through}, found);
    for (const std::string& name : names) {
      Layers next;
      next.type = std::move(found.type);
      read_type(found.list, next.type);
      for (const Layer& layer : found.list) {
        const json::Value* value = layer.group->if_contains(name);
        if (!value) continue;
        if (is_group(*value))
          add_layers({&value->get_object(), joined(layer.path, name), through}, next);
        else
          next.list.clear();
      }
      found = std::move(next);
      if (found.list.empty()) break;
    }
    return found;
  }

  // The path that $extends or a group's $ref names.
  std::optional<Names> target_of(const Layer& layer) {
    const json::Value* target = layer.group->if_contains("$extends");
    if (!target) target = layer.group->if_contains("$ref");
    if (!target) return std::nullopt;
    const std::string_view text = target->is_string() ? json::view(target->get_string()) : std::string_view();
    if (auto names = pointer_names(text)) return names;
    if (const auto path = alias_path(text)) return split(*path);
    report(faults_, layer.path, "$extends must name a group, such as \"{button}\"; found " + found(*target));
    return std::nullopt;
  }

  static Names split(std::string_view path) {
    Names names;
    for (bool goes_on = true; goes_on;) {
      const auto dot = path.find('.');
      names.emplace_back(path.substr(0, dot));
      goes_on = dot != std::string_view::npos;
      if (goes_on) path.remove_prefix(dot + 1);
    }
    return names;
  }

  // No token: where $ref stands in place of $value, what it leads to decides.
  bool is_group(const json::Value& value, unsigned depth = 0) const {
    const json::Object* object = value.if_object();
    if (!object || object->contains("$value") || depth > max_group_depth) return false;
    const json::Value* reference = object->if_contains("$ref");
    if (!reference) return true;
    if (!reference->is_string()) return false;
    const auto names = pointer_names(json::view(reference->get_string()));
    const json::Object* place = &root_;
    for (std::size_t i = 0; names && place && !place->contains("$value") && i < names->size(); ++i) {
      const json::Value* next = place->if_contains((*names)[i]);
      if (next && i + 1 == names->size()) return !is_property((*names)[i]) && is_group(*next, depth + 1);
      place = next ? next->if_object() : nullptr;
    }
    return false;
  }

  // The last $type of the layers, where one has any.
  static void read_type(const std::vector<Layer>& layers, std::string& type) {
    for (const Layer& layer : layers)
      if (const json::Value* own = layer.group->if_contains("$type"); own && own->is_string())
        type = json::view(own->get_string());
  }

  bool is_full() {
    if (members_ <= max_members && bytes_ <= max_extended_bytes) return false;
    const std::string limit = members_ > max_members ? std::to_string(max_members) + " members" : "8 MiB";
    if (!is_reported_) report(faults_, "", "their $extends make more than " + limit);
    return is_reported_ = true;
  }

  const json::Object& root_;
  Faults& faults_;
  std::deque<Step> steps_;
  std::size_t members_ = 0;  // looked at so far: extending in two places at each of many levels would double them
  std::size_t bytes_ = 0;    // of the values that were copied, and of the paths that led to them
  bool is_reported_ = false;
};

}  // namespace

json::Value with_extensions(const json::Value& source, Faults& faults) {
  if (!source.is_object()) return source;
  return Extension(source.get_object(), faults).run();
}

}  // namespace pagewright::token
