// Rich text: structured JSON in the shape that ProseMirror and Tiptap use, never an HTML string. See
// docs/formats/rich-text.md.
#pragma once

#include <string>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::richtext {

// Checks a rich text value. Errors are invalid_prop with the JSON Pointer of the fault.
[[nodiscard]] Result<void> validate(const json::Value& document);

// Appends HTML. Safe for any value whatsoever: what is not rich text yields nothing, text is escaped, unsafe links lose
// their href. A plain string renders as one paragraph for each of its lines.
void append_html(const json::Value& document, std::string& out);

// The text alone, blocks separated by a newline: for search, outlines and diffs.
[[nodiscard]] std::string plain_text(const json::Value& document);

}  // namespace pagewright::richtext
