#include "server/api/openapi_document.hpp"

#include <algorithm>

#include "server/api/problem_responses.hpp"
#include "server/http/access_check.hpp"

namespace pagewright::api {
namespace {

// "/api/v1/pages/:id" → "/pages/{id}"; the names of its parameters are added.
std::string path_template(std::string_view pattern, std::vector<std::string>& parameters) {
  if (pattern.starts_with(base_path)) pattern.remove_prefix(base_path.size());
  std::string path;
  while (!pattern.empty()) {
    std::string_view segment = pattern.substr(1, pattern.find('/', 1) - 1);
    pattern.remove_prefix(1 + segment.size());
    path += '/';
    if (!segment.starts_with(':')) {
      path += segment;
      continue;
    }
    parameters.emplace_back(segment.substr(1));
    path += "{" + parameters.back() + "}";
  }
  return path;
}

std::string lower_method(http::Method method) {
  std::string name(http::name_of(method));
  std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  return name;
}

bool describes(const json::Value& parameter, std::string_view name) {
  return json::find_string(parameter, "in") == "path" && json::find_string(parameter, "name") == name;
}

// Those of the path first; what the operation says of one stands for it.
json::Array parameters_of(const Operation& operation, const std::vector<std::string>& in_path) {
  json::Array described;
  if (const json::Value* list = operation.source.if_contains("parameters")) described = list->get_array();
  json::Array out;
  for (const std::string& name : in_path) {
    const auto own = std::ranges::find_if(described, [&](const json::Value& entry) { return describes(entry, name); });
    json::Object parameter{{"name", name}, {"in", "path"}, {"schema", json::Object{{"type", "string"}}}};
    if (own != described.end()) parameter = own->get_object();
    parameter["required"] = true;
    out.push_back(std::move(parameter));
  }
  for (const json::Value& entry : described) {
    if (json::find_string(entry, "in") == "path") continue;
    json::Object parameter = entry.get_object();
    if (!parameter.contains("in")) parameter["in"] = "query";
    out.push_back(std::move(parameter));
  }
  return out;
}

void copy(json::Object& to, const json::Object& from, std::string_view member) {
  if (const json::Value* value = from.if_contains(member)) to[member] = *value;
}

json::Object response_of(const json::Object& source, bool is_problem) {
  json::Object response;
  copy(response, source, "description");
  copy(response, source, "headers");
  json::Object media;
  copy(media, source, "schema");
  copy(media, source, "example");
  std::string type = "application/json";
  if (is_problem) {
    type = "application/problem+json";
    media["schema"] = json::Object{{"$ref", "#/components/schemas/Problem"}};
  }
  if (const json::Value* content = source.if_contains("content")) {
    type = json::view(content->get_string());
    if (media.empty()) media["schema"] = json::Object{{"type", "string"}};
  }
  if (!media.empty()) response["content"] = json::Object{{type, std::move(media)}};
  return response;
}

json::Object responses_of(const http::Route& route, const Operation& operation) {
  std::map<std::string, json::Value> by_status;
  for (const ProblemKind kind : problems_of(route, operation))
    by_status[std::to_string(Problem{.kind = kind}.status())] =
        json::Object{{"$ref", "#/components/responses/" + response_name(kind)}};
  for (const auto& entry : operation.source.at("responses").get_object()) {
    const std::string status(json::view(entry.key()));
    by_status[status] = response_of(entry.value().get_object(), status >= "400");
  }
  json::Object out;
  for (auto& [status, response] : by_status) out[status] = std::move(response);
  return out;
}

std::string_view role_of(http::Access access) {
  return access == http::Access::anyone ? "anyone" : http::name_of(http::usual_role(access));
}

// A body that may be null may be left out.
bool may_be_null(const json::Value& schema) {
  const json::Value* type = json::find(schema, "type");
  return type != nullptr && type->is_array() && std::ranges::find(type->get_array(), "null") != type->get_array().end();
}

// For people, who see the description and not x-required-role.
std::string_view sentence_on_role(http::Access access) {
  switch (access) {
    case http::Access::anyone:
      return "";
    case http::Access::viewer:
      return "For every role.";
    case http::Access::editor:
      return "Needs the role editor or admin.";
    case http::Access::admin:
      return "Needs the role admin.";
    case http::Access::page_view:
      return "For everybody who may view the page.";
    case http::Access::page_copy:
      return "For everybody who may view the page and has the role editor or admin.";
    case http::Access::page_edit:
      return "Needs the right to edit the page: by the role editor or admin, or by a grant.";
    case http::Access::page_publish:
      return "Needs the right to publish the page: by the role admin, or by a grant.";
    case http::Access::page_manage:
      return "For the owner of the page and administrators.";
  }
  __builtin_unreachable();
}

std::string sentence_on_tokens(const http::Route& route, const Operation& operation) {
  if (route.access == http::Access::anyone) return {};
  if (operation.scope.empty()) return "Closed to API tokens.";
  if (operation.scope == http::any_scope) return "Open to every API token.";
  return "API tokens need the scope " + operation.scope + ".";
}

std::string description_of(const http::Route& route, const Operation& operation) {
  const json::Value* own = operation.source.if_contains("description");
  std::string text(own == nullptr ? "" : json::view(own->get_string()));
  for (const std::string& sentence :
       {std::string(sentence_on_role(route.access)), sentence_on_tokens(route, operation)}) {
    if (!text.empty() && !sentence.empty()) text += ' ';
    text += sentence;
  }
  return text;
}

json::Object operation_object(const http::Route& route, const Operation& operation,
                              const std::vector<std::string>& in_path) {
  json::Object out{{"operationId", operation.id}, {"tags", json::Array{json::Value(operation.tag)}}};
  copy(out, operation.source, "summary");
  if (const std::string description = description_of(route, operation); !description.empty())
    out["description"] = description;
  out["x-required-role"] = role_of(route.access);
  if (const auto right = http::page_right(route.access)) out["x-required-page-right"] = http::name_of(*right);
  if (!operation.scope.empty()) out["x-required-scope"] = operation.scope;
  if (route.access == http::Access::anyone) out["security"] = json::Array();
  json::Array parameters = parameters_of(operation, in_path);
  if (!parameters.empty()) out["parameters"] = std::move(parameters);
  if (const json::Value* schema = operation.source.if_contains("requestBody")) {
    json::Object media{{"schema", *schema}};
    copy(media, operation.source, "example");
    out["requestBody"] = json::Object{{"required", !may_be_null(*schema)},
                                      {"content", json::Object{{"application/json", std::move(media)}}}};
  }
  if (!operation.upload.empty())
    out["requestBody"] =
        json::Object{{"required", true},
                     {"description", operation.upload},
                     {"content", json::Object{{"application/octet-stream", json::Object{{"schema", json::Object()}}}}}};
  out["responses"] = responses_of(route, operation);
  return out;
}

json::Object components_of(const Description& description) {
  json::Object schemas;
  for (const auto& [name, schema] : description.schemas()) schemas[name] = schema;
  const json::Object bearer{{"type", "http"},
                            {"scheme", "bearer"},
                            {"description", "The accessToken that POST /auth/login answers, or an API token."}};
  return {{"schemas", std::move(schemas)},
          {"responses", problem_responses()},
          {"securitySchemes", json::Object{{"bearer", bearer}}}};
}

}  // namespace

std::string openapi_document(const std::vector<http::Route>& routes, const Description& description) {
  json::Object paths;
  json::Array tags;
  for (const http::Route& route : routes) {
    const Operation* operation = description.find(route.operation);
    if (operation == nullptr) continue;
    std::vector<std::string> in_path;
    const std::string path = path_template(route.pattern, in_path);
    if (!paths.contains(path)) paths[path] = json::Object();
    paths[path].get_object()[lower_method(route.method)] = operation_object(route, *operation, in_path);
    const json::Value tag = json::Object{{"name", operation->tag}};
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
  }
  return json::serialize(json::Object{
      {"openapi", "3.1.1"},
      {"info", json::Object{{"title", "Pagewright"},
                            {"version", PAGEWRIGHT_VERSION},
                            {"summary", "Pages, components, design tokens, versions and releases of an organisation."},
                            {"license", json::Object{{"name", "Apache 2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"servers", json::Array{json::Object{{"url", base_path}}}},
      {"tags", std::move(tags)},
      {"security", json::Array{json::Object{{"bearer", json::Array()}}}},
      {"paths", std::move(paths)},
      {"components", components_of(description)}});
}

}  // namespace pagewright::api
