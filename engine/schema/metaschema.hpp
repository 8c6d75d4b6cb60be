// The schema of schemas, so that a $ref to it needs no network.
#pragma once

#include <string_view>

namespace pagewright::schema {

inline constexpr std::string_view metaschema_address = "https://json-schema.org/draft/2020-12/schema";

// The vocabularies of https://json-schema.org/draft/2020-12/schema in one schema.
inline constexpr std::string_view metaschema_source = R"json({
"$id": "https://json-schema.org/draft/2020-12/schema",
"$dynamicAnchor": "meta",
"type": ["object", "boolean"],
"properties": {
"$id": {"type": "string", "pattern": "^[^#]*#?$"},
"$schema": {"type": "string"}, "$ref": {"type": "string"}, "$dynamicRef": {"type": "string"},
"$anchor": {"$ref": "#/$defs/anchor"}, "$dynamicAnchor": {"$ref": "#/$defs/anchor"},
"$vocabulary": {"type": "object", "additionalProperties": {"type": "boolean"}},
"$comment": {"type": "string"}, "$defs": {"$ref": "#/$defs/schemas"}, "definitions": {"$ref": "#/$defs/schemas"},
"prefixItems": {"$ref": "#/$defs/list"}, "items": {"$dynamicRef": "#meta"}, "contains": {"$dynamicRef": "#meta"},
"additionalProperties": {"$dynamicRef": "#meta"}, "properties": {"$ref": "#/$defs/schemas"},
"patternProperties": {"$ref": "#/$defs/schemas", "propertyNames": {"format": "regex"}}, "dependentSchemas": {"$ref": "#/$defs/schemas"},
"propertyNames": {"$dynamicRef": "#meta"}, "if": {"$dynamicRef": "#meta"}, "then": {"$dynamicRef": "#meta"},
"else": {"$dynamicRef": "#meta"}, "not": {"$dynamicRef": "#meta"}, "allOf": {"$ref": "#/$defs/list"},
"anyOf": {"$ref": "#/$defs/list"}, "oneOf": {"$ref": "#/$defs/list"},
"unevaluatedItems": {"$dynamicRef": "#meta"}, "unevaluatedProperties": {"$dynamicRef": "#meta"},
"type": {"anyOf": [{"$ref": "#/$defs/type"},
{"type": "array", "items": {"$ref": "#/$defs/type"}, "minItems": 1, "uniqueItems": true}]},
"enum": {"type": "array"}, "multipleOf": {"type": "number", "exclusiveMinimum": 0},
"maximum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
"minimum": {"type": "number"}, "exclusiveMinimum": {"type": "number"},
"maxLength": {"$ref": "#/$defs/count"}, "minLength": {"$ref": "#/$defs/count"}, "pattern": {"type": "string", "format": "regex"},
"maxItems": {"$ref": "#/$defs/count"}, "minItems": {"$ref": "#/$defs/count"}, "uniqueItems": {"type": "boolean"},
"maxContains": {"$ref": "#/$defs/count"}, "minContains": {"$ref": "#/$defs/count"},
"maxProperties": {"$ref": "#/$defs/count"}, "minProperties": {"$ref": "#/$defs/count"},
"required": {"$ref": "#/$defs/names"},
"dependentRequired": {"type": "object", "additionalProperties": {"$ref": "#/$defs/names"}},
"title": {"type": "string"}, "description": {"type": "string"}, "deprecated": {"type": "boolean"},
"readOnly": {"type": "boolean"}, "writeOnly": {"type": "boolean"}, "examples": {"type": "array"},
"format": {"type": "string"}, "contentEncoding": {"type": "string"}, "contentMediaType": {"type": "string"},
"contentSchema": {"$dynamicRef": "#meta"}
},
"$defs": {
"anchor": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
"type": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]},
"count": {"type": "integer", "minimum": 0},
"names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
"list": {"type": "array", "minItems": 1, "items": {"$dynamicRef": "#meta"}},
"schemas": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}}
}})json";

}  // namespace pagewright::schema
