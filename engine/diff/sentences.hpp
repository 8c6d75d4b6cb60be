// Changes as people read them: "Heading “Our clinic” → text changed".
#pragma once

#include "engine/diff/difference.hpp"

namespace pagewright::diff {

// The component's display name with the beginning of the node's main text: "Heading “Our clinic”", "Divider".
[[nodiscard]] std::string name_of(const document::Node& node, const schema::Catalog& catalog);

// The label of a prop within a sentence: its title in the schema, "text" for "Text", "URL" for "URL".
[[nodiscard]] std::string label_of_prop(const document::Node& node, std::string_view key,
                                        const schema::Catalog& catalog);

// The label of a page setting within a sentence: "social image".
[[nodiscard]] std::string label_of_setting(std::string_view key);

// One sentence for all the registers of a node that changed, one for each other change; in the changes' order.
[[nodiscard]] std::vector<std::string> sentences(const std::vector<Change>& changes, const document::Document& before,
                                                 const document::Document& after, const schema::Catalog& catalog);

}  // namespace pagewright::diff
