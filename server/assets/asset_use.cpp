#include "server/assets/asset_use.hpp"

#include <algorithm>

#include "server/base/json_text.hpp"

namespace pagewright::assets {
namespace {

std::string_view name_of(AssetUse::Kind kind) {
  switch (kind) {
    case AssetUse::Kind::page:
      return "page";
    case AssetUse::Kind::published:
      return "published";
    case AssetUse::Kind::template_:
      return "template";
  }
  __builtin_unreachable();
}

class Search {
 public:
  explicit Search(const std::vector<std::string>& addresses) : addresses_(addresses) {}

  void look_into(const json::Value& value, const UsingNode& node) {
    if (const auto* text = value.if_string()) {
      const bool is_known = std::ranges::find(found_, node) != found_.end();
      if (!node.id.empty() && !is_known && mentions(json::view(*text), addresses_)) found_.push_back(node);
    } else if (const json::Array* list = value.if_array()) {
      for (const json::Value& item : *list) look_into(item, node);
    } else if (const json::Object* object = value.if_object()) {
      const auto id = json::find_string(value, "id");
      const auto component = json::find_string(value, "component");
      const UsingNode inner = id && component ? UsingNode{std::string(*id), std::string(*component)} : node;
      for (const auto& member : *object) look_into(member.value(), inner);
    }
  }
  [[nodiscard]] std::vector<UsingNode> take() { return std::move(found_); }

 private:
  const std::vector<std::string>& addresses_;
  std::vector<UsingNode> found_;
};

}  // namespace

std::string AssetUse::to_json() const {
  std::vector<std::string> items;
  for (const UsingNode& node : nodes)
    items.push_back(JsonText().text("id", node.id).text("component", node.component).take());
  JsonText json;
  json.text("kind", name_of(kind)).text("id", id).text("name", name);
  if (kind == Kind::page) json.text("branch", branch).raw("nodes", json_array(items));
  if (kind == Kind::published) json.text("environment", environment);
  return json.take();
}

std::string AssetUse::in_words() const {
  switch (kind) {
    case Kind::page:
      return branch == "main" ? name : name + " (branch " + branch + ")";
    case Kind::published:
      return name + " (published to " + environment + ")";
    case Kind::template_:
      return name + " (template)";
  }
  __builtin_unreachable();
}

bool mentions(std::string_view text, const std::vector<std::string>& addresses) {
  return std::ranges::any_of(addresses, [&](const std::string& address) { return text.contains(address); });
}

std::vector<UsingNode> using_nodes(const json::Value& document, const std::vector<std::string>& addresses) {
  Search search(addresses);
  search.look_into(document, {});
  return search.take();
}

}  // namespace pagewright::assets
