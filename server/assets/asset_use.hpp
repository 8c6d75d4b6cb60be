// Where an asset is used: what people would miss it in.
#pragma once

#include <string>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::assets {

struct UsingNode {
  std::string id;
  std::string component;
  bool operator==(const UsingNode&) const = default;
};

struct AssetUse {
  enum class Kind : std::uint8_t {
    page,       // as it is at the moment, on one of its branches
    published,  // as an environment shows it to visitors
    template_
  };
  Kind kind = Kind::page;
  std::string id;  // of the page or template
  std::string name;
  std::string branch = {};            // of a page: its name
  std::string environment = {};       // of a published one: its name
  std::vector<UsingNode> nodes = {};  // of a page: none where its settings use it

  [[nodiscard]] std::string to_json() const;
  // "Prices (branch summer)"
  [[nodiscard]] std::string in_words() const;
};

// True where one of the addresses stands in the text.
[[nodiscard]] bool mentions(std::string_view text, const std::vector<std::string>& addresses);

// The nodes of a document, as JSON, in whose own members one of the addresses stands.
[[nodiscard]] std::vector<UsingNode> using_nodes(const json::Value& document,
                                                 const std::vector<std::string>& addresses);

}  // namespace pagewright::assets
