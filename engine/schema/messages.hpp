// The sentences of violations: what must be, then what is. They stand under the fields of a form.
#pragma once

#include "engine/schema/compiled_schema.hpp"

namespace pagewright::schema {

[[nodiscard]] unsigned char types_of(const json::Value& value);
// "a text or a list"
[[nodiscard]] std::string type_names(unsigned char types);
// "string or array": as schemas write them.
[[nodiscard]] std::string type_keywords(unsigned char types);
// "must be a text, is a list"
[[nodiscard]] std::string type_fault(unsigned char types, const json::Value& value);

// A value as it may be shown: its JSON, cut after 60 bytes.
[[nodiscard]] std::string shown(const json::Value& value);
[[nodiscard]] std::string shown(std::string_view text);
// "1 item", "2 items"
[[nodiscard]] std::string plural(std::size_t count, std::string_view noun);

// "must be one of "a", "b", is "c""
[[nodiscard]] std::string choice_fault(const std::vector<const json::Value*>& choices, const json::Value& value);
// Of a value that fits `node`, which stands in "not".
[[nodiscard]] std::string not_fault(const SchemaNode& node, const json::Value& value);

}  // namespace pagewright::schema
