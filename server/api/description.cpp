#include "server/api/description.hpp"

#include <stdexcept>

#include "server/http/caller.hpp"

namespace pagewright::api {
namespace {

constexpr std::string_view reference_prefix = "#/components/schemas/";

[[noreturn]] void refuse(const std::string& place, const std::string& fault) {
  throw std::runtime_error("the description of the API, " + place + ": " + fault);
}

std::string text_of(const json::Value& source, std::string_view member) {
  return std::string(json::find_string(source, member).value_or(""));
}

QueryParameter::Type type_of(const json::Value& schema) {
  const std::string type = text_of(schema, "type");
  if (type == "integer") return QueryParameter::Type::integer;
  if (type == "number") return QueryParameter::Type::number;
  if (type == "boolean") return QueryParameter::Type::boolean;
  if (type == "array") return QueryParameter::Type::list;
  return QueryParameter::Type::text;
}

const json::Object& object_of(const json::Value& source, const std::string& place) {
  if (!source.is_object()) refuse(place, "must be an object");
  return source.get_object();
}

}  // namespace

const json::Object* Operation::response(unsigned status) const {
  const auto* responses = source.if_contains("responses");
  if (responses == nullptr) return nullptr;
  const json::Value* found = json::find(*responses, std::to_string(status));
  return found == nullptr ? nullptr : found->if_object();
}

const Description& Description::of_program() {
  static const Description description(embedded::api_descriptions());
  return description;
}

Description::Description(std::span<const embedded::File> files) {
  for (const embedded::File& file : files) {
    auto source = json::parse(file.bytes);
    if (!source) refuse(std::string(file.path), source.error().message);
    read_schemas(file, *source);
    read_operations(file, *source);
  }
  for (auto& [id, operation] : operations_) compile_requests(operation);
}

void Description::read_schemas(const embedded::File& file, const json::Value& source) {
  const json::Value* schemas = json::find(source, "schemas");
  if (schemas == nullptr) return;
  for (const auto& member : object_of(*schemas, std::string(file.path) + " /schemas")) {
    std::string name(json::view(member.key()));
    if (!schemas_.emplace(name, member.value()).second)
      refuse(std::string(file.path), "the schema " + name + " is described a second time");
  }
}

void Description::read_operations(const embedded::File& file, const json::Value& source) {
  const json::Value* operations = json::find(source, "operations");
  if (operations == nullptr) return;
  const std::string path(file.path);
  for (const auto& member : object_of(*operations, path + " /operations")) {
    std::string id(json::view(member.key()));
    Operation operation{.id = id,
                        .tag = text_of(source, "tag"),
                        .source = object_of(member.value(), path + " " + id),
                        .refusal = text_of(member.value(), "refusal"),
                        .scope = text_of(member.value(), "scope"),
                        .query = {},
                        .body = {},
                        .upload = text_of(member.value(), "upload")};
    if (!operations_.emplace(id, std::move(operation)).second)
      refuse(path, "the operation " + id + " is described a second time");
  }
}

void Description::compile_requests(Operation& operation) const {
  if (const json::Value* body = operation.source.if_contains("requestBody"))
    operation.body = compile(*body, operation.id + " /requestBody");
  const json::Value* parameters = operation.source.if_contains("parameters");
  if (parameters == nullptr) return;
  const std::string place = operation.id + " /parameters";
  if (!parameters->is_array()) refuse(place, "must be a list");
  for (const json::Value& parameter : parameters->get_array()) {
    if (json::find_string(parameter, "in").value_or("query") != "query") continue;
    const std::string name = text_of(parameter, "name");
    const json::Value* schema = json::find(parameter, "schema");
    if (name.empty() || schema == nullptr) refuse(place, "each must have a name and a schema");
    const json::Value* required = json::find(parameter, "required");
    operation.query.push_back({.name = name,
                               .type = type_of(*schema),
                               .is_required = required != nullptr && required->is_bool() && required->get_bool(),
                               .schema = compile(*schema, place + " " + name)});
  }
}

std::set<std::string, std::less<>> Description::scopes() const {
  std::set<std::string, std::less<>> scopes;
  for (const auto& [id, operation] : operations_)
    if (!operation.scope.empty() && operation.scope != http::any_scope) scopes.insert(operation.scope);
  return scopes;
}

const Operation* Description::find(std::string_view id) const {
  const auto found = operations_.find(id);
  return found == operations_.end() ? nullptr : &found->second;
}

// References lead into $defs; the names of those that it met are added.
json::Value Description::with_references(const json::Value& schema, std::set<std::string>& names) const {
  if (const json::Array* list = schema.if_array()) {
    json::Array out;
    for (const json::Value& item : *list) out.push_back(with_references(item, names));
    return out;
  }
  if (!schema.is_object()) return schema;
  json::Object out;
  for (const auto& member : schema.get_object()) {
    const auto* text = member.value().if_string();
    if (member.key() == "$ref" && text != nullptr && json::view(*text).starts_with(reference_prefix)) {
      std::string name(json::view(*text).substr(reference_prefix.size()));
      out["$ref"] = "#/$defs/" + name;
      names.insert(std::move(name));
    } else {
      out[member.key()] = with_references(member.value(), names);
    }
  }
  return out;
}

schema::Schema Description::compile(const json::Value& source, const std::string& place) const {
  std::set<std::string> open;
  json::Value whole = with_references(source, open);
  json::Object definitions;
  while (!open.empty()) {
    const std::string name = open.extract(open.begin()).value();
    if (definitions.contains(name)) continue;
    const auto found = schemas_.find(name);
    if (found == schemas_.end()) refuse(place, "there is no schema " + name);
    definitions[name] = with_references(found->second, open);
  }
  if (!definitions.empty()) whole.get_object()["$defs"] = std::move(definitions);  // only objects refer
  auto compiled = schema::Schema::compile(whole, schema::Schema::Dialect::component);
  if (!compiled) refuse(place, compiled.error().front().message);
  return std::move(*compiled);
}

}  // namespace pagewright::api
